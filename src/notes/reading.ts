import type { Diagnostic, DiagnosticCode, Source } from '../diagnostics/index.ts';
import { isLogseq } from './logseq.ts';
import type { PresenterNote } from './notes.ts';

/** What one reading of the notes gathers on its way, beside the tree itself. */
export interface Reading {
  readonly source: Source;
  readonly diagnostics: Diagnostic[];
  /** `> Note:` blocks and such, in the order they were found; sections take them by offset. */
  readonly presenterNotes: PresenterNote[];
  /** HTML comments, their Markdown not yet read. */
  readonly comments: Comment[];
  /** Tags that were already complained about: one warning a tag is enough. */
  readonly refusedTags: Set<string>;
  /** Direction of a `<div dir>` that stands around the whole text. */
  dir: 'ltr' | 'rtl' | undefined;
  /** `TODO` and `{{query}}` mean something. */
  readonly isLogseq: boolean;
}

/** The inside of an HTML comment. */
export interface Comment {
  readonly text: string;
  /** Offset in the notes of the character at `index` of `text`. */
  at(index: number): number;
  /** Of the whole comment, its markers included. */
  readonly start: number;
  readonly end: number;
}

export function newReading(source: Source): Reading {
  return {
    source,
    diagnostics: [],
    presenterNotes: [],
    comments: [],
    refusedTags: new Set(),
    dir: undefined,
    isLogseq: isLogseq(source.text),
  };
}

/** The reading of notes never fails, so everything it says is a warning. */
export function warn(
  reading: Reading,
  code: DiagnosticCode,
  start: number,
  end: number,
  message: string,
  help: string,
): void {
  const span = { path: reading.source.path, start, end };
  reading.diagnostics.push({ code, severity: 'warning', message, span, help });
}
