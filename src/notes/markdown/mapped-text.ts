/** A text that stands in the notes with its lines indented or prefixed, as in a quote. */
export interface MappedText {
  readonly text: string;
  /** Offset in the notes of the character at `index` of `text`. */
  at(index: number): number;
}

/**
 * `text` as the parser gives it (prefixes taken off) and the range of the notes it came from.
 * Each line of it ends where the line of the notes ends, which is how they are matched.
 */
export function mapText(text: string, source: string, start: number, end: number): MappedText {
  if (end - start === text.length) return { text, at: (index) => start + index };
  const lines = [...lineEnds(text)];
  const sourceLines = [...lineEnds(source.slice(start, end))];
  return {
    text,
    at(index) {
      const line = firstAtOrAfter(lines, index);
      const ends = sourceLines[Math.min(line, sourceLines.length - 1)] ?? 0;
      const fromEnd = (lines[line] ?? text.length) - index;
      const lineStart = line === 0 ? 0 : (sourceLines[line - 1] ?? 0);
      return Math.min(end, start + (line === 0 ? index : Math.max(lineStart, ends - fromEnd)));
    },
  };
}

/** Where each line ends, before its line end. */
function* lineEnds(text: string): Generator<number> {
  for (const end of text.matchAll(/\r\n|\r|\n/g)) yield end.index;
  yield text.length;
}

function firstAtOrAfter(ends: readonly number[], index: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) >= index) high = middle;
    else low = middle + 1;
  }
  return low;
}
