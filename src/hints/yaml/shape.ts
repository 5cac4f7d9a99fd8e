import type { Document, Node } from 'yaml';
import type { Diagnostic, Source, Span } from '../../diagnostics/index.ts';

/**
 * What a place of the hints file may hold, said once: `json` for editors, `wants` for messages,
 * `read` for us. Reading walks the YAML nodes themselves, so every complaint has its place.
 */
export interface Shape<T> {
  readonly json: JsonSchema;
  /** In words, after "wants": "a whole number from 1". */
  readonly wants: string;
  /** What one could write there, as YAML on one line. */
  readonly example: string;
  /** Nothing when the value is not of this shape; the reason has been reported. */
  read(node: Node, place: Place, reading: Reading): T | undefined;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where a value stands, as messages name it. */
export interface Place {
  /** "`perSlide`", "each entry of `slides`". */
  readonly label: string;
  /** What stands before the value when one writes it: "perSlide: ", "- ". */
  readonly before: string;
  /** Keys from the root, with dots: `deck.tokens.accent`. */
  readonly path: string;
}

/** One text being read: a hints file, or the front matter of the notes. */
export interface Reading {
  readonly source: Source;
  /** Where the YAML starts in the source. */
  readonly offset: number;
  readonly document: Document;
  readonly diagnostics: Diagnostic[];
  /** Spans of the values that were read, by path. */
  readonly spans: Map<string, Span>;
  /** Aliases that may still be followed: a few lines of YAML can stand for billions. */
  readonly aliases: { left: number };
}

export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

export function spanOf(node: Node, reading: Reading): Span {
  const [start, end] = node.range ?? [0, 0];
  const { path } = reading.source;
  return { path, start: start + reading.offset, end: Math.max(start, end) + reading.offset };
}
