import type { Content, Layout, LayoutMatch } from '../layouts/index.ts';
import type { Block } from '../notes/index.ts';
import type { BodySize } from '../theme/index.ts';
import type { Segment, Setting } from './draft.ts';
import { hasWholeFigures } from './has-whole-figures.ts';
import type { PlanContext } from './plan-context.ts';

/** A layout that takes the content. */
export interface Candidate {
  readonly layout: Layout;
  readonly match: LayoutMatch;
}

/** What is to be set, and what it can be set in, the best layout first. */
export interface Task {
  readonly context: PlanContext;
  readonly segment: Segment;
  readonly content: Content;
  readonly candidates: readonly Candidate[];
  /** Height for the body at a bodySize, px. */
  readonly room: (bodySize: BodySize) => number;
}

/** The content in a layout at a size, and how full that is. */
export function applyLayout(
  task: Task,
  { layout, match }: Candidate,
  blocks: readonly Block[],
  bodySize: BodySize,
): Setting {
  const { context, content } = task;
  const body = layout.arrange({ ...content, blocks, isPart: blocks !== content.blocks });
  const room = task.room(bodySize);
  const { width } = context.theme.content;
  const whole = hasWholeFigures(context, body, width, bodySize);
  const fill = whole ? context.measure.box(body, width, bodySize) / room : Number.POSITIVE_INFINITY;
  const others = task.candidates.filter((other) => other.layout !== layout);
  return {
    layout: layout.name,
    bodySize,
    body,
    blocks,
    fill,
    reason: match.reason,
    alternatives: others.map((other) => ({
      layout: other.layout.name,
      score: other.match.score,
      reason: other.match.reason,
    })),
  };
}

/** Top-level items and blocks: what `perSlide` counts. */
export function countItems(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 1), 0);
}
