import { type Box, loneImage } from '../layouts/index.ts';
import type { Block } from '../notes/index.ts';
import type { BodySize } from '../theme/index.ts';
import type { Setting } from './draft.ts';

interface Step {
  readonly bodySize: BodySize;
  readonly below: number;
  readonly upTo: number;
}

/** Below this share of a slide the text is set larger, as long as it then fills no more than `upTo`. */
const mixedSteps: readonly Step[] = [
  { bodySize: 'md', below: 0.64, upTo: 0.86 },
  { bodySize: 'lg', below: 0.62, upTo: 0.8 },
];

/** Wide spaces are for words alone: beside a picture or a table, in a formula or a listing they only tear apart. */
const wordSteps: readonly Step[] = [
  { bodySize: 'md', below: 0.72, upTo: 0.86 },
  { bodySize: 'lg', below: 0.7, upTo: 0.8 },
  { bodySize: 'xl', below: 0.64, upTo: 0.78 },
];

/**
 * Slides that belong together, in the largest type that leaves all of them room: little that is
 * said small looks forgotten on an empty slide. `applyLayout` sets one of them again.
 */
export function scaleUpAll(
  settings: readonly Setting[],
  applyLayout: (setting: Setting, bodySize: BodySize) => Setting,
): readonly Setting[] {
  let best = settings;
  const steps = settings.every(isWordy) ? wordSteps : mixedSteps;
  for (const { bodySize, below, upTo } of steps) {
    const isDrawn = best.every(({ body }) => body !== undefined && standsBesideText(body));
    if (!isDrawn && best.some(({ fill }) => fill >= below)) return best;
    const larger = best.map((setting) => applyLayout(setting, bodySize));
    const most = (at: number): number => (isDrawn ? (best[at]?.fill ?? 0) : upTo);
    if (larger.some(({ fill }, at) => fill > most(at))) return best;
    best = larger;
  }
  return best;
}

/** Figures are large already, and their labels short lines. */
function isWordy({ layout, blocks }: Setting): boolean {
  return layout !== 'stats' && blocks.every(isWords);
}

function isWords(block: Block): boolean {
  if (block.type === 'list') return block.children.every((item) => item.children.every(isWords));
  return block.type === 'heading' || (block.type === 'paragraph' && !loneImage(block));
}

/** Text beside a drawing grows as long as the drawing stays the higher of the two. */
function standsBesideText(box: Box): boolean {
  return box.kind === 'row' && box.boxes.some(holdsDrawing) && !box.boxes.every(holdsDrawing);
}

function holdsDrawing(box: Box): boolean {
  if (box.kind === 'flow') return box.frame !== undefined;
  return box.kind !== 'line' && box.boxes.some(holdsDrawing);
}
