import { characterWidths, type Piece } from './pieces.ts';

/** How narrow and how wide a paragraph can be, px. */
export interface Widths {
  /** Of its widest character: what it can be when words are broken anywhere. */
  readonly character: number;
  /** Of its longest word. */
  readonly word: number;
  /** Of everything on one line. */
  readonly whole: number;
}

export function widthsOf(pieces: readonly Piece[]): Widths {
  const texts = pieces.filter(isText);
  return {
    character: Math.max(0, ...texts.flatMap(characterWidths)),
    word: Math.max(0, ...texts.map(({ width }) => width)),
    whole: longestLine(pieces),
  };
}

/** A picture can be as narrow as its column asks for. */
function isText({ objects }: Piece): boolean {
  return !objects.some(({ fit }) => fit);
}

function longestLine(pieces: readonly Piece[]): number {
  let [longest, used] = [0, 0];
  for (const { width, space, endsLine } of pieces) {
    longest = Math.max(longest, used + width);
    used = endsLine ? 0 : used + width + space;
  }
  return longest;
}
