import {
  type BodySize,
  type Box,
  type Composition,
  type Content,
  compositionsOf,
  geometries,
  type Layout,
  type LayoutMatch,
  type StyleName,
} from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import { bodySizes, shareWidth, type Theme } from '../theme/index.ts';
import type { PlanContext, Segment, Setting } from './draft.ts';
import { besideRoom } from './room.ts';
import { asThemeWants, isTitleBeside } from './theme-compositions.ts';

/** A layout that takes the content, and one of the compositions that it can be set in. */
export interface Candidate {
  readonly layout: Layout;
  readonly composition: Composition;
  readonly match: LayoutMatch;
}

/** What is to be set, and what it can be set in, the best first. */
export interface Task {
  readonly context: PlanContext;
  readonly segment: Segment;
  readonly content: Content;
  readonly candidates: readonly Candidate[];
  /** Height for the body at a body size, px. */
  readonly room: (bodySize: BodySize) => number;
}

/** A layout with each of its compositions that takes the content and that the theme uses. */
export function candidatesOf(
  theme: Theme,
  layout: Layout,
  match: LayoutMatch,
  content: Content,
  title: readonly Phrasing[] = [],
): readonly Candidate[] {
  const hasMarkup = title.length !== 1 || title[0]?.type !== 'text';
  const candidates = compositionsOf(layout)
    .filter((composition) => composition.takes(content) && !(composition.title && hasMarkup))
    .map((composition) => ({ layout, match, composition }));
  return asThemeWants(theme, candidates);
}

/** How a slide is arranged as seen from the back of the room: slides of one skeleton look alike. */
export function skeletonOf({ layout, composition }: Pick<Setting, 'layout' | 'composition'>): string {
  return composition === 'plain' ? geometries[layout] : composition;
}

/** Share of its room that type may fill, unless it is composed to fill all of it: the rest is air, and large type needs more of it. */
const fullest = { usual: 0.96, large: 0.9 } as const;
const large: ReadonlySet<BodySize> = new Set(['xxxl', 'xxl', 'xl']);

/** The content at the largest size of the ladder at which all of it fits, down to `least`; undefined when it does not. */
export function largestFit(task: Task, candidate: Candidate, least: BodySize): Setting | undefined {
  const isBeside = isTitleBeside(task.context.theme, candidate) && task.segment.title.length > 0;
  return (
    (isBeside && fitIn(task, candidate, 'sm', 'beside')) ||
    fitIn(task, candidate, least, 'below') ||
    undefined
  );
}

function fitIn(task: Task, candidate: Candidate, least: BodySize, place: BodyPlace): Setting | undefined {
  const first = bodySizes.indexOf(candidate.composition.largest(task.content));
  const last = bodySizes.indexOf(least);
  const arranged = arrange(task, candidate, task.content.blocks, place);
  for (const bodySize of bodySizes.slice(Math.min(first, last), last + 1)) {
    const filled = fillAt(task, arranged, bodySize);
    const isFilled = bodySize === least || fillsOf(arranged, filled) === 'whole';
    if (filled.fill > (isFilled ? 1 : large.has(bodySize) ? fullest.large : fullest.usual)) continue;
    return filled.fill < (candidate.composition.fewest ?? 0)
      ? undefined
      : settingOf(task, candidate, arranged, filled);
  }
  return undefined;
}

/** The content in a composition at a size, and how full that is. */
export function applyLayout(
  task: Task,
  candidate: Candidate,
  blocks: readonly Block[],
  bodySize: BodySize,
): Setting {
  const arranged = arrange(task, candidate, blocks);
  return settingOf(task, candidate, arranged, fillAt(task, arranged, bodySize));
}

/** How full a slide with these blocks alone is. */
export function fillOf(
  task: Task,
  candidate: Candidate,
  blocks: readonly Block[],
  bodySize: BodySize,
): number {
  return fillAt(task, arrange(task, candidate, blocks), bodySize).fill;
}

/** Where the content stands: below the title, or beside it. */
type BodyPlace = 'below' | 'beside';

/** The boxes that blocks are set in, whatever the size. */
interface Arranged {
  readonly place: BodyPlace;
  readonly composition: Composition;
  readonly blocks: readonly Block[];
  readonly body: Box;
}

/** A part of the content is set as its layout sets any amount. */
function arrange(
  { content }: Task,
  { layout, composition }: Candidate,
  blocks: readonly Block[],
  place: BodyPlace = 'below',
): Arranged {
  const isPart = blocks !== content.blocks;
  const [own = composition] = isPart ? compositionsOf(layout).slice(-1) : [];
  const isNarrow = place === 'beside';
  return { place, composition: own, blocks, body: own.arrange({ ...content, blocks, isPart, isNarrow }) };
}

type Filled = Pick<Setting, 'bodySize' | 'fill'> & { readonly body: Box };

function fillAt(task: Task, { body: arranged, place }: Arranged, bodySize: BodySize): Filled {
  const { context } = task;
  const { width, height: room } =
    place === 'beside'
      ? besideRoom(context, task.segment, bodySize)
      : { width: context.theme.content.width, height: task.room(bodySize) };
  // Below a title as tall as the slide there is no room, not even for nothing.
  const fillOf = (box: Box): number =>
    room > 0 ? context.measure.box(box, width, bodySize) / room : Number.POSITIVE_INFINITY;
  const body = withRoomForWords(arranged, fillOf);
  const whole = hasWholeFigures(context, body, width, bodySize) && fitsCover(task, bodySize);
  return { bodySize, body, fill: whole ? fillOf(body) : Number.POSITIVE_INFINITY };
}

function fillsOf({ composition }: Arranged, { fill }: Filled): Setting['fills'] {
  return fill < grouped && ofRows.has(composition.name) ? 'floor' : composition.fills;
}

function settingOf(
  { content, candidates }: Task,
  candidate: Candidate,
  arranged: Arranged,
  filled: Filled,
): Setting {
  const { composition, blocks, place } = arranged;
  return {
    layout: candidate.layout.name,
    ...(place === 'beside' ? { titleBeside: true } : {}),
    composition: composition.name,
    ...(composition.title ? { title: composition.title(content) } : {}),
    fills: fillsOf(arranged, filled),
    ...filled,
    blocks,
    reason: candidate.match.reason,
    alternatives: alternativesTo(candidate.layout, candidates),
  };
}

/** Most lines of a title that is set large on a slide of its own, and at the largest sizes; at the two smallest it takes what it takes. */
const mostLines = { usual: 3, large: 1 } as const;

/** Whether the words of the cover's title stand whole on few lines. */
function fitsCover(
  { context: { measure, theme }, segment: { role, title } }: Task,
  bodySize: BodySize,
): boolean {
  if (role !== 'opening' || bodySize === 'xs' || bodySize === 'sm') return true;
  return isWholeTitle({ measure, theme }, title, 'cover', bodySize);
}

/** Whether a large title has few lines, and no word of it is broken. */
export function isWholeTitle(
  { measure, theme }: Pick<PlanContext, 'measure' | 'theme'>,
  title: Segment['title'],
  style: 'cover' | 'divider',
  bodySize: BodySize,
): boolean {
  const { width } = theme.content;
  if (!measure.holdsWords(title, style, width, bodySize)) return false;
  return (
    measure.lines(title, style, width, bodySize) <= (large.has(bodySize) ? mostLines.large : mostLines.usual)
  );
}

/** Rows that fill less than this share of the height stand together on the floor: they are not thrown to its ends. The stylesheet gives them a field there. */
const grouped = 0.42;

const ofRows: ReadonlySet<string> = new Set(['rows', 'mixed', 'single', 'paragraph', 'grid']);

/** Below a title of two lines, or above a caption of two, a drawing has less height. */
function withRoomForWords(body: Box, fillOf: (box: Box) => number): Box {
  // Measuring is what takes time: most slides hold no drawing.
  return !hasTallFrame(body) || fillOf(body) <= 1 ? body : withLowerFrames(body);
}

function withLowerFrames(box: Box): Box {
  if (box.kind === 'stack' || box.kind === 'row') return { ...box, boxes: box.boxes.map(withLowerFrames) };
  return box.kind === 'flow' && hasTallFrame(box) ? { ...box, frame: 'shared' } : box;
}

function hasTallFrame(box: Box): boolean {
  if (box.kind === 'stack' || box.kind === 'row') return box.boxes.some(hasTallFrame);
  return box.kind === 'flow' && (box.frame === 'full' || box.frame === 'captioned');
}

/** The other layouts, each once. */
export function alternativesTo(
  layout: Pick<Layout, 'name'>,
  candidates: readonly Candidate[],
): Setting['alternatives'] {
  const others = new Map(
    candidates.map(({ layout: { name }, match: { score, reason } }) => [
      name,
      { layout: name, score, reason },
    ]),
  );
  others.delete(layout.name);
  return [...others.values()];
}

/** Top-level items and blocks: what `perSlide` counts. */
export function countItems(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 1), 0);
}

/** Set on one line, or not at all: an amount or a date that is broken says nothing. */
const unbroken: ReadonlySet<StyleName> = new Set([
  'figure',
  'hero-xl',
  'hero-lg',
  'hero-md',
  'hero-sm',
  'date',
]);

/** So large that a word may not fit its line: it is set smaller, never broken. */
const loud: ReadonlySet<StyleName> = new Set(['cover', 'statement', 'lead', 'answer', 'agenda']);

/**
 * Does every large figure, and every date above its line, stand on one line, and every word that is set large, or that
 * stands beside something else? `width` in px.
 */
function hasWholeFigures(
  context: Pick<PlanContext, 'measure' | 'theme'>,
  box: Box,
  width: number,
  bodySize: BodySize,
  place: 'alone' | 'beside' = 'alone',
): boolean {
  const { measure, theme } = context;
  const inside = (inner: Box, innerWidth: number, where = place): boolean =>
    hasWholeFigures(
      context,
      inner,
      innerWidth - (inner.paddingEnd ? theme.spaces[inner.paddingEnd] : 0),
      bodySize,
      where,
    );
  // At the smallest size there is no smaller one to set a word in: it is broken.
  const staysWhole = (style: StyleName): boolean =>
    bodySize !== 'xs' && (place === 'beside' || loud.has(style));
  switch (box.kind) {
    case 'bar':
    case 'marks':
    case 'rise':
      return true;
    case 'flow':
      if (
        bodySize !== 'xs' &&
        box.blocks.some((block) => isBroken(context, block, box.style, width, bodySize))
      )
        return false;
      if (
        bodySize !== 'xs' &&
        bodySize !== 'sm' &&
        linesOf(box.blocks).some(
          (words) => isCode(words) && measure.lines(words, box.style, width, bodySize) > 1,
        )
      )
        return false;
      return (
        !staysWhole(box.style) ||
        linesOf(box.blocks).every((words) => measure.holdsWords(words, box.style, width, bodySize))
      );
    case 'line':
      if (unbroken.has(box.style)) return measure.lines(box.content, box.style, width, bodySize) <= 1;
      return !staysWhole(box.style) || measure.holdsWords(box.content, box.style, width, bodySize);
    case 'stack':
      return box.boxes.every((inner) => inside(inner, width));
    case 'row': {
      const widths = shareWidth(width, box.widths, theme.spaces[box.gap]);
      return box.boxes.every((inner, index) => inside(inner, widths[index] ?? 0, 'beside'));
    }
  }
}

/** Whether words of a table would be broken that are whole where it is set smaller. */
function isBroken(
  { measure }: Pick<PlanContext, 'measure'>,
  block: Block,
  style: StyleName,
  width: number,
  bodySize: BodySize,
): boolean {
  return block.type === 'table' && !block.data?.tight && measure.isTight(block, style, width, bodySize);
}

/** A command, or a name in code, and nothing else: set larger than usual it is on one line. */
function isCode(words: readonly Phrasing[]): boolean {
  return words.length === 1 && words[0]?.type === 'inlineCode';
}

/** The lines of text of paragraphs and of the first level of lists. */
function linesOf(blocks: readonly Block[]): readonly (readonly Phrasing[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.children as Phrasing[]];
    return block.type === 'list'
      ? block.children.flatMap((item) => linesOf(item.children.slice(0, 1) as Block[]))
      : [];
  });
}
