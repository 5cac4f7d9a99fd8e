// Where the theme has a column at the side of the content, the name of a section has room there, set as large as a title.
import type { Box } from '../layouts/index.ts';
import type { Phrasing } from '../notes/index.ts';
import type { PlanContext } from './draft.ts';
import type { Slide } from './plan.ts';

/** Lines of a title and of a marker that leave room below them. */
const most = { title: 4, marker: 2 } as const;

/** What a name keeps clear of the panel's edge, px. */
const edge = 2;

/** Slides of sections with what their first slide can have in that column: the title, or the section's name as the marker. */
export function nameInColumn(context: PlanContext, slides: readonly Slide[]): readonly Slide[] {
  const number = (name: string): number => context.theme.numbers.sm.get(name) ?? 0;
  if (number('--label-column') === 0) return slides;
  // Half of the gap is the panel's.
  const column = number('--label-column') + number('--label-gap') / 2 - edge;
  const fits = (words: readonly Phrasing[], lines: number): boolean =>
    context.measure.holdsWords(words, 'title', column, 'sm') &&
    context.measure.lines(words, 'title', column, 'sm') <= lines;
  return slides.map((slide): Slide => {
    const { layout, title, marker, section, body } = slide;
    if (apart.has(layout) || !title || !body || isInColumn(body)) return slide;
    const [name, ...others] = marker;
    if (!name && title.text === section[0])
      return fits(title.content, most.title) ? { ...slide, named: 'heading' } : slide;
    if (!name || others.length > 0) return slide;
    return fits([{ type: 'text', value: name.text }], most.marker) ? { ...slide, named: 'marker' } : slide;
  });
}

const apart: ReadonlySet<Slide['layout']> = new Set(['title', 'section', 'closing', 'agenda']);

/** Whether something of the content stands in the column; what stands on its floor leaves the room above free. */
function isInColumn(box: Box): boolean {
  if (/\bstub\b/u.test(box.class)) return true;
  if (box.kind === 'row' && box.boxes.some(({ inMargin }) => inMargin)) return true;
  return (box.kind === 'row' || box.kind === 'stack') && box.boxes.some(isInColumn);
}
