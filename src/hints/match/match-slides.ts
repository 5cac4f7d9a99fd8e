import { type Checked, type Diagnostic, limits, type Span } from '../../diagnostics/index.ts';
import type { Section } from '../../notes/index.ts';
import type { SlideHint } from '../hints.ts';
import type { WrittenSlide } from '../hints-shape.ts';
import type { Spanned } from '../yaml/shape.ts';
import { mayCompare, type SectionIndex } from './find-section.ts';
import { matchColumns } from './match-columns.ts';
import { ambiguousTake, emptySlide, takenTwice, unknownTake } from './take-problems.ts';
import { findUnits, type TakeUnit } from './units.ts';

/**
 * The slides cut out of each section, with the blocks they take. When a glob names several
 * sections, words have to be found in one of them; a slide that takes nothing in a section is
 * not made there.
 */
export function matchSlides(
  slides: readonly Spanned<WrittenSlide>[],
  sections: readonly Section[],
  index: SectionIndex,
): Checked<ReadonlyMap<Section, readonly SlideHint[]>> {
  const diagnostics: Diagnostic[] = [];
  const found = new Set<Spanned<string>>();
  const bySection = new Map(
    sections.map((section) => [section, cutSection(slides, section, index, found, diagnostics)]),
  );
  for (const words of slides.flatMap(({ value }) => value.take ?? [])) {
    if (!found.has(words) && diagnostics.length < limits.hintErrors)
      diagnostics.push(unknownTake(words, sections, index));
  }
  return { value: bySection, diagnostics };
}

function cutSection(
  slides: readonly Spanned<WrittenSlide>[],
  section: Section,
  index: SectionIndex,
  found: Set<Spanned<string>>,
  diagnostics: Diagnostic[],
): readonly SlideHint[] {
  const units = index.unitsOf(section);
  const count = slides.reduce((sum, { value }) => sum + (value.take?.length ?? 1), 0);
  if (!mayCompare(index, count * (units.length + 1))) return [];
  const taken = new Map<TakeUnit, Span>();
  const takes = slides.map(({ value }) =>
    inOrder(
      (value.take ?? []).flatMap((words) => takeUnit(words, section, units, taken, found, diagnostics)),
    ),
  );
  let before = -1;
  return slides.flatMap((slide, at) => {
    const own = slide.value.take ? (takes[at] ?? []) : rest(units, takes, at, before, taken, slide.span);
    before = Math.max(before, takes[at]?.at(-1)?.start ?? -1);
    if (own.length === 0 && !slide.value.take) diagnostics.push(emptySlide(slide.span));
    const { take: _, columns, ...plain } = slide.value;
    const heads = columns && matchColumns(columns, [section], index, diagnostics);
    return own.length === 0
      ? []
      : [
          {
            ...plain,
            ...(heads && { columns: heads }),
            take: own.map(({ start }) => start),
            span: slide.span,
          },
        ];
  });
}

function takeUnit(
  words: Spanned<string>,
  section: Section,
  units: readonly TakeUnit[],
  taken: Map<TakeUnit, Span>,
  found: Set<Spanned<string>>,
  diagnostics: Diagnostic[],
): readonly TakeUnit[] {
  const matches = findUnits(words.value, units);
  const [unit] = matches;
  if (!unit) return [];
  found.add(words);
  const earlier = taken.get(unit);
  if (matches.length > 1) diagnostics.push(ambiguousTake(words, matches, section.span.path));
  else if (earlier) diagnostics.push(takenTwice(words, earlier));
  else taken.set(unit, words.span);
  return matches.length > 1 || earlier ? [] : [unit];
}

function inOrder(units: readonly TakeUnit[]): readonly TakeUnit[] {
  return [...units].sort((a, b) => a.start - b.start);
}

/** What follows the last unit of the slides before, up to the first of the next that takes any. */
function rest(
  units: readonly TakeUnit[],
  takes: readonly (readonly TakeUnit[])[],
  at: number,
  before: number,
  taken: Map<TakeUnit, Span>,
  span: Span,
): readonly TakeUnit[] {
  const next = takes.findIndex((own, index) => index > at && own.length > 0);
  const end = takes[next]?.[0]?.start ?? Number.POSITIVE_INFINITY;
  const own = units.filter(
    (unit) => isContent(unit) && unit.start > before && unit.start < end && !taken.has(unit),
  );
  for (const unit of own) taken.set(unit, span);
  return own;
}

/** A line across the page asks for a new slide and stands on none. */
function isContent({ block }: TakeUnit): boolean {
  return block.type !== 'thematicBreak';
}
