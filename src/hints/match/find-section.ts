// Which section a key names, and which key names a section.

import { type Diagnostic, limits, type Span } from '../../diagnostics/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import { excerpt } from '../yaml/shape-problems.ts';
import { cutAtWord, fold, globParts, matchesGlob, splitOrdinal } from './fold.ts';
import { type TakeUnit, unitsOf } from './units.ts';

/** What a key under `sections:` names. A glob means all it matches; any other key means one. */
type SectionMatch =
  | { readonly kind: 'one'; readonly section: Section }
  | { readonly kind: 'glob'; readonly sections: readonly Section[] }
  | { readonly kind: 'several'; readonly sections: readonly Section[] }
  | { readonly kind: 'none' };

/** By heading, then path, then number, then glob, then first words: the first way that finds anything. */
export function findSection(key: string, index: SectionIndex): SectionMatch {
  const { entries, byTitle } = index;
  const name = fold(key);
  const titled = byTitle.get(name);
  if (titled) return oneOrSeveral(titled);
  if (!mayCompare(index, entries.length)) return { kind: 'none' };
  if (name === '') return byGlob(key, entries);
  const named = byPath(name, entries);
  if (named.length > 0) return oneOrSeveral(named);
  const numbered = byOrdinal(name, index);
  if (numbered) return { kind: 'one', section: numbered.section };
  if (key.includes('*')) return byGlob(key, entries);
  return oneOrSeveral(entries.filter(({ opening }) => opening.startsWith(name) && endsAtWord(name, opening)));
}

/** Sections whose first words a key only begins to spell: "tim" for "timeline", never "part 1" for "part 12". */
export function beginningInWord(name: string, entries: readonly IndexEntry[]): readonly IndexEntry[] {
  if (name === '' || /\p{N}$/u.test(name)) return [];
  return entries.filter(({ opening }) => opening.startsWith(name) && !endsAtWord(name, opening));
}

const inWord = /[\p{L}\p{M}\p{N}]/u;
/** Scripts that are written without spaces. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

function endsAtWord(name: string, opening: string): boolean {
  const next = String.fromCodePoint(opening.codePointAt(name.length) ?? 32);
  const last = [...name.slice(-2)].at(-1) ?? '';
  return !inWord.test(last) || !inWord.test(next) || unspaced.test(last) || unspaced.test(next);
}

function oneOrSeveral(found: readonly IndexEntry[]): SectionMatch {
  const [first] = found;
  if (!first) return { kind: 'none' };
  if (found.length === 1) return { kind: 'one', section: first.section };
  return { kind: 'several', sections: found.map(({ section }) => section) };
}

/** "a > c": the section c somewhere within a. The whole path counts for more than a part of it. */
function byPath(name: string, entries: readonly IndexEntry[]): readonly IndexEntry[] {
  if (!name.includes('>')) return [];
  const steps = name.split('>').map(fold);
  const found = entries.filter(({ title, path }) => title !== '' && leadsTo(steps, path));
  const whole = found.filter(({ path }) => path.length === steps.length);
  return whole.length > 0 ? whole : found;
}

function leadsTo(steps: readonly string[], path: readonly string[]): boolean {
  if (steps.at(-1) !== path.at(-1)) return false;
  let at = 0;
  for (const title of path.slice(0, -1)) if (title === steps[at]) at += 1;
  return at >= steps.length - 1;
}

function byOrdinal(name: string, index: SectionIndex): IndexEntry | undefined {
  const numbered = splitOrdinal(name);
  if (!numbered) return undefined;
  const base = fold(numbered.name);
  const same = index.byTitle.get(base) ?? byPath(base, index.entries);
  return same[numbered.ordinal - 1];
}

/** The stars stand in the key as it is written: folding takes them for emphasis. */
function byGlob(key: string, entries: readonly IndexEntry[]): SectionMatch {
  const parts = globParts(key);
  const sections = entries
    .filter(
      ({ title, path }) => title !== '' && [title, path.join(' > ')].some((it) => matchesGlob(it, parts)),
    )
    .map(({ section }) => section);
  return sections.length > 0 ? { kind: 'glob', sections } : { kind: 'none' };
}

/** A longer key would be hard to read; YAML itself ends at 1024 characters. */
const keyLength = 80;

/**
 * The shortest key that names this section and no other: its heading, a path to it, its number
 * among those of the same name, or its first words. Returns undefined when there is none.
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

/** Takes so many comparisons from those that are left. */
export function mayCompare({ comparisons }: SectionIndex, count: number): boolean {
  comparisons.left -= count;
  return comparisons.left >= 0;
}

/** In place of all else that was found wrong; undefined where the hints were looked up to their end. */
export function manyComparisons({ comparisons, entries }: SectionIndex, span: Span): Diagnostic | undefined {
  if (comparisons.left >= 0) return undefined;
  return {
    code: 'hints/wrong-type',
    severity: 'error',
    message: `there are too many hints for ${entries.length} sections: looking them up takes more than ${limits.hintComparisons / 1e6} million comparisons`,
    span,
    help: 'name sections by their whole headings, and leave out what the notes do not have',
  };
}

/** Every section of the notes, in order, with the names it can be called by. */
export interface SectionIndex {
  readonly entries: readonly IndexEntry[];
  readonly byTitle: ReadonlyMap<string, readonly IndexEntry[]>;
  /** What can be taken from a section's own blocks. */
  readonly unitsOf: (section: Section) => readonly TakeUnit[];
  /** That may still be made. */
  readonly comparisons: { left: number };
}

export interface IndexEntry {
  readonly section: Section;
  /** Folded; empty for what stands before the first heading. */
  readonly title: string;
  /** Folded titles from the outermost section inwards. */
  readonly path: readonly string[];
  /** Folded first words: of the title, or of the first block where there is no title. */
  readonly opening: string;
}

/** Of its own accord nothing is bounded: what is looked up comes from the program. */
export function indexSections(notes: Notes, most: number = Number.POSITIVE_INFINITY): SectionIndex {
  const entries = notes.sections.flatMap((section) => entriesOf(section, []));
  const byTitle = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    if (entry.title === '') continue;
    const same = byTitle.get(entry.title);
    if (same) same.push(entry);
    else byTitle.set(entry.title, [entry]);
  }
  return { entries, byTitle, unitsOf: cachedUnits(), comparisons: { left: most } };
}

/** Folding a long text is the expensive part: once for each section. */
function cachedUnits(): SectionIndex['unitsOf'] {
  const known = new Map<Section, readonly TakeUnit[]>();
  return (section) => {
    const units = known.get(section) ?? unitsOf(section.blocks);
    known.set(section, units);
    return units;
  };
}

function entriesOf(section: Section, above: readonly string[]): IndexEntry[] {
  const title = fold(section.titleText);
  const path = title === '' ? above : [...above, title];
  const opening = title === '' ? (unitsOf(section.blocks)[0]?.folded ?? '') : title;
  return [{ section, title, path, opening }, ...section.sections.flatMap((inner) => entriesOf(inner, path))];
}
