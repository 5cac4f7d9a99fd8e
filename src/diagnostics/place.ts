import type { Source, Span } from './diagnostic.ts';

/** Where a span starts, as editors count: lines and columns from 1, columns in characters. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The whole line, without its line end. */
  readonly lineText: string;
  /** Offset of the line's first character. */
  readonly lineStart: number;
}

/** CR, LF and CRLF each end a line. An offset past the end means the last line. */
export function placeOf(source: Source, span: Pick<Span, 'start'>): Place {
  const offset = Math.min(Math.max(span.start, 0), source.text.length);
  const before = source.text.slice(0, offset).split(/\r\n|\r|\n/);
  const lineStart = offset - (before.at(-1) ?? '').length;
  const rest = source.text.slice(lineStart);
  const lineText = rest.slice(0, /\r|\n|$/.exec(rest)?.index ?? rest.length);
  const column = [...source.text.slice(lineStart, offset)].length + 1;
  return { line: before.length, column, lineText, lineStart };
}
