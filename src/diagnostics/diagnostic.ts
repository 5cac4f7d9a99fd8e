import type { DiagnosticCode } from './codes.ts';

/** A piece of a user's file: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** A text as the user wrote it, under the path the user knows it by. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One problem in the user's input. Never an exception: every run shows all of them. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** One sentence in the user's words, without a full stop. */
  readonly message: string;
  readonly span: Span;
  /** What to write instead. */
  readonly help?: string;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
}

/** A stage's result together with what it found wrong on the way. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A place in a source as editors count it: lines and columns from 1, columns in characters. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
  /** The whole line, without its line end. */
  readonly lineText: string;
  /** Offset of the line's first character. */
  readonly lineStart: number;
}

/** Where a span starts. CR, LF and CRLF each end a line; an offset past the end means the last line. */
export function positionOf(source: Source, span: Pick<Span, 'start'>): SourcePosition {
  const offset = Math.min(Math.max(span.start, 0), source.text.length);
  const starts = startsOf(source);
  const line = lineOf(offset, starts);
  const lineStart = starts[line - 1] ?? 0;
  const lineText = source.text.slice(lineStart, starts[line]).replace(/(?:\r\n|\r|\n)$/, '');
  const before = source.text.slice(lineStart, offset);
  const pairs = before.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
  return { line, column: before.length - pairs + 1, lineText, lineStart };
}

/** Thousands of problems may stand in one source. */
const knownStarts = new WeakMap<Source, readonly number[]>();

function startsOf(source: Source): readonly number[] {
  const starts = knownStarts.get(source) ?? lineStarts(source.text);
  knownStarts.set(source, starts);
  return starts;
}

/** Offsets at which lines start, ascending. CR, LF and CRLF each end a line. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
}

/** The line that holds an offset, from 1: the number of starts at or before it. */
export function lineOf(offset: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
