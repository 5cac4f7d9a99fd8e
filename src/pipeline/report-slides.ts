import { lineOf, lineStarts } from '../diagnostics/index.ts';
import type { LayoutName } from '../layouts/index.ts';
import type { Notes } from '../notes/index.ts';
import type { Plan, Slide } from '../plan/index.ts';
import type { BodySize } from '../theme/index.ts';
import { cutAfter, type SlideCut } from './slide-cut.ts';

/** What was decided about one slide, for people and programs. */
export interface SlideReport {
  /** From 1. */
  readonly number: number;
  /** Empty when the slide has none. */
  readonly title: string;
  readonly layout: LayoutName;
  /** Titles from the outermost section inwards; empty on the title slide. */
  readonly section: readonly string[];
  /** When a section goes on over several slides. */
  readonly part?: { readonly number: number; readonly of: number };
  /** First and last line of the notes it shows, from 1; not there when it shows none. */
  readonly lines?: readonly [first: number, last: number];
  /** When what belongs with it goes on on the next slide: why, and the words that it goes on with. */
  readonly cut?: SlideCut;
  readonly bodySize: BodySize;
  /** Predicted height of the body over the height there is: 0.8 is four fifths full. */
  readonly fill: number;
  readonly reason: string;
  readonly alternatives: Slide['alternatives'];
}

/** One report a slide, in order. */
export function reportSlides(plan: Plan, notes: Notes): readonly SlideReport[] {
  const starts = lineStarts(notes.source.text);
  return plan.slides.map((slide, index) => {
    const cut = cutAfter(slide, plan.slides[index + 1], notes);
    const report = reportSlide(slide, index + 1, notes.source.path, starts);
    return cut ? { ...report, cut } : report;
  });
}

function reportSlide(slide: Slide, number: number, path: string, starts: readonly number[]): SlideReport {
  const spans = slide.spans.filter((span) => span.path === path);
  const first = lineOf(Math.min(...spans.map(({ start }) => start)), starts);
  const last = lineOf(Math.max(...spans.map(({ start, end }) => Math.max(start, end - 1))), starts);
  return {
    number,
    title: slide.title?.text ?? '',
    layout: slide.layout,
    section: slide.section,
    ...(slide.title?.part && { part: slide.title.part }),
    ...(spans.length > 0 && { lines: [first, last] as const }),
    bodySize: slide.bodySize,
    fill: Math.round(slide.fill * 1000) / 1000,
    reason: slide.reason,
    alternatives: slide.alternatives,
  };
}
