import type { Atom } from './atom.ts';
import { breakCost } from './break-cost.ts';

/** What the split needs to know; sizes as shares of the height there is. */
export interface SplitTask {
  readonly atoms: readonly Atom[];
  /** Height of the slide that holds atoms `from` to `to`, over the height there is; over 1 does not fit. */
  readonly fill: (from: number, to: number) => number;
}

/** A slide less full than this, at the end of a split, looks forgotten. */
const deserted = 0.25;

/**
 * Where each slide ends: the cheapest way to cut, by dynamic programming. As few slides as
 * there can be, cut where the meaning allows it, about equally full, none nearly empty.
 * Every slide holds at least one atom, so it ends; time grows with the atoms times what one slide holds.
 */
export function splitAtoms({ atoms, fill }: SplitTask): readonly number[] {
  const cost: number[] = [0];
  const before: number[] = [0];
  for (let from = 0; from < atoms.length; from += 1) {
    const start = cost[from] ?? Number.POSITIVE_INFINITY;
    for (let to = from + 1; to <= atoms.length; to += 1) {
      const full = fill(from, to);
      if (full > 1 && to > from + 1) break;
      const total = start + slideCost(full, atoms, to);
      if (total < (cost[to] ?? Number.POSITIVE_INFINITY)) {
        cost[to] = total;
        before[to] = from;
      }
    }
  }
  return walkBack(before, atoms.length);
}

/** One slide more, the room it leaves, and the break after it. */
function slideCost(full: number, atoms: readonly Atom[], to: number): number {
  const room = 1 - Math.min(full, 1);
  const [last, next] = [atoms[to - 1], atoms[to]];
  const forgotten = full < deserted ? 0.6 : 0;
  return 1 + room * room + forgotten + (last && next ? breakCost(last, next) : 0);
}

function walkBack(before: readonly number[], end: number): readonly number[] {
  const ends: number[] = [];
  for (let to = end; to > 0; to = before[to] ?? 0) ends.unshift(to);
  return ends;
}
