import type { Box } from '../../layouts/index.ts';
import type { Slide } from '../../plan/index.ts';

/** What appears one after the other. Marp can do that with list items and nothing else. */
export interface Reveal {
  /** Items of lists that stand in no other list. */
  readonly items: 'all' | 'none';
  /** Boxes that are printed as list items to make them appear. */
  readonly boxes: ReadonlySet<Box>;
}

/** Answers after their questions; else list items; else the boxes that the slide is made of. */
export function revealOf(slide: Slide): Reveal {
  if (!slide.reveal || slide.body === undefined) return { items: 'none', boxes: new Set() };
  const leaves = leavesOf(slide.body);
  const answers = slide.layout === 'qa' ? leaves.filter((box) => box.class === 'answer') : [];
  if (answers.length > 0 && leaves.length > 1) return { items: 'none', boxes: new Set(answers) };
  if (leaves.some(hasList)) return { items: 'all', boxes: new Set() };
  return { items: 'none', boxes: new Set(partsOf(slide.body)) };
}

function leavesOf(box: Box): Box[] {
  return 'boxes' in box ? box.boxes.flatMap(leavesOf) : [box];
}

function hasList(box: Box): boolean {
  return box.kind === 'flow' && box.blocks.some((block) => block.type === 'list');
}

function partsOf(box: Box): readonly Box[] {
  if (!('boxes' in box)) return [];
  const [only] = box.boxes;
  return box.boxes.length === 1 && only !== undefined ? partsOf(only) : box.boxes;
}
