import type { Piece } from './pieces.ts';
import type { StyledMetrics } from './text-metrics.ts';

/** Wider pieces may have to be broken anywhere, letter by letter, and are cut for their own size. px. */
const widest = 240;

/**
 * The pieces of a text that was cut at another size of the same face. Advance widths grow with
 * the size (`text-rendering: geometricPrecision`); borders, pictures and formulas need not.
 */
export function scaledPieces(
  known: ReadonlyMap<StyledMetrics, readonly Piece[]>,
  letters: StyledMetrics,
): readonly Piece[] | undefined {
  for (const [other, pieces] of known) {
    if (!isSameFace(other, letters)) continue;
    const ratio = letters.style.size / other.style.size;
    if (!pieces.every((piece) => isScalable(piece, ratio))) return undefined;
    return pieces.map((piece) => ({ ...piece, width: piece.width * ratio, space: piece.space * ratio }));
  }
  return undefined;
}

function isSameFace({ style: a }: StyledMetrics, { style: b }: StyledMetrics): boolean {
  if (a.tracking !== 0 || b.tracking !== 0 || a.figures !== b.figures) return false;
  return a.family === b.family && a.weight === b.weight && a.italic === b.italic;
}

function isScalable({ width, objects, source }: Piece, ratio: number): boolean {
  if (objects.length > 0 || width * Math.max(1, ratio) > widest) return false;
  return source.runs.every(({ before, after }) => before === 0 && after === 0);
}
