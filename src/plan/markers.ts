import type { MarkerName, Slide } from './plan.ts';
import { shortened } from './topics/short-words.ts';

/**
 * The heading of a section or a bullet belongs to the first slide that stands below it, whatever that is titled:
 * links and presenter notes go by it.
 */
export function openHeadings(slides: readonly Slide[]): readonly Slide[] {
  const opened = new Set<number>();
  return slides.map((slide) => {
    const headings = [
      ...slide.marker.map(({ span }) => span),
      ...(slide.title?.span ? [slide.title.span] : []),
    ];
    const own = headings.filter(({ start }) => !opened.has(start));
    for (const { start } of own) opened.add(start);
    const starts = new Set(headings.map(({ start }) => start));
    return { ...slide, spans: [...own, ...slide.spans.filter(({ start }) => !starts.has(start))] };
  });
}

/** Characters of a name in the marker that stands in full as a title elsewhere. */
const longestName = 44;

/**
 * The marker has one line: the outermost name and the nearest one say where a slide stands. Names between them go,
 * and long ones are cut short, where they can be read elsewhere: as a title, or in the marker of a slide before.
 */
export function trimMarkers(slides: readonly Slide[]): readonly Slide[] {
  const read = new Set(slides.flatMap(({ title }) => title?.span?.start ?? []));
  return slides.map((slide) => {
    const kept = slide.marker.filter(
      ({ span }, at) => at === 0 || at === slide.marker.length - 1 || !read.has(span.start),
    );
    const marker = kept.map((name) => (read.has(name.span.start) ? cutShort(name) : name));
    for (const { span } of kept.slice(1)) read.add(span.start);
    return { ...slide, marker };
  });
}

function cutShort(name: MarkerName): MarkerName {
  return { ...name, text: shortened(name.text, longestName) };
}
