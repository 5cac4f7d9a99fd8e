import { geometries, type LayoutName } from '../layouts/index.ts';
import type { Candidate } from './settle.ts';

/** Slides of one geometry in a row that are enough. */
const enough = 2;

/** A layout whose score is lower by no more than this is as good. */
const asGood = 0.06;

/**
 * The layouts in their order; but where the slides before have the geometry of the best one, and
 * another is as good, that one first. `before` are slides of the same section: what a section looks
 * like never depends on another one.
 */
export function varied(
  candidates: readonly Candidate[],
  before: readonly LayoutName[],
): readonly Candidate[] {
  const [best, ...others] = candidates;
  if (!best || before.length < enough) return candidates;
  const geometry = geometries[best.layout.name];
  if (before.slice(-enough).some((name) => geometries[name] !== geometry)) return candidates;
  const other = others.find(
    ({ layout, suit }) => geometries[layout.name] !== geometry && suit.score >= best.suit.score - asGood,
  );
  if (!other) return candidates;
  const reason = `${other.suit.reason}, and the slides before it look alike`;
  const first = { ...other, suit: { ...other.suit, reason } };
  return [first, ...candidates.filter((candidate) => candidate !== other)];
}
