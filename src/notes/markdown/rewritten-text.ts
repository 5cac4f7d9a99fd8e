// Markdown that the parser does not know becomes Markdown that it does, before it is read. Every offset in the
// new text has its place in the written one.
import type { Span } from '../../diagnostics/index.ts';

/** What is written from `start` to `end` becomes the parts: new characters, and pieces of what was written. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly (string | WrittenRange)[];
}

export type WrittenRange = Pick<Span, 'start' | 'end'>;

export interface Rewritten {
  readonly text: string;
  readonly place: (offset: number) => number;
}

/** Where a part of the new text begins, where what it shows is written, and where that ends. */
interface RewrittenPart extends WrittenRange {
  readonly at: number;
}

/** What was written and an edit does not keep. Parts from elsewhere keep nothing of it. */
export function dropped({ start, end, parts }: Edit): WrittenRange[] {
  const kept = parts
    .filter((part) => typeof part !== 'string')
    .filter((part) => part.start >= start && part.end <= end)
    .sort((a, b) => a.start - b.start);
  const starts = [start, ...kept.map((part) => part.end)];
  const ends = [...kept.map((part) => part.start), end];
  return starts
    .map((from, index) => ({ start: from, end: ends[index] ?? end }))
    .filter((range) => range.end > range.start);
}

/** The text with the edits made. They are in order and do not overlap. */
export function rewrite(text: string, edits: readonly Edit[]): Rewritten {
  if (edits.length === 0) return { text, place: (offset) => offset };
  const pieces: string[] = [];
  const parts: RewrittenPart[] = [];
  let at = 0;
  const push = (piece: string, start: number, end: number): void => {
    if (piece === '') return;
    parts.push({ at, start, end });
    pieces.push(piece);
    at += piece.length;
  };
  let done = 0;
  for (const { start, end, parts: put } of edits) {
    push(text.slice(done, start), done, start);
    let from = start;
    for (const [index, part] of put.entries()) {
      if (typeof part !== 'string') {
        push(text.slice(part.start, part.end), part.start, part.end);
        from = part.end;
      } else push(part, from, index === put.length - 1 ? end : from);
    }
    done = end;
  }
  push(text.slice(done), done, text.length);
  return { text: pieces.join(''), place: (offset) => placeIn(parts, offset, text.length) };
}

function placeIn(parts: readonly RewrittenPart[], offset: number, length: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  if (part === undefined) return Math.min(offset, length);
  return Math.min(part.start + offset - part.at, part.end);
}
