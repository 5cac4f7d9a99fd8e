import leven from 'leven';
import { type Checked, type Diagnostic, limits, type Span } from '../../diagnostics/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import type { SectionHint } from '../hints.ts';
import type { WrittenSection } from '../hints-shape.ts';
import type { MapEntry } from '../yaml/collections.ts';
import {
  beginningInWord,
  findSection,
  type IndexEntry,
  indexSections,
  manyComparisons,
  type SectionIndex,
} from './find-section.ts';
import { fold } from './fold.ts';
import { matchColumns } from './match-columns.ts';
import { matchSlides } from './match-slides.ts';
import { ambiguousSection, namedTwice, renamedSection, unknownSection } from './section-problems.ts';

/** Comparing every wrong key with every heading takes quadratic time: no more than these. */
const comparedKeys = 100;

/** A key under `sections:` and what it was found to mean. */
interface KeyMatch {
  readonly entry: MapEntry<WrittenSection>;
  readonly sections: readonly Section[];
  /** 0 for one section, otherwise the less the glob says the more. */
  readonly breadth: number;
}

/**
 * The hints of every section. Several keys may mean the same section: a glob gives way to a
 * narrower glob, and that to a name, key by key; `layers` later in the list win over earlier ones.
 */
export function matchSections(
  layers: readonly (readonly MapEntry<WrittenSection>[])[],
  notes: Notes,
): Checked<ReadonlyMap<Section, SectionHint>> {
  const index = indexSections(notes, limits.hintComparisons);
  const diagnostics: Diagnostic[] = [];
  const hints = new Map<Section, SectionHint>();
  for (const layer of layers) {
    const matches = matchKeys(layer, index, diagnostics);
    for (const match of matches) addMatch(match, index, hints, diagnostics);
    const tooMany = layer[0] && manyComparisons(index, layer[0].span);
    if (tooMany) return { value: new Map(), diagnostics: [tooMany] };
  }
  return { value: hints, diagnostics };
}

/** The broadest first. Renamed headings are looked for among the sections that no key names. */
function matchKeys(
  layer: readonly MapEntry<WrittenSection>[],
  index: SectionIndex,
  diagnostics: Diagnostic[],
): readonly KeyMatch[] {
  const matches: KeyMatch[] = [];
  const named = new Map<Section, Span>();
  const missing: MapEntry<WrittenSection>[] = [];
  for (const entry of layer) {
    const found = findSection(entry.key, index);
    if (found.kind === 'none') missing.push(entry);
    else if (found.kind === 'several') {
      if (diagnostics.length < limits.hintErrors)
        diagnostics.push(ambiguousSection(entry, found.sections, index));
    } else if (found.kind === 'glob')
      matches.push({ entry, sections: found.sections, breadth: breadth(entry.key) });
    else matches.push(...claim(entry, found.section, named, diagnostics));
  }
  for (const [at, entry] of missing.slice(0, comparedKeys + limits.hintErrors).entries()) {
    const free = at < comparedKeys ? index.entries.filter(({ section }) => !named.has(section)) : [];
    matches.push(...matchRenamed(entry, free, index, named, diagnostics));
  }
  return matches.sort((a, b) => b.breadth - a.breadth);
}

function breadth(glob: string): number {
  return 1 / fold(glob).length;
}

function claim(
  entry: MapEntry<WrittenSection>,
  section: Section,
  named: Map<Section, Span>,
  diagnostics: Diagnostic[],
): readonly KeyMatch[] {
  const earlier = named.get(section);
  if (earlier) diagnostics.push(namedTwice(entry, section, earlier));
  named.set(section, earlier ?? entry.span);
  return earlier ? [] : [{ entry, sections: [section], breadth: 0 }];
}

function matchRenamed(
  entry: MapEntry<WrittenSection>,
  free: readonly IndexEntry[],
  index: SectionIndex,
  named: Map<Section, Span>,
  diagnostics: Diagnostic[],
): readonly KeyMatch[] {
  const name = fold(entry.key);
  const begun = beginningInWord(name, free);
  const similar = (begun.length > 0 ? begun : similarSections(name, free)).map(({ section }) => section);
  const [only] = similar;
  if (!only || similar.length > 1 || entry.key.includes('*')) {
    diagnostics.push(unknownSection(entry, similar, index));
    return [];
  }
  diagnostics.push(renamedSection(entry, only, index));
  return claim(entry, only, named, diagnostics);
}

function addMatch(
  { entry, sections }: KeyMatch,
  index: SectionIndex,
  hints: Map<Section, SectionHint>,
  diagnostics: Diagnostic[],
): void {
  const { slides: written, columns, ...plain } = entry.value ?? {};
  const cut = written && matchSlides(written, sections, index);
  diagnostics.push(...(cut?.diagnostics ?? []));
  const heads = columns && matchColumns(columns, sections, index, diagnostics);
  for (const section of sections) {
    const slides = cut?.value.get(section);
    hints.set(section, {
      ...hints.get(section),
      ...plain,
      ...(heads && { columns: heads }),
      ...(slides && slides.length > 0 && { slides }),
      span: entry.span,
    });
  }
}

/** Two titles with this share of words in common are taken for the same section. */
const wordShare = 0.6;
/** Longer titles are compared by their words only: the distance of letters takes quadratic time. */
const letterLimit = 120;

/** The sections whose title is close to a key, in order. The numbers in both have to be the same. */
export function similarSections(name: string, entries: readonly IndexEntry[]): readonly IndexEntry[] {
  const last = name.split('>').at(-1)?.trim() ?? name;
  const words = wordsOf(last);
  return entries.filter(
    ({ title }) =>
      title !== '' && sameNumbers(last, title) && (isNearIn(last, title) || shares(words, wordsOf(title))),
  );
}

function isNearIn(name: string, title: string): boolean {
  if (name.length > letterLimit || title.length > letterLimit) return false;
  const most = Math.max(1, Math.floor(name.length / 3));
  return Math.abs(name.length - title.length) <= most && leven(name, title) <= most;
}

function shares(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const common = [...words].filter((word) => others.has(word)).length;
  return common > 0 && (2 * common) / (words.size + others.size) >= wordShare;
}

/** "Part 1" is not a misspelt "Part 2". */
function sameNumbers(name: string, title: string): boolean {
  return numbers(name) === numbers(title);
}

function numbers(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).join(' ');
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}
