// Where each entry of an outline starts and ends in the notes, and what can be wrong with it.
import { type Diagnostic, limits, type Span } from '../../diagnostics/index.ts';
import type { Notes } from '../../notes/index.ts';
import type { OutlineEntry } from '../hints-shape.ts';
import { indexSections, manyComparisons, mayCompare, type SectionIndex } from '../match/find-section.ts';
import { ambiguousTake, suggestion } from '../match/take-problems.ts';
import { findUnits, type TakeUnit } from '../match/units.ts';
import type { Spanned } from '../yaml/shape.ts';
import { excerpt } from '../yaml/shape-problems.ts';

/** An entry of the outline and the units it covers: `start` up to, not including, `end`. */
export interface OutlinePart {
  readonly title: string;
  readonly entry: OutlineEntry;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly OutlinePart[];
}

/** Where each entry starts and ends. Entries that are not found, or out of order, are left out and reported. */
export function locateOutline(
  outline: readonly Spanned<OutlineEntry>[],
  units: readonly TakeUnit[],
  notes: Notes,
  diagnostics: Diagnostic[],
): readonly OutlinePart[] {
  const index = indexSections(notes, limits.hintComparisons);
  const search: OutlineSearch = { units, index, path: notes.source.path, diagnostics, last: { at: -1 } };
  const parts = close(openAll(outline, search), units.length, search);
  const tooMany = outline[0] && manyComparisons(index, outline[0].span);
  if (tooMany) diagnostics.splice(0, diagnostics.length, tooMany);
  return tooMany ? [] : parts;
}

interface OutlineSearch {
  readonly units: readonly TakeUnit[];
  readonly index: SectionIndex;
  /** Of the notes. */
  readonly path: string;
  readonly diagnostics: Diagnostic[];
  /** Where the entry before starts, in the order of the outline. */
  readonly last: { at: number; words?: Spanned<string> };
}

/** An entry whose end is not known yet: it depends on the next one. */
interface OpenPart {
  readonly entry: OutlineEntry;
  readonly start: number;
  readonly inner: readonly OpenPart[];
}

function openAll(outline: readonly Spanned<OutlineEntry>[], search: OutlineSearch): readonly OpenPart[] {
  return outline.flatMap(({ value, span }) => {
    const from = value.from ? startOf(value.from, search) : undefined;
    const inner = openAll(value.sections ?? [], search);
    const start = from ?? inner[0]?.start;
    if (!value.from && inner.length === 0) search.diagnostics.push(noStart(span, value));
    return start === undefined ? [] : [{ entry: value, start, inner }];
  });
}

function startOf(words: Spanned<string>, search: OutlineSearch): number | undefined {
  const { units, index, path } = search;
  if (!mayCompare(index, units.length)) return undefined;
  const found = findUnits(words.value, units);
  const [unit] = found;
  if (!unit) return mayExplain(search) ? report(search, unknownStart(words, units, index)) : undefined;
  if (found.length > 1) return report(search, ambiguousTake(words, found, path));
  const at = units.indexOf(unit);
  const { last } = search;
  if (at <= last.at && last.words) return report(search, outOfOrder(words, unit, last.words, path));
  last.at = at;
  last.words = words;
  return at;
}

/** Looking for what was meant takes longer than looking for what is said. */
function mayExplain({ diagnostics }: OutlineSearch): boolean {
  return diagnostics.length < limits.hintErrors;
}

function report(search: OutlineSearch, problem: Diagnostic): undefined {
  search.diagnostics.push(problem);
}

function close(open: readonly OpenPart[], limit: number, search: OutlineSearch): readonly OutlinePart[] {
  return open.map(({ entry, start, inner }, at) => {
    const next = open[at + 1]?.start ?? limit;
    const end = entry.to ? endOf(entry.to, start, next, search) : next;
    return { title: entry.title ?? '', entry, start, end, parts: close(inner, end, search) };
  });
}

function endOf(words: Spanned<string>, start: number, next: number, search: OutlineSearch): number {
  const { units, index, path } = search;
  if (!mayCompare(index, units.length)) return next;
  const [unit, ...others] = findUnits(words.value, units.slice(start, next));
  if (others.length > 0 && unit) report(search, ambiguousTake(words, [unit, ...others], path));
  else if (!unit && mayExplain(search)) report(search, endsEarly(words, units, index));
  return unit && others.length === 0 ? units.indexOf(unit) + 1 : next;
}

export function noFlatPart(span: Span): Diagnostic {
  return {
    code: 'hints/outline-order',
    severity: 'error',
    message: 'the outline has nothing to cut: all of the notes stand below headings',
    span,
    help: 'name their headings under `sections:` and remove the outline',
  };
}

export function noStart(span: Span, entry: OutlineEntry): Diagnostic {
  return {
    code: 'hints/wrong-type',
    severity: 'error',
    message: `\`${excerpt(entry.title ?? '')}\` does not say where it starts`,
    span,
    help: 'add `from:` with the first words of the first bullet that belongs to it',
  };
}

export function unknownStart(
  { value, span }: Spanned<string>,
  units: readonly TakeUnit[],
  index: SectionIndex,
): Diagnostic {
  return {
    code: 'hints/unknown-block',
    severity: 'error',
    message: `nothing in the notes begins with \`${excerpt(value)}\``,
    span,
    help: suggestion(value, units, index),
  };
}

export function outOfOrder(
  { value, span }: Spanned<string>,
  unit: TakeUnit,
  before: Spanned<string>,
  notesPath: string,
): Diagnostic {
  return {
    code: 'hints/outline-order',
    severity: 'error',
    message: `\`${excerpt(value)}\` does not come after \`${excerpt(before.value)}\` in the notes`,
    span,
    related: [{ span: { path: notesPath, start: unit.start, end: unit.end }, message: 'it stands here' }],
    help: 'list the sections in the order of the notes',
  };
}

/** The words of `to` are not between the start of their section and the start of the next. */
export function endsEarly(
  words: Spanned<string>,
  units: readonly TakeUnit[],
  index: SectionIndex,
): Diagnostic {
  if (findUnits(words.value, units).length === 0) return unknownStart(words, units, index);
  return {
    code: 'hints/outline-order',
    severity: 'error',
    message: `\`${excerpt(words.value)}\` does not stand in the section that it should end`,
    span: words.span,
    help: '`to` names the last bullet of its own section; without it the section ends where the next starts',
  };
}
