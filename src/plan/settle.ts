import type { Content, Layout, Suit } from '../layouts/index.ts';
import type { Block } from '../notes/index.ts';
import type { Density } from '../theme/index.ts';
import type { Segment, Setting } from './draft.ts';
import { hasWholeFigures } from './has-whole-figures.ts';
import type { Desk } from './plan-input.ts';

/** A layout that takes the content. */
export interface Candidate {
  readonly layout: Layout;
  readonly suit: Suit;
}

/** What is to be set, and what it can be set in, the best layout first. */
export interface Task {
  readonly desk: Desk;
  readonly segment: Segment;
  readonly content: Content;
  readonly candidates: readonly Candidate[];
  /** Height for the body at a density, px. */
  readonly room: (density: Density) => number;
}

/** The content in a layout at a size, and how full that is. */
export function settle(
  task: Task,
  { layout, suit }: Candidate,
  blocks: readonly Block[],
  density: Density,
): Setting {
  const { desk, content } = task;
  const body = layout.arrange({ ...content, blocks, isPart: blocks !== content.blocks });
  const room = task.room(density);
  const { width } = desk.theme.content;
  const whole = hasWholeFigures(desk, body, width, density);
  const fill = whole ? desk.measure.box(body, width, density) / room : Number.POSITIVE_INFINITY;
  const others = task.candidates.filter((other) => other.layout !== layout);
  return {
    layout: layout.name,
    density,
    body,
    blocks,
    fill,
    reason: suit.reason,
    alternatives: others.map((other) => ({
      layout: other.layout.name,
      score: other.suit.score,
      reason: other.suit.reason,
    })),
  };
}

/** Top-level items and blocks: what `perSlide` counts. */
export function countItems(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 1), 0);
}
