import { escapeWords } from './escape-words.ts';
import { joinLines } from './join-lines.ts';
import { marks, type Piece } from './piece.ts';

/** Pieces as one line of Markdown, which no line break splits. */
export function joinPieces(pieces: readonly Piece[], cell?: 'cell'): string {
  const flat = joinLines(pieces);
  const printed = flat.map((piece, at) => {
    if (piece.kind === 'syntax') return piece.text;
    if (piece.kind !== 'words') return undefined;
    const words = escapeWords(piece.text, { inLink: piece.inLink, inCell: cell === 'cell' });
    return endsFormula(flat[at - 1]) && /^\d/.test(words) ? `<span></span>${words}` : words;
  });
  const line = withMarks(flat, printed).join('');
  return line.replace(/^[ \t]+|[ \t]+$/g, '').replace(leadingSpace, asEntities);
}

/** `$x$2` would be money to Marp, not a formula and a figure. */
function endsFormula(piece: Piece | undefined): boolean {
  return piece?.kind === 'syntax' && piece.text.endsWith('$');
}

/**
 * `*` where it is sure to open and close what it should, and a tag elsewhere: beside letters
 * (most text in Chinese and Japanese), beside other marks, around blanks.
 */
function withMarks(
  pieces: readonly Piece[],
  printed: readonly (string | undefined)[],
): (string | undefined)[] {
  const result = [...printed];
  const open: number[] = [];
  pieces.forEach((piece, at) => {
    if (piece.kind === 'open') open.push(at);
    if (piece.kind !== 'close') return;
    const from = open.pop() ?? at;
    const { sign, tag } = marks[piece.mark];
    const plain = stands(printed, from, -1) && stands(printed, at, 1);
    result[from] = plain ? sign : `<${tag}>`;
    result[at] = plain ? sign : `</${tag}>`;
  });
  return result;
}

/**
 * Whether a sign at `at` can only be what it is meant to be. `outwards` is -1 for one that opens,
 * 1 for one that closes. By CommonMark's flanking rules: a letter inside, or nothing but blank outside.
 */
function stands(printed: readonly (string | undefined)[], at: number, outwards: -1 | 1): boolean {
  const inside = edge(printed, at - outwards, outwards);
  const outside = edge(printed, at + outwards, -outwards as -1 | 1);
  if (inside === undefined || outside === undefined) return false;
  if (outside === '' || outside === ' ') return letter.test(inside) || punctuation.test(inside);
  return letter.test(inside) && punctuation.test(outside);
}

/** The outermost character of a piece, on the side named; empty beyond the text, `undefined` for a mark. */
function edge(printed: readonly (string | undefined)[], at: number, side: -1 | 1): string | undefined {
  if (at < 0 || at >= printed.length) return '';
  return side === 1 ? printed[at]?.at(-1) : printed[at]?.charAt(0);
}

const letter = /^[\p{L}\p{N}]$/u;
/** What CommonMark and markdown-it both call punctuation, and no sign of a mark. */
const punctuation = /^[!-)+-/:-@[-^`{-}“”‘’«»„…–—、。，：；！？（）「」『』]$/;

/** Blanks that markdown-it trims at the start of a block, and readers see: an ideographic indent. */
const leadingSpace = /^[\p{Zs}\u2028\u2029\ufeff]+/u;

function asEntities(spaces: string): string {
  return Array.from(spaces, (space) => `&#${space.codePointAt(0)};`).join('');
}
