import type { Slide } from './plan.ts';

/**
 * The number of the slide, from 1, that each anchor of the notes stands on: the last slide that
 * begins before it, or the first after it where nothing does.
 */
export function findAnchors(
  slides: readonly Slide[],
  anchors: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  if (anchors.size === 0) return new Map();
  const starts = slides
    .flatMap((slide, index) => slide.spans.map(({ start }) => ({ start, number: index + 1 })))
    .sort((a, b) => a.start - b.start || b.number - a.number);
  return new Map(
    [...anchors].flatMap(([name, offset]) => {
      const found = lastBefore(starts, offset) ?? starts[0];
      return found ? [[name, found.number] as const] : [];
    }),
  );
}

/** By halving, since a deck may hold thousands of both.  */
function lastBefore<T extends { readonly start: number }>(
  starts: readonly T[],
  offset: number,
): T | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}
