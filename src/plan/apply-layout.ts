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
import type { Block } from '../notes/index.ts';
import { bodySizes } from '../theme/index.ts';
import type { PlanContext, Segment, Setting } from './draft.ts';

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

/** A layout with each of its compositions that takes the content. */
export function candidatesOf(layout: Layout, match: LayoutMatch, content: Content): readonly Candidate[] {
  return compositionsOf(layout)
    .filter((composition) => composition.takes(content))
    .map((composition) => ({ layout, match, composition }));
}

/** How a slide is arranged as seen from the back of the room: slides of one skeleton look alike. */
export function skeletonOf({ layout, composition }: Pick<Setting, 'layout' | 'composition'>): string {
  return composition === 'plain' ? geometries[layout] : composition;
}

/** Share of its room that the largest type may fill, unless it is composed to fill all of it: the rest is air. */
const fullest = 0.96;

/** The content at the largest size of the ladder at which all of it fits, down to `least`; undefined when it does not. */
export function largestFit(task: Task, candidate: Candidate, least: BodySize): Setting | undefined {
  const first = bodySizes.indexOf(candidate.composition.largest(task.content));
  const last = bodySizes.indexOf(least);
  for (const bodySize of bodySizes.slice(Math.min(first, last), last + 1)) {
    const setting = applyLayout(task, candidate, task.content.blocks, bodySize);
    const isFilled = bodySize === least || setting.fills === 'whole';
    if (setting.fill > (isFilled ? 1 : fullest)) continue;
    return setting.fill < (candidate.composition.fewest ?? 0) ? undefined : setting;
  }
  return undefined;
}

/** The content in a composition at a size, and how full that is. A part of the content is set as its layout sets any amount. */
export function applyLayout(
  task: Task,
  candidate: Candidate,
  blocks: readonly Block[],
  bodySize: BodySize,
): Setting {
  const { context, content } = task;
  const isPart = blocks !== content.blocks;
  const { layout, match } = candidate;
  const [composition = candidate.composition] = isPart ? compositionsOf(layout).slice(-1) : [];
  const room = task.room(bodySize);
  const { width } = context.theme.content;
  const fillOf = (box: Box): number => context.measure.box(box, width, bodySize) / room;
  const body = withRoomForWords(composition.arrange({ ...content, blocks, isPart }), fillOf);
  const whole = hasWholeFigures(context, body, width, bodySize);
  const fill = whole ? fillOf(body) : Number.POSITIVE_INFINITY;
  return {
    layout: layout.name,
    composition: composition.name,
    fills: fill < grouped && isRows(composition) ? 'floor' : composition.fills,
    bodySize,
    body,
    blocks,
    fill,
    reason: match.reason,
    alternatives: alternativesTo(layout, task.candidates),
  };
}

/** Rows that fill less than this share of the height stand together on the floor: they are not thrown to its ends. */
const grouped = 0.42;

function isRows({ name }: Composition): boolean {
  return name === 'rows' || name === 'single' || name === 'grid';
}

/** Below a title of two lines, or above a caption of two, a drawing has less height. */
function withRoomForWords(body: Box, fillOf: (box: Box) => number): Box {
  return fillOf(body) <= 1 ? body : withLowerFrames(body);
}

function withLowerFrames(box: Box): Box {
  if (box.kind === 'stack' || box.kind === 'row') return { ...box, boxes: box.boxes.map(withLowerFrames) };
  const isTall = box.kind === 'flow' && (box.frame === 'full' || box.frame === 'captioned');
  return isTall ? { ...box, frame: 'shared' } : box;
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

/** Does every large figure, and every date above its line, stand on one line? One that is broken says nothing. `width` in px. */
function hasWholeFigures(
  context: Pick<PlanContext, 'measure' | 'theme'>,
  box: Box,
  width: number,
  bodySize: BodySize,
): boolean {
  const inside = (inner: Box, innerWidth: number): boolean =>
    hasWholeFigures(context, inner, innerWidth, bodySize);
  switch (box.kind) {
    case 'flow':
    case 'bar':
    case 'marks':
      return true;
    case 'line':
      return (
        !['figure', 'date'].includes(box.style) ||
        context.measure.lines(box.content, box.style, width, bodySize) <= 1
      );
    case 'stack':
      return box.boxes.every((inner) => inside(inner, width));
    case 'row': {
      const shares = box.widths.reduce((sum, share) => sum + share, 0);
      const free = width - context.theme.spaces[box.gap] * (box.boxes.length - 1);
      return box.boxes.every((inner, index) => inside(inner, (free * (box.widths[index] ?? 1)) / shares));
    }
  }
}
