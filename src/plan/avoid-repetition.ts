import type { LayoutName } from '../layouts/index.ts';
import { type Candidate, skeletonOf } from './apply-layout.ts';

/** Slides of one skeleton in a row that are enough. */
const enough = 2;

/** A layout whose score is lower by no more than this is as good. */
const asGood = 0.06;

/** Equal questions are set equally, and what is drawn from blocks of its own kind looks like itself: a third chart is no table. */
const typed: ReadonlySet<LayoutName> = new Set([
  'qa',
  'table',
  'code',
  'math',
  'diagram',
  'chart',
  'image',
  'image-left',
  'image-right',
  'gallery',
]);

/**
 * The layouts in their order; but where the slides before have the skeleton of the best one, and
 * another is as good, that one first. `before` are the skeletons of the slides of the same section: what a section looks
 * like never depends on another one.
 */
export function avoidRepetition(
  candidates: readonly Candidate[],
  before: readonly string[],
): readonly Candidate[] {
  const [best, ...others] = candidates;
  if (!best || typed.has(best.layout.name) || before.length < enough) return candidates;
  const skeleton = nameOf(best);
  if (before.slice(-enough).some((name) => name !== skeleton)) return candidates;
  const other = others.find(
    (candidate) =>
      nameOf(candidate) !== skeleton &&
      !(candidate.layout === best.layout && candidate.composition.name === 'plain') &&
      candidate.match.score >= best.match.score - asGood,
  );
  if (!other) return candidates;
  const reason = `${other.match.reason}, and the slides before it look alike`;
  const first = { ...other, match: { ...other.match, reason } };
  return [first, ...candidates.filter((candidate) => candidate !== other)];
}

function nameOf({ layout, composition }: Candidate): string {
  return skeletonOf({ layout: layout.name, composition: composition.name });
}
