import type { Checked, Diagnostic, Span } from '../../diagnostics/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import type { SectionHint } from '../hints.ts';
import type { WrittenSection } from '../hints-shape.ts';
import type { Entry } from '../yaml/collections.ts';
import { beginningInWord, findSection } from './find-section.ts';
import { fold } from './fold.ts';
import { matchSlides } from './match-slides.ts';
import { type IndexEntry, indexSections, type SectionIndex } from './section-index.ts';
import { ambiguousSection, namedTwice, renamedSection, unknownSection } from './section-problems.ts';
import { similarSections } from './similar-section.ts';

/** Comparing every wrong key with every heading takes quadratic time: no more than these. */
const comparedKeys = 100;

/** A key under `sections:` and what it was found to mean. */
interface Match {
  readonly entry: Entry<WrittenSection>;
  readonly sections: readonly Section[];
  /** 0 for one section, otherwise the less the glob says the more. */
  readonly breadth: number;
}

/**
 * The hints of every section. Several keys may mean the same section: a glob gives way to a
 * narrower glob, and that to a name, key by key; `layers` later in the list win over earlier ones.
 */
export function matchSections(
  layers: readonly (readonly Entry<WrittenSection>[])[],
  notes: Notes,
): Checked<ReadonlyMap<Section, SectionHint>> {
  const index = indexSections(notes);
  const diagnostics: Diagnostic[] = [];
  const hints = new Map<Section, SectionHint>();
  for (const layer of layers) {
    const matches = matchKeys(layer, index, diagnostics);
    for (const match of matches) addMatch(match, index, hints, diagnostics);
  }
  return { value: hints, diagnostics };
}

/** The broadest first. Renamed headings are looked for among the sections that no key names. */
function matchKeys(
  layer: readonly Entry<WrittenSection>[],
  index: SectionIndex,
  diagnostics: Diagnostic[],
): readonly Match[] {
  const matches: Match[] = [];
  const named = new Map<Section, Span>();
  const missing: Entry<WrittenSection>[] = [];
  for (const entry of layer) {
    const found = findSection(entry.key, index);
    if (found.kind === 'none') missing.push(entry);
    else if (found.kind === 'several') diagnostics.push(ambiguousSection(entry, found.sections, index));
    else if (found.kind === 'glob')
      matches.push({ entry, sections: found.sections, breadth: breadth(entry.key) });
    else matches.push(...claim(entry, found.section, named, diagnostics));
  }
  for (const [at, entry] of missing.entries()) {
    const free = at < comparedKeys ? index.entries.filter(({ section }) => !named.has(section)) : [];
    matches.push(...matchRenamed(entry, free, index, named, diagnostics));
  }
  return matches.sort((a, b) => b.breadth - a.breadth);
}

function breadth(glob: string): number {
  return 1 / fold(glob).length;
}

function claim(
  entry: Entry<WrittenSection>,
  section: Section,
  named: Map<Section, Span>,
  diagnostics: Diagnostic[],
): readonly Match[] {
  const earlier = named.get(section);
  if (earlier) diagnostics.push(namedTwice(entry, section, earlier));
  named.set(section, earlier ?? entry.span);
  return earlier ? [] : [{ entry, sections: [section], breadth: 0 }];
}

function matchRenamed(
  entry: Entry<WrittenSection>,
  free: readonly IndexEntry[],
  index: SectionIndex,
  named: Map<Section, Span>,
  diagnostics: Diagnostic[],
): readonly Match[] {
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
  { entry, sections }: Match,
  index: SectionIndex,
  hints: Map<Section, SectionHint>,
  diagnostics: Diagnostic[],
): void {
  const { slides: written, ...plain } = entry.value ?? {};
  const cut = written && matchSlides(written, sections, index);
  diagnostics.push(...(cut?.diagnostics ?? []));
  for (const section of sections) {
    const slides = cut?.value.get(section);
    hints.set(section, {
      ...hints.get(section),
      ...plain,
      ...(slides && slides.length > 0 && { slides }),
      span: entry.span,
    });
  }
}
