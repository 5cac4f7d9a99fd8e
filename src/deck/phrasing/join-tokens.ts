import { escapeWords } from './escape-words.ts';

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

/**
 * A run of text is first laid flat: words still to be escaped, syntax that is ready, and marks of
 * emphasis whose sign depends on what stands beside them.
 */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly inLink: boolean }
  | { readonly kind: 'syntax'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly mark: Mark };

export type Mark = 'emphasis' | 'strong' | 'delete';

export const marks: Readonly<Record<Mark, { readonly sign: string; readonly tag: string }>> = {
  emphasis: { sign: '*', tag: 'em' },
  strong: { sign: '**', tag: 'strong' },
  delete: { sign: '~~', tag: 's' },
};

/**
 * The notes' own line breaks, which mean nothing in Markdown and a new line in Marp: one space,
 * and nothing between two characters of a script that is written without spaces.
 */
export function joinLines(pieces: readonly Piece[]): Piece[] {
  const merged = mergeWords(pieces);
  const following = nextCharacters(merged);
  let previous = '';
  return merged.map((piece, at): Piece => {
    if (!('text' in piece)) return piece;
    const text = piece.kind === 'words' ? joined(piece.text, previous, following[at] ?? '') : piece.text;
    previous = lastCharacter(text) || previous;
    return piece.kind === 'words' ? { ...piece, text } : piece;
  });
}

/** Words beside words become one piece, so that escaping sees what stands next; empty ones go. */
function mergeWords(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if ('text' in piece && piece.text === '') continue;
    if (piece.kind === 'words' && last?.kind === 'words' && last.inLink === piece.inLink) {
      merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

/** For each piece the first character after it. */
function nextCharacters(pieces: readonly Piece[]): string[] {
  const next: string[] = [];
  let character = '';
  for (let at = pieces.length - 1; at >= 0; at--) {
    next[at] = character;
    const piece = pieces[at];
    if (piece?.kind === 'words' || piece?.kind === 'syntax')
      character = firstCharacter(piece.text) || character;
  }
  return next;
}

function joined(text: string, previous: string, next: string): string {
  return text.replace(lineBreak, (spaces: string, at: number) => {
    const before = lastCharacter(text.slice(Math.max(0, at - 2), at)) || previous;
    const after = firstCharacter(text.slice(at + spaces.length, at + spaces.length + 2)) || next;
    return unspaced.test(before) && unspaced.test(after) ? '' : ' ';
  });
}

const lineBreak = /[ \t]*[\r\n\v\f][ \t\r\n\v\f]*/g;

/** Chinese and Japanese. Korean puts spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60]/u;

const firstCharacter = (text: string): string => /^[ \t]*(\S)?/u.exec(text)?.[1] ?? '';
const lastCharacter = (text: string): string => /(\S)$/u.exec(text)?.[1] ?? '';
