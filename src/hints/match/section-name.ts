import type { Section } from '../../notes/index.ts';
import { excerpt } from '../yaml/wrong-type.ts';
import { cutAtWord } from './cut-at-word.ts';
import { findSection } from './find-section.ts';
import { fold } from './fold.ts';
import type { SectionIndex } from './section-index.ts';
import { unitsOf } from './units.ts';

/** A longer key would be hard to read; YAML itself ends at 1024 characters. */
const keyLength = 80;

/**
 * The shortest key that names this section and no other: its heading, a path to it, its number
 * among those of the same name, or its first words. Nothing when there is none.
 */
export function sectionName(section: Section, index: SectionIndex): string | undefined {
  return candidates(section, index).find((key) => {
    const found = findSection(key, index);
    return found.kind === 'one' && found.section === section;
  });
}

function candidates(section: Section, index: SectionIndex): readonly string[] {
  const words = section.titleText || (unitsOf(section.blocks)[0]?.text ?? '');
  const plain = oneLine(section.titleText);
  const path = section.path.map(oneLine);
  const paths = path.map((_, depth) => path.slice(depth).join(' > ')).reverse();
  const short = [plain, ...paths].filter((key) => key !== '' && key.length <= keyLength);
  return [...short, ...openings(oneLine(words)), ...numbered(section, plain, index)];
}

/** The first words, as few as fit and, for texts that start alike, more. */
function openings(words: string): readonly string[] {
  return [40, keyLength, 300].map((length) => cutAtWord(words, length)).filter((key) => key !== '');
}

function numbered(section: Section, title: string, index: SectionIndex): readonly string[] {
  if (title === '' || title.length > keyLength) return [];
  const same = index.byTitle.get(fold(title)) ?? [];
  const at = same.findIndex((entry) => entry.section === section);
  return at === -1 ? [] : [`${title} [${at + 1}]`];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A section as messages call it. */
export function displayName(section: Section): string {
  return excerpt(section.titleText) || 'the part before the first heading';
}
