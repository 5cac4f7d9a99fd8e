import { leadingOf } from '../layouts/index.ts';
import type { BodySize, Theme } from '../theme/index.ts';
import type { PlanContext, Segment } from './draft.ts';
import { wholeIn } from './whole-code.ts';

/** The room of a segment's slides by bodySize; computed once for titles of the same size. */
export function roomOf(
  context: PlanContext,
  segment: Pick<Segment, 'title' | 'role' | 'within'>,
): (bodySize: BodySize) => number {
  const known = new Map<string, number>();
  return (bodySize) => {
    const { title, cover } = context.theme.bodySizes[bodySize];
    const key = `${title.size} ${cover.size}`;
    const room = known.get(key) ?? slideRoom(context, segment, bodySize);
    known.set(key, room);
    return room;
  };
}

/** Height for a slide's body, px: less when the title takes more than one line, or heads stand below it. */
function slideRoom(
  context: PlanContext,
  segment: Pick<Segment, 'title' | 'role' | 'within'>,
  bodySize: BodySize,
): number {
  const { theme } = context;
  const { height } = theme.content;
  if (segment.role === 'opening') return openingRoom(context, segment, bodySize);
  if (segment.title.length === 0) return height + untitledGain(theme);
  if (segment.role === 'divider') return height;
  const title = titleLines(context, segment.title, 'title', bodySize);
  return height - Math.max(0, title.count - 1) * title.height - heightWithin(context, segment);
}

/** Of the heads below a title, px. */
function heightWithin({ theme, measure }: PlanContext, { within = [] }: Pick<Segment, 'within'>): number {
  const lines = within.reduce(
    (sum, { content }) => sum + measure.lines(content, 'caption', theme.content.width, 'sm'),
    0,
  );
  return lines * (theme.numbers.sm.get('--caption-line') ?? 0);
}

/** How many lines a title has, and the height of one, px; their `leading` in em, where its words need more than the style has. */
export function titleLines(
  { theme, measure }: Pick<PlanContext, 'theme' | 'measure'>,
  title: Segment['title'],
  style: 'title' | 'cover' | 'divider',
  bodySize: BodySize,
  width: number = theme.content.width,
): { readonly count: number; readonly height: number; readonly leading?: number } {
  const { size, line } = theme.bodySizes[bodySize][style];
  const whole = wholeIn({ theme, measure }, title, { style, width, bodySize });
  const count = measure.lines(whole, style, width, bodySize);
  const leading = count > 1 ? leadingOf(title) : 0;
  return leading * size > line ? { count, height: leading * size, leading } : { count, height: line };
}

/** Room beside a title that stands at the side, from its top to the floor, px; none where the title does not fit its column. */
export function besideRoom(
  context: Pick<PlanContext, 'theme' | 'measure'>,
  { title }: Pick<Segment, 'title'>,
  bodySize: BodySize,
): { readonly width: number; readonly height: number } {
  const { theme, measure } = context;
  const number = (name: string): number => theme.numbers.sm.get(name) ?? 0;
  const width = titleColumnWidth(theme);
  const { count, height } = titleLines(context, title, 'title', bodySize, width);
  const room = theme.content.height + untitledGain(theme);
  const fits = measure.holdsWords(title, 'title', width, bodySize) && count * height <= room - markerRoom;
  return {
    width: theme.size.width - number('--title-column') - number('--space-large') - number('--margin-end'),
    height: fits ? room : 0,
  };
}

/** What a title at the side leaves free below it, px: the marker may stand there. */
const markerRoom = 48;

/** The width of a title at the side, px. */
export function titleColumnWidth({ numbers }: Theme): number {
  const number = (name: string): number => numbers.sm.get(name) ?? 0;
  return number('--title-column') - number('--margin') - number('--space-large');
}

/** A slide without a title begins where the title would stand, px. */
function untitledGain(theme: Theme): number {
  return Math.max(0, theme.content.top - titleTop(theme));
}

/** The title slide stands on the floor of its content, px. */
function openingRoom(context: PlanContext, segment: Pick<Segment, 'title'>, bodySize: BodySize): number {
  const left = openingHeight(context.theme) - deckTitleHeight(context, segment, bodySize);
  return Math.max(0, left);
}

/** Below `--title-top`, above the floor of the content, px. */
function openingHeight(theme: Theme): number {
  return theme.content.top - titleTop(theme) + theme.content.height;
}

function deckTitleHeight(
  context: PlanContext,
  { title }: Pick<Segment, 'title'>,
  bodySize: BodySize,
): number {
  const { count, height } = titleLines(context, title, 'cover', bodySize);
  return count * height + context.theme.spaces.medium;
}

/** What the deck's title may take of its slide, at the smallest size: who speaks, and where, stands below it. */
const largestShare = 0.7;

export function isTooTallForOpening(context: PlanContext, segment: Pick<Segment, 'title'>): boolean {
  return deckTitleHeight(context, segment, 'xs') > largestShare * openingHeight(context.theme);
}

/** A divider has nothing below its title, and the marker above it. */
export function isTooTallForDivider(context: PlanContext, { title }: Pick<Segment, 'title'>): boolean {
  const { count, height } = titleLines(context, title, 'divider', 'xs');
  return count * height > openingHeight(context.theme) - markerRoom;
}

function titleTop(theme: Theme): number {
  return theme.numbers.sm.get('--title-top') ?? theme.content.top;
}
