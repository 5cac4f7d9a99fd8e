import { geometries, type LayoutName } from '../layouts/index.ts';
import type { Candidate } from './apply-layout.ts';

/** Slides of one geometry in a row that are enough. */
const enough = 2;

/** A layout whose score is lower by no more than this is as good. */
const asGood = 0.06;

/**
 * The layouts in their order; but where the slides before have the geometry of the best one, and
 * another is as good, that one first. `before` are slides of the same section: what a section looks
 * like never depends on another one.
 */
export function avoidRepetition(
  candidates: readonly Candidate[],
  before: readonly LayoutName[],
): readonly Candidate[] {
  const [best, ...others] = candidates;
  if (!best || before.length < enough) return candidates;
  const geometry = geometries[best.layout.name];
  if (before.slice(-enough).some((name) => geometries[name] !== geometry)) return candidates;
  const other = others.find(
    ({ layout, match }) => geometries[layout.name] !== geometry && match.score >= best.match.score - asGood,
  );
  if (!other) return candidates;
  const reason = `${other.match.reason}, and the slides before it look alike`;
  const first = { ...other, match: { ...other.match, reason } };
  return [first, ...candidates.filter((candidate) => candidate !== other)];
}
