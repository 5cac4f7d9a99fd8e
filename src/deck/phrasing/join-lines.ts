import type { Piece } from './piece.ts';

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
