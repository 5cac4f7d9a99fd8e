// Bullets that are typed or pasted as signs of print (`• words`) are lists to anybody but Markdown:
// they become `- words` before it is read, so that it nests them as it nests its own.
import { listedLines } from './listed-lines.ts';
import { type PlainLine, plainBlocks } from './plain-blocks.ts';

/** A text in Markdown's own signs, and the place in the written text of an offset in it. */
export interface Rewritten {
  readonly text: string;
  readonly place: (offset: number) => number;
}

/** The same text with `- ` in place of signs that begin the items of a list. */
export function typedBullets(text: string, top: 'front matter' | 'text'): Rewritten {
  const found = /[•◦▪▫‣⁃·–]/.test(text) ? listedLines(plainBlocks(text, top)) : [];
  return found.length === 0 ? { text, place: (offset) => offset } : replaced(text, found);
}

/** Where a rewritten line's words begin, and how many letters the text has lost up to there. */
interface Shift {
  readonly from: number;
  readonly by: number;
}

function replaced(text: string, lines: readonly PlainLine[]): Rewritten {
  const parts: string[] = [];
  const shifts: Shift[] = [{ from: 0, by: 0 }];
  let done = 0;
  let length = 0;
  for (const { start, sign, words } of lines) {
    const part = `${text.slice(done, start + sign)}- `;
    parts.push(part);
    length += part.length;
    done = start + words;
    shifts.push({ from: length, by: done - length });
  }
  return { text: parts.join('') + text.slice(done), place: (offset) => offset + shiftAt(shifts, offset) };
}

function shiftAt(shifts: readonly Shift[], offset: number): number {
  let low = 0;
  let high = shifts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((shifts[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return shifts[low]?.by ?? 0;
}
