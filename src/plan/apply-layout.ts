import {
  type BodySize,
  type Box,
  type Composition,
  type Content,
  compositionsOf,
  geometries,
  type Layout,
  type LayoutMatch,
} from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import { bodySizes, type Theme } from '../theme/index.ts';
import type { PlanContext, Segment, Setting } from './draft.ts';
import { besideRoom } from './room.ts';
import { asThemeWants, isTitleBeside } from './theme-compositions.ts';
import { withLargeType } from './type-size.ts';
import { hasBreakableCode, withWholeCode } from './whole-code.ts';
import { hasWholeFigures, isWholeTitle, largeSizes } from './whole-words.ts';

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

/** The content at the largest size of the ladder at which all of it fits, down to `least`; undefined when it does not. */
export function largestFit(task: Task, candidate: Candidate, least: BodySize): Setting | undefined {
  const { title, within } = task.segment;
  const isBeside = isTitleBeside(task.context.theme, candidate) && title.length > 0 && !within;
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
    if (filled.fill > (isFilled ? 1 : largeSizes.has(bodySize) ? fullest.large : fullest.usual)) continue;
    return filled.fill < (candidate.composition.fewest ?? 0)
      ? undefined
      : settingOf(task, candidate, arranged, inLargeType(task, candidate, arranged, filled));
  }
  return undefined;
}

/** The same with its code or its table as large as its room allows. */
function inLargeType(
  task: Task,
  { layout, composition }: Candidate,
  { place }: Arranged,
  filled: Filled,
): Filled {
  if (place === 'beside' || (layout.name !== 'code' && layout.name !== 'table')) return filled;
  if (layout.name === 'table' && filled.bodySize !== 'xs') return filled;
  const { context, content, room } = task;
  const [width, height] = [context.theme.content.width, room(filled.bodySize)];
  const largest = layout.name === 'table' ? 'sm' : composition.largest(content);
  const most = layout.name === 'code' ? 1 : fullest.usual;
  const at = { context, width, height, bodySize: filled.bodySize, largest, fullest: most };
  const body = withLargeType(filled.body, layout.name, at);
  const fill =
    body === filled.body ? filled.fill : context.measure.box(body, width, filled.bodySize) / height;
  return { ...filled, body, fill };
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
  /** Whether code in its lines could be broken. */
  readonly hasCode: boolean;
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
  const body = own.arrange({ ...content, blocks, isPart, isNarrow });
  return { place, composition: own, blocks, body, hasCode: hasBreakableCode(blocks) };
}

type Filled = Pick<Setting, 'bodySize' | 'fill'> & { readonly body: Box };

function fillAt(task: Task, { body: arranged, hasCode, place }: Arranged, bodySize: BodySize): Filled {
  const { context } = task;
  const { width, height: room } =
    place === 'beside'
      ? besideRoom(context, task.segment, bodySize)
      : { width: context.theme.content.width, height: task.room(bodySize) };
  // Below a title as tall as the slide there is no room, not even for nothing.
  const fillOf = (box: Box): number =>
    room > 0 ? context.measure.box(box, width, bodySize) / room : Number.POSITIVE_INFINITY;
  const whole = hasCode ? withWholeCode(context, arranged, width, bodySize) : arranged;
  const body = withRoomForWords(whole, fillOf);
  const isWhole = hasWholeFigures(context, body, width, bodySize) && fitsCover(task, bodySize);
  return { bodySize, body, fill: isWhole ? fillOf(body) : Number.POSITIVE_INFINITY };
}

function fillsOf({ composition, place }: Arranged, { fill }: Filled): Setting['fills'] {
  return place === 'below' && fill < grouped && ofRows.has(composition.name) ? 'floor' : composition.fills;
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

/** Whether the words of the cover's title stand whole on few lines. */
function fitsCover(
  { context: { measure, theme }, segment: { role, title } }: Task,
  bodySize: BodySize,
): boolean {
  if (role !== 'opening' || bodySize === 'xs' || bodySize === 'sm') return true;
  return isWholeTitle({ measure, theme }, title, 'cover', bodySize);
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
