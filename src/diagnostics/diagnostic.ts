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
