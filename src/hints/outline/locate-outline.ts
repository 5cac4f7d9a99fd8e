import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Notes } from '../../notes/index.ts';
import type { OutlineEntry } from '../hints-shape.ts';
import { findUnits } from '../match/find-unit.ts';
import { indexSections } from '../match/section-index.ts';
import { ambiguousTake } from '../match/take-problems.ts';
import type { Unit } from '../match/units.ts';
import type { Located } from '../yaml/shape.ts';
import { endsEarly, noStart, outOfOrder, unknownStart } from './outline-problems.ts';

/** An entry of the outline and the units it covers: `start` up to, not including, `end`. */
export interface Part {
  readonly title: string;
  readonly entry: OutlineEntry;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
}

/** Where each entry starts and ends. Entries that are not found, or out of order, are left out and reported. */
export function locateOutline(
  outline: readonly Located<OutlineEntry>[],
  units: readonly Unit[],
  notes: Notes,
  diagnostics: Diagnostic[],
): readonly Part[] {
  const search: Search = { units, notes, diagnostics, last: { at: -1 } };
  return close(openAll(outline, search), units.length, search);
}

interface Search {
  readonly units: readonly Unit[];
  readonly notes: Notes;
  readonly diagnostics: Diagnostic[];
  /** Where the entry before starts, in the order of the outline. */
  readonly last: { at: number; words?: Located<string> };
}

/** An entry whose end is not known yet: it depends on the next one. */
interface Open {
  readonly entry: OutlineEntry;
  readonly start: number;
  readonly inner: readonly Open[];
}

function openAll(outline: readonly Located<OutlineEntry>[], search: Search): readonly Open[] {
  return outline.flatMap(({ value, span }) => {
    const from = value.from ? startOf(value.from, search) : undefined;
    const inner = openAll(value.sections ?? [], search);
    const start = from ?? inner[0]?.start;
    if (!value.from && inner.length === 0) search.diagnostics.push(noStart(span, value));
    return start === undefined ? [] : [{ entry: value, start, inner }];
  });
}

function startOf(words: Located<string>, search: Search): number | undefined {
  const found = search.units.length === 0 ? [] : findUnits(words.value, search.units);
  const [unit] = found;
  if (!unit) return report(search, unknownStart(words, search.units, indexSections(search.notes)));
  const path = search.notes.source.path;
  if (found.length > 1) return report(search, ambiguousTake(words, found, path));
  const at = search.units.indexOf(unit);
  const { last } = search;
  if (at <= last.at && last.words) return report(search, outOfOrder(words, unit, last.words, path));
  last.at = at;
  last.words = words;
  return at;
}

function report(search: Search, problem: Diagnostic): undefined {
  search.diagnostics.push(problem);
}

function close(open: readonly Open[], limit: number, search: Search): readonly Part[] {
  return open.map(({ entry, start, inner }, at) => {
    const next = open[at + 1]?.start ?? limit;
    const end = entry.to ? endOf(entry.to, start, next, search) : next;
    return { title: entry.title ?? '', entry, start, end, parts: close(inner, end, search) };
  });
}

function endOf(words: Located<string>, start: number, next: number, search: Search): number {
  const within = search.units.slice(start, next);
  const [unit, ...others] = findUnits(words.value, within);
  const path = search.notes.source.path;
  if (others.length > 0 && unit) report(search, ambiguousTake(words, [unit, ...others], path));
  else if (!unit) report(search, endsEarly(words, search.units, indexSections(search.notes)));
  return unit && others.length === 0 ? search.units.indexOf(unit) + 1 : next;
}
