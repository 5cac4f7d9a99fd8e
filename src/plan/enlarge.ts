import type { Box } from '../layouts/index.ts';
import type { Density } from '../theme/index.ts';
import type { Setting } from './draft.ts';

/** Below this share of a slide the text is set larger, as long as it then fills no more than `upTo`. */
const steps = [
  { density: 'roomy', below: 0.64, upTo: 0.86 },
  { density: 'spacious', below: 0.62, upTo: 0.8 },
] as const;

/**
 * Slides that belong together, in the largest type that leaves all of them room: little that is
 * said small looks forgotten on an empty slide. `settle` sets one of them again.
 */
export function enlargeAll(
  settings: readonly Setting[],
  settle: (setting: Setting, density: Density) => Setting,
): readonly Setting[] {
  let best = settings;
  for (const { density, below, upTo } of steps) {
    const isDrawn = best.every(({ body }) => body !== undefined && standsBesideText(body));
    if (!isDrawn && best.some(({ fill }) => fill >= below)) return best;
    const larger = best.map((setting) => settle(setting, density));
    const most = (at: number): number => (isDrawn ? (best[at]?.fill ?? 0) : upTo);
    if (larger.some(({ fill }, at) => fill > most(at))) return best;
    best = larger;
  }
  return best;
}

/** Text beside a drawing grows as long as the drawing stays the higher of the two. */
function standsBesideText(box: Box): boolean {
  return box.kind === 'row' && box.boxes.some(holdsDrawing) && !box.boxes.every(holdsDrawing);
}

function holdsDrawing(box: Box): boolean {
  if (box.kind === 'flow') return box.frame !== undefined;
  return box.kind !== 'line' && box.boxes.some(holdsDrawing);
}
