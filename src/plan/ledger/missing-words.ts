import type { Token } from './node-words.ts';

/**
 * The words of the notes that are not shown, each as often as it is short. A word that is shown in
 * two pieces (at a line's or a page's end), or two words that are shown as one, are not missing.
 */
export function missingWords(notes: readonly Token[], shown: readonly string[]): readonly Token[] {
  if (isSame(notes, shown)) return [];
  const surplus = countOf(shown);
  const short = new Map<string, number>();
  for (const { text } of notes) {
    const left = surplus.get(text) ?? 0;
    if (left > 0) surplus.set(text, left - 1);
    else short.set(text, (short.get(text) ?? 0) + 1);
  }
  if (short.size === 0) return [];
  findInPieces(short, surplus, shown);
  findJoined(short, surplus, notes);
  return placed(short, notes, shown);
}

/** Word by word, in the same order: most pieces of the notes are. */
function isSame(notes: readonly Token[], shown: readonly string[]): boolean {
  return notes.length === shown.length && notes.every(({ text }, at) => text === shown[at]);
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Words shown as consecutive pieces, none of which is needed for another word. What is needed may stand between them:
 * the next cell of a table stands beside each part of a word that goes on below.
 */
function findInPieces(
  short: Map<string, number>,
  surplus: Map<string, number>,
  allShown: readonly string[],
): void {
  const shown = allShown.filter((piece) => (surplus.get(piece) ?? 0) > 0);
  const byStart = new Map<string, number[]>();
  shown.forEach((piece, at) => {
    append(byStart, piece.slice(0, 1), at);
  });
  for (const word of [...short.keys()]) {
    for (const at of byStart.get(word.slice(0, 1)) ?? []) {
      if (!short.has(word)) break;
      const pieces = piecesFrom(word, shown, at);
      if (!pieces || !take(pieces, surplus)) continue;
      decrease(short, word);
    }
  }
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function piecesFrom(word: string, shown: readonly string[], from: number): readonly string[] | undefined {
  let length = 0;
  for (let at = from; at < shown.length; at++) {
    const piece = shown[at] ?? '';
    if (!word.startsWith(piece, length)) return undefined;
    length += piece.length;
    if (length === word.length) return shown.slice(from, at + 1);
  }
  return undefined;
}

function take(pieces: readonly string[], surplus: Map<string, number>): boolean {
  const needed = countOf(pieces);
  for (const [piece, count] of needed) if ((surplus.get(piece) ?? 0) < count) return false;
  for (const [piece, count] of needed) surplus.set(piece, (surplus.get(piece) ?? 0) - count);
  return true;
}

/** Most words that may be shown as one. */
const mostJoined = 6;

/** Consecutive words of the notes that are shown without a space between. */
function findJoined(short: Map<string, number>, surplus: Map<string, number>, notes: readonly Token[]): void {
  for (let from = 0; from < notes.length; from++) {
    let joined = '';
    for (let count = 1; count <= mostJoined && from + count <= notes.length; count++) {
      joined += notes[from + count - 1]?.text;
      if (count === 1 || (surplus.get(joined) ?? 0) === 0) continue;
      const words = notes.slice(from, from + count).map(({ text }) => text);
      if (!words.some((word) => short.has(word))) continue;
      surplus.set(joined, (surplus.get(joined) ?? 0) - 1);
      for (const word of words) decrease(short, word);
    }
  }
}

function decrease(counts: Map<string, number>, word: string): void {
  const count = counts.get(word) ?? 0;
  if (count > 1) counts.set(word, count - 1);
  else counts.delete(word);
}

/** Which of the places where a word stands is the one that is missing: one whose neighbours are apart. */
function placed(
  short: ReadonlyMap<string, number>,
  notes: readonly Token[],
  shown: readonly string[],
): readonly Token[] {
  const pairs = new Set(shown.map((word, at) => `${word} ${shown[at + 1] ?? ''}`));
  const byWord = new Map<string, number[]>();
  notes.forEach(({ text }, at) => {
    if (short.has(text)) append(byWord, text, at);
  });
  const isApart = (at: number): number =>
    Number(pairs.has(`${notes[at - 1]?.text} ${notes[at]?.text}`)) +
    Number(pairs.has(`${notes[at]?.text} ${notes[at + 1]?.text}`));
  const lost = [...short].flatMap(([word, count]) =>
    [...(byWord.get(word) ?? [])].sort((a, b) => isApart(a) - isApart(b)).slice(0, count),
  );
  return lost.sort((a, b) => a - b).flatMap((at) => notes[at] ?? []);
}
