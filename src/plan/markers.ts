import { type Phrasing, plainText } from '../notes/index.ts';
import type { PlanContext } from './draft.ts';
import type { MarkerName, Slide } from './plan.ts';
import { titleColumnWidth } from './room.ts';
import { hasTitlesBeside } from './theme-compositions.ts';
import { hasFormula, shortened } from './topics/short-words.ts';

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

/** What the page number beside the marker takes of its line: `padding-inline-end` of `.marker`, px. */
const pageNumber = 96;

/** How wide a name is set between names, px: each of two has half a line. */
const between = 12;

type MarkerContext = Pick<PlanContext, 'measure' | 'theme'>;

/** Whether a name has no room in the marker beside another one. */
export function isTooLongForMarker(name: string, context: MarkerContext): boolean {
  return !fitsMarker([name], context, lineOf(context) / 2 - between);
}

/** Whether a heading cannot be read in full in the marker, which has words alone, beside another name. */
export function isTooMuchForMarker(title: readonly Phrasing[], context: MarkerContext): boolean {
  return title.some(hasFormula) || isTooLongForMarker(plainText(title), context);
}

/** The marker is set like a caption: `--marker-size`, in the font of the body. */
function fitsMarker(names: readonly string[], { measure }: MarkerContext, width: number): boolean {
  return measure.lines([{ type: 'text', value: names.join(' · ') }], 'marker', width, 'sm') <= 1;
}

/** Lines of a marker in a column at the side, where not every line is full, and what the page number takes of each there, px. */
const inColumn = { lines: 1.7, pageNumber: 36 } as const;

/** px; in a theme with a column at the side the marker has two lines in that. */
function lineOf({ theme }: MarkerContext): number {
  const column = theme.numbers.sm.get('--label-column') ?? 0;
  const columns = [
    ...(column > 0 ? [column - inColumn.pageNumber] : []),
    ...(hasTitlesBeside(theme) ? [titleColumnWidth(theme)] : []),
  ];
  return Math.min(theme.content.width - pageNumber, ...columns.map((width) => inColumn.lines * width));
}

/**
 * The marker has one line: the outermost name and the nearest one say where a slide stands. Names between them go,
 * and long ones are cut short, where they can be read elsewhere: as a title, in the words of a slide, or in the
 * marker of a slide before.
 */
export function trimMarkers(slides: readonly Slide[], context: MarkerContext): readonly Slide[] {
  const titles = new Map(
    slides.flatMap(({ title }) => (title?.span ? [[title.span.start, title.text]] : [])),
  );
  const read = new Set(titles.keys());
  return slides.map((slide) => {
    const names = slide.marker.map((name) => inFull(name, titles.get(name.span.start)));
    const kept = names.filter(({ span }, at) => at === 0 || at === names.length - 1 || !read.has(span.start));
    const isRead = ({ text, span }: MarkerName): boolean =>
      read.has(span.start) || isTooLongForMarker(text, context);
    const marker = inOneLine(
      kept.map((name) => ({ name, isRead: isRead(name) })),
      context,
    );
    for (const { span } of kept.slice(1)) read.add(span.start);
    return { ...slide, marker };
  });
}

/** A name that its own slide has with more words, to be told from others of the name: "Ida: How deep is it?" says more than "Ida". */
function inFull(name: MarkerName, title: string | undefined): MarkerName {
  return title?.startsWith(`${name.text}:`) ? { ...name, text: title.replace(/\s+/gu, ' ') } : name;
}

/**
 * Says of each name of the markers whether it is the place where the deck shows it. A section that the hints' outline
 * makes begins where its first bullet does, which has a name of its own.
 */
export function markRepeated(slides: readonly Slide[]): readonly Slide[] {
  const shown = new Map<number, string[]>();
  const add = (start: number, text: string): void => {
    shown.set(start, [...(shown.get(start) ?? []), text]);
  };
  for (const { title } of slides) if (title?.span) add(title.span.start, title.text);
  return slides.map((slide) => ({
    ...slide,
    marker: slide.marker.map((name): MarkerName => {
      const others = shown.get(name.span.start) ?? [];
      if (others.some((other) => isSameName(other, name.text))) return { ...name, isAgain: true };
      add(name.span.start, name.text);
      return name;
    }),
  }));
}

/** Either may be cut short, or have words added. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(/\s+/gu, ' ').trim().replace(/…$/u, ''));
  return a !== undefined && b !== undefined && (a.startsWith(b) || b.startsWith(a));
}

interface KnownName {
  readonly name: MarkerName;
  /** Its words stand elsewhere too. */
  readonly isRead: boolean;
}

function inOneLine(names: readonly KnownName[], context: MarkerContext): readonly MarkerName[] {
  for (let longest = longestName; longest >= shortestName; longest -= 4) {
    const cut = names.map(({ name, isRead }) => (isRead ? cutShort(name, longest) : name));
    const texts = cut.map(({ text }) => text);
    if (fitsMarker(texts, context, lineOf(context))) return cut;
  }
  const unread = names.filter(({ isRead }) => !isRead);
  return (unread.length > 0 ? unread : names).map(({ name, isRead }) =>
    isRead ? cutShort(name, shortestName) : name,
  );
}

/** Characters below which a name that is cut says nothing. */
const shortestName = 12;

function cutShort(name: MarkerName, longest: number): MarkerName {
  return { ...name, text: shortened(name.text, longest) };
}
