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

/** What the page number beside the marker takes of its line: `padding-inline-end` of `.marker`, px. */
const pageNumber = 96;

/** Characters that a name is cut to at most: fewer say nothing. */
const shortestName = 12;

/** A name that is cut to the fewest characters, of usual width. */
const shortestBeside = `${'n'.repeat(shortestName)}…`;

type MarkerContext = Pick<PlanContext, 'measure' | 'theme'>;

/** Whether a name has no room in the marker beside another one that is cut short. */
export function isTooLongForMarker(name: string, context: MarkerContext): boolean {
  return !fitsMarker([shortestBeside, name], context);
}

/** Whether a heading cannot be read in full in the marker, which has words alone, beside another one in full. */
export function isTooMuchForMarker(title: readonly Phrasing[], context: MarkerContext): boolean {
  return title.some(hasFormula) || !fitsMarker([plainText(title)], context, lineOf(context) / 2 - between);
}

/** How wide a name is set between names, px: each of two has half a line. */
const between = 12;

/** The marker is set like a caption: `--marker-size`, in the font of the body. */
function fitsMarker(names: readonly string[], context: MarkerContext, width = lineOf(context)): boolean {
  return context.measure.lines([{ type: 'text', value: names.join(' · ') }], 'marker', width, 'sm') <= 1;
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
 * The names of a marker that are shown: the outermost and the nearest one say where a slide stands, and those between
 * them go where they are read elsewhere.
 */
export function keptNames<Name extends MarkerName>(
  marker: readonly Name[],
  read: ReadonlySet<number>,
): readonly Name[] {
  return marker.filter(({ span }, at) => at === 0 || at === marker.length - 1 || !read.has(span.start));
}

/** Whether there is room for names of which those that are read elsewhere can be cut short. */
export function hasRoomInMarker(names: readonly KnownName[], context: MarkerContext): boolean {
  return fitsMarker(
    names.map(({ name, isRead }) => (isRead ? shortened(name.text, shortestName) : name.text)),
    context,
  );
}

/**
 * The marker has one line. Long names are cut short, where they can be read elsewhere: as a title, below one, or in
 * the marker of a slide before.
 */
export function trimMarkers(slides: readonly Slide[], context: MarkerContext): readonly Slide[] {
  const titles = new Map(
    slides.flatMap(({ title }) => (title?.span ? [[title.span.start, title.text]] : [])),
  );
  const read = new Set(titles.keys());
  return slides.map((slide) => {
    const said = new Set(slide.within?.map(({ span }) => span.start));
    const names = slide.marker
      .filter(({ span }) => !said.has(span.start))
      .map((name) => inFull(name, titles.get(name.span.start)));
    const kept = keptNames(names, read);
    const marker = inOneLine(
      kept.map((name) => ({ name, isRead: read.has(name.span.start) })),
      context,
    );
    for (const { span } of [...kept, ...(slide.within ?? [])]) read.add(span.start);
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
  for (const { title, within = [] } of slides) {
    if (title?.span) add(title.span.start, title.text);
    for (const { content, span } of within) add(span.start, plainText(content));
  }
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

/** A name of a marker, and whether its words stand elsewhere, too. */
export interface KnownName {
  readonly name: MarkerName;
  readonly isRead: boolean;
}

/** Characters that are left of the outer names and of the nearest one, step by step: the nearest says the most. */
const steps: readonly (readonly [outer: number, nearest: number])[] = [
  ...[64, 56, 48, 40, 32, 24].map((outer) => [outer, Number.POSITIVE_INFINITY] as const),
  ...[72, 64, 56, 48, 40].map((nearest) => [24, nearest] as const),
  ...[32, 24, 16, shortestName].map((nearest) => [Math.min(16, nearest), nearest] as const),
];

/** The names with as many of their words as the line holds; those that stand nowhere else stay whole. */
function inOneLine(names: readonly KnownName[], context: MarkerContext): readonly MarkerName[] {
  const fits = (cut: readonly MarkerName[]): boolean =>
    fitsMarker(
      cut.map(({ text }) => text),
      context,
    );
  const whole = names.map(({ name }) => name);
  if (fits(whole)) return whole;
  const cutTo = ([outer, nearest]: readonly [number, number]): readonly MarkerName[] =>
    names.map(({ name, isRead }, at) =>
      isRead ? { ...name, text: shortened(name.text, at === names.length - 1 ? nearest : outer) } : name,
    );
  const found = steps.map(cutTo).find(fits);
  if (found) return found;
  const unread = names.filter(({ isRead }) => !isRead).map(({ name }) => name);
  return unread.length > 0 ? unread : cutTo([shortestName, shortestName]);
}
