/** A slide less full than this, at the end of a split, looks forgotten. */
const deserted = 0.25;

/**
 * Where each slide ends: the cheapest way to cut `count` pieces, by dynamic programming. As few slides as
 * there can be, cut where the meaning allows it, about equally full, none nearly empty. `fill` is how full a slide
 * with the pieces `from` to `to` is, over 1 is too much; `breakCost` says how bad it is to end a slide at `to`.
 * Every slide holds at least one piece, so it ends; time grows with the pieces times what one slide holds.
 */
export function cheapestCuts(
  count: number,
  fill: (from: number, to: number) => number,
  breakCost: (to: number) => number,
): readonly number[] {
  const cost: number[] = [0];
  const before: number[] = [0];
  for (let from = 0; from < count; from += 1) {
    const start = cost[from] ?? Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= count; to += 1) {
      const full = fill(from, to);
      if (full > 1 && to > from + 1) break;
      const total = start + slideCost(full) + (to < count ? breakCost(to) : 0);
      if (total < (cost[to] ?? Number.POSITIVE_INFINITY)) {
        cost[to] = total;
        before[to] = from;
      }
    }
  }
  return walkBack(before, count);
}

/** One slide more, and the room it leaves. */
function slideCost(full: number): number {
  const room = 1 - Math.min(full, 1);
  return 1 + room * room + (full < deserted ? 0.6 : 0);
}

function walkBack(before: readonly number[], end: number): readonly number[] {
  const ends: number[] = [];
  for (let to = end; to > 0; to = before[to] ?? 0) ends.unshift(to);
  return ends;
}
