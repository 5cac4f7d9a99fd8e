import { leadingOf } from '../layouts/index.ts';
import type { BodySize, Theme } from '../theme/index.ts';
import type { PlanContext, Segment } from './draft.ts';

/** The room of a segment's slides by bodySize; computed once for titles of the same size. */
export function roomOf(
  context: PlanContext,
  segment: Pick<Segment, 'title' | 'role'>,
): (bodySize: BodySize) => number {
  const known = new Map<string, number>();
  return (bodySize) => {
    const { title, cover, divider } = context.theme.bodySizes[bodySize];
    const key = `${title.size} ${cover.size} ${divider.size}`;
    const room = known.get(key) ?? slideRoom(context, segment, bodySize);
    known.set(key, room);
    return room;
  };
}

/** Height for a slide's body, px: less when the title takes more than one line. */
function slideRoom(
  context: PlanContext,
  segment: Pick<Segment, 'title' | 'role'>,
  bodySize: BodySize,
): number {
  const { theme } = context;
  const { height } = theme.content;
  if (segment.role === 'opening') return openingRoom(context, segment, 'cover', bodySize);
  if (segment.title.length === 0) return height + untitledGain(theme);
  if (segment.role === 'divider') return openingRoom(context, segment, 'divider', bodySize);
  const title = titleLines(context, segment.title, 'title', bodySize);
  return height - Math.max(0, title.count - 1) * title.height;
}

/** How many lines a title has, and the height of one, px; their `leading` in em, where its words need more than the style has. */
export function titleLines(
  { theme, measure }: Pick<PlanContext, 'theme' | 'measure'>,
  title: Segment['title'],
  style: 'title' | 'cover' | 'divider',
  bodySize: BodySize,
): { readonly count: number; readonly height: number; readonly leading?: number } {
  const { size, line } = theme.bodySizes[bodySize][style];
  const count = measure.lines(title, style, theme.content.width, bodySize);
  const leading = count > 1 ? leadingOf(title) : 0;
  return leading * size > line ? { count, height: leading * size, leading } : { count, height: line };
}

/** A slide without a title begins where the title would stand, px. */
function untitledGain(theme: Theme): number {
  return Math.max(0, theme.content.top - titleTop(theme));
}

/** The titles of the deck and of sections stand on the floor, with what is below them, px. */
function openingRoom(
  context: PlanContext,
  { title }: Pick<Segment, 'title'>,
  style: 'cover' | 'divider',
  bodySize: BodySize,
): number {
  return Math.max(0, openingHeight(context.theme) - largeTitleHeight(context, title, style, bodySize));
}

/** Below `--title-top`, above the floor of the content, px. */
function openingHeight(theme: Theme): number {
  return theme.content.top - titleTop(theme) + theme.content.height;
}

/** With the space below it. */
function largeTitleHeight(
  context: PlanContext,
  title: Segment['title'],
  style: 'cover' | 'divider',
  bodySize: BodySize,
): number {
  const { count, height } = titleLines(context, title, style, bodySize);
  return count * height + context.theme.spaces[style === 'cover' ? 'medium' : 'large'];
}

/** What the deck's title may take of its slide, at the smallest size: who speaks, and where, stands below it. */
const largestShare = 0.7;

export function isTooTallForOpening(context: PlanContext, segment: Pick<Segment, 'title'>): boolean {
  return (
    largeTitleHeight(context, segment.title, 'cover', 'xs') > largestShare * openingHeight(context.theme)
  );
}

function titleTop(theme: Theme): number {
  return theme.numbers.sm.get('--title-top') ?? theme.content.top;
}
