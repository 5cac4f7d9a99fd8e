// What can be wrong with a key under `sections:`, in words.

import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import type { Section } from '../../notes/index.ts';
import { yamlPastedKey } from '../yaml/scalars.ts';
import { excerpt } from '../yaml/shape-problems.ts';
import { displayName, type SectionIndex, sectionName } from './find-section.ts';

interface SpannedKey {
  readonly key: string;
  readonly span: Span;
}

/** A list of names in a message ends after this many. */
const shown = 8;

export function ambiguousSection(
  { key, span }: SpannedKey,
  sections: readonly Section[],
  index: SectionIndex,
): Diagnostic {
  const names = sections.slice(0, shown).map((section) => sectionName(section, index));
  const first = names.find((name) => name !== undefined);
  return {
    code: 'hints/ambiguous-section',
    severity: 'error',
    message: `${sections.length} sections could be meant by \`${excerpt(key)}\``,
    span,
    related: sections.slice(0, shown).map((section, at) => ({
      span: section.headingSpan,
      message: names[at] ? `for this one write \`${yamlPastedKey(names[at] ?? '')}\`` : 'this one',
    })),
    ...(first && {
      help: `say which, for example \`${yamlPastedKey(first)}\`, or mean them all with a star: \`${star(key)}\``,
    }),
  };
}

export function unknownSection(
  { key, span }: SpannedKey,
  similar: readonly Section[],
  index: SectionIndex,
): Diagnostic {
  const close = similar.slice(0, shown).flatMap((section) => sectionName(section, index) ?? []);
  return {
    code: 'hints/unknown-section',
    severity: 'error',
    message: `the notes have no section \`${excerpt(key)}\``,
    span,
    help: close.length > 0 ? `did you mean ${quoted(close, 'or')}?` : sectionList(index),
  };
}

export function renamedSection({ key, span }: SpannedKey, section: Section, index: SectionIndex): Diagnostic {
  const name = sectionName(section, index) ?? displayName(section);
  return {
    code: 'hints/renamed-section',
    severity: 'warning',
    message: `there is no section \`${excerpt(key)}\`, so its hints go to \`${displayName(section)}\``,
    span,
    related: [{ span: section.headingSpan, message: 'this section is meant' }],
    help: `write \`${yamlPastedKey(name)}\` if that is right`,
  };
}

export function namedTwice({ key, span }: SpannedKey, section: Section, earlier: Span): Diagnostic {
  return {
    code: 'hints/named-twice',
    severity: 'error',
    message: `\`${excerpt(key)}\` is the section \`${displayName(section)}\`, which has its hints already`,
    span,
    related: [{ span: earlier, message: 'they stand here' }],
    help: 'put all hints of a section under one key',
  };
}

function sectionList(index: SectionIndex): string {
  const titled = index.entries.filter(({ title }) => title !== '');
  if (titled.length === 0) {
    return 'the notes have no headings: say with `outline:` where sections start';
  }
  const names = titled
    .slice(0, shown)
    .map(({ section }) => sectionName(section, index) ?? displayName(section));
  const more = titled.length - names.length;
  return `the sections are ${quoted(names, 'and')}${more > 0 ? ` and ${more} more` : ''}`;
}

function quoted(names: readonly string[], and: 'and' | 'or'): string {
  const all = names.map((name) => `\`${yamlPastedKey(name)}\``);
  const last = all.pop() ?? '';
  return all.length > 0 ? `${all.join(', ')} ${and} ${last}` : last;
}

function star(key: string): string {
  return yamlPastedKey(`${excerpt(key)}*`);
}
