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
    if (best.some(({ fill }) => fill >= below)) return best;
    const larger = best.map((setting) => settle(setting, density));
    if (larger.some(({ fill }) => fill > upTo)) return best;
    best = larger;
  }
  return best;
}
