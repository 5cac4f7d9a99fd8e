// The talk seen from afar: a column a section, a line a slide, as long as the slide has words. Drawn on the cover, the
// dividers and the closing, where there is room for it.

import type { PlanContext } from './draft.ts';
import type { Slide, TalkShape } from './plan.ts';
import { titleLines } from './room.ts';
import { wordsOnSlide } from './topics/amount.ts';

/** px: where it begins, a line with the space to the next, and what it keeps clear of the title. */
const [top, pitch, clear] = [64, 28, 40];

/** Sections and slides that make a shape, slides of a section without which it is a scatter of dashes, and more sections than are told apart. */
const enough = { sections: 2, slides: 6, perSection: 1.5, mostSections: 12 } as const;

/** Words of the longest line; the shortest line is so much of it (%). */
const [mostWords, shortest] = [70, 14];

interface ShapeColumn {
  readonly name: string;
  readonly lines: readonly number[];
}

/** Covers, dividers and closings with the shape, all of them or none: one that is missing would look like a fault. */
export function drawShape(context: PlanContext, slides: readonly Slide[]): readonly Slide[] {
  const runs = runsOf(slides);
  const lines = runs.flatMap((run) => run.lines);
  if (runs.length < enough.sections || runs.length > enough.mostSections) return slides;
  if (lines.length < Math.max(enough.slides, enough.perSection * runs.length)) return slides;
  const height = pitch * Math.max(...runs.map((run) => run.lines.length));
  const bearing = slides.filter(({ layout }) => isBearing(layout));
  // In a column of its own it is clear of the title.
  const isApart = (context.theme.numbers.sm.get('--label-column') ?? 0) > 0;
  if (!isApart && bearing.some((slide) => top + height + clear > titleTopOf(context, slide))) return slides;
  return slides.map((slide) =>
    isBearing(slide.layout) ? { ...slide, shape: shapeFor(slide, runs) } : slide,
  );
}

function isBearing(layout: Slide['layout']): boolean {
  return layout === 'title' || layout === 'section' || layout === 'closing';
}

function shapeFor({ layout, section }: Slide, runs: readonly ShapeColumn[]): TalkShape {
  const most = Math.max(1, ...runs.flatMap((run) => run.lines));
  return runs.map(({ name, lines }) => ({
    lines: lines.map((words) => Math.max(shortest, Math.round((100 * words) / most))),
    isCurrent: layout === 'section' && name === section[0],
  }));
}

/** Slides of content by their sections, in order. */
function runsOf(slides: readonly Slide[]): readonly ShapeColumn[] {
  const runs: { readonly name: string; readonly lines: number[] }[] = [];
  for (const slide of slides) {
    if (isBearing(slide.layout) || slide.layout === 'agenda') continue;
    const name = slide.section[0] ?? '';
    const words = Math.min(mostWords, wordsOnSlide(slide));
    if (runs.at(-1)?.name === name) runs.at(-1)?.lines.push(words);
    else runs.push({ name, lines: [words] });
  }
  return runs;
}

/** Where the title begins that stands on the floor with what is below it, px from the top of the slide. */
function titleTopOf(context: PlanContext, { title, layout, body, bodySize }: Slide): number {
  const { theme, measure } = context;
  const { width, top: contentTop, height } = theme.content;
  const style = layout === 'title' ? 'cover' : 'divider';
  const lines = title && titleLines(context, title.content, style, bodySize);
  const below = body
    ? theme.spaces[layout === 'title' ? 'medium' : 'large'] + measure.box(body, width, bodySize)
    : 0;
  return contentTop + height - below - (lines ? lines.count * lines.height : 0);
}
