import type { Notes, Section } from '../../notes/index.ts';
import { fold } from './fold.ts';
import { type TakeUnit, unitsOf } from './units.ts';

/** Every section of the notes, in order, with the names it can be called by. */
export interface SectionIndex {
  readonly entries: readonly IndexEntry[];
  readonly byTitle: ReadonlyMap<string, readonly IndexEntry[]>;
  /** What can be taken from a section's own blocks. */
  readonly unitsOf: (section: Section) => readonly TakeUnit[];
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

export function indexSections(notes: Notes): SectionIndex {
  const entries = notes.sections.flatMap((section) => entriesOf(section, []));
  const byTitle = new Map<string, IndexEntry[]>();
  for (const entry of entries) {
    if (entry.title === '') continue;
    const same = byTitle.get(entry.title);
    if (same) same.push(entry);
    else byTitle.set(entry.title, [entry]);
  }
  return { entries, byTitle, unitsOf: cachedUnits() };
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
