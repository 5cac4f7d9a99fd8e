import type { Comparison } from './compare-slides.ts';

/** How well heights are predicted. Differences in px: predicted less rendered. */
export interface Summary {
  readonly slides: number;
  /** Share of the slides whose height is predicted within 2 % (or 1 px), 0 to 1. */
  readonly within: number;
  /** The most that a slide is taller than predicted; 0 or below. */
  readonly short: number;
  /** The most that a slide is lower than predicted; 0 or above. */
  readonly tall: number;
}

export function summarise(compared: readonly Comparison[]): Summary {
  const differences = compared.map(difference);
  return {
    slides: compared.length,
    within: compared.filter(isWithin).length / Math.max(1, compared.length),
    short: Math.min(0, ...differences),
    tall: Math.max(0, ...differences),
  };
}

export function difference({ predicted, rendered }: Comparison): number {
  return predicted - rendered;
}

/** Without a height is what has no room at this size: then it has to be drawn wider than its place. */
function isWithin(slide: Comparison): boolean {
  if (slide.predicted === Number.POSITIVE_INFINITY) return slide.isTooWide;
  return Math.abs(difference(slide)) <= Math.max(1, 0.02 * slide.rendered);
}

/** The layouts in the order of their names, each with its slides. */
export function byLayout(compared: readonly Comparison[]): ReadonlyMap<string, readonly Comparison[]> {
  const names = [...new Set(compared.map(({ layout }) => layout))].sort();
  return new Map(names.map((name) => [name, compared.filter(({ layout }) => layout === name)]));
}
