// What is found wrong with an output, and where in the notes it comes from.

import {
  codes,
  type Diagnostic,
  type DiagnosticCode,
  lineOf,
  lineStarts,
  positionOf,
  type Source,
  type Span,
} from '../diagnostics/index.ts';

export type FindingCode = Extract<DiagnosticCode, `check/${string}`>;

/** What misses a goal of the design. */
export type DesignCode = Extract<DiagnosticCode, `design/${string}`>;

/** Every code of a finding, in the order of the list. */
export const findingCodes: readonly FindingCode[] = (Object.keys(codes) as DiagnosticCode[]).filter(
  (code): code is FindingCode => code.startsWith('check/'),
);

/**
 * One thing that a person who opens the output would stumble over: a problem, with the output it is in.
 * Its span is that of the words in the notes, or of the slide's first piece of them.
 */
export interface Finding extends Diagnostic {
  readonly code: FindingCode;
  readonly severity: 'error';
  /** `print` is the page that the PDF is printed from, `PDF` the file itself; `handout` and its PDF likewise. */
  readonly output: 'HTML' | 'print' | 'PDF' | 'PPTX' | 'handout' | 'handout PDF';
  /** From 1; not there where it is not about one slide. */
  readonly slide?: number;
}

/** Makes a finding on one output; its place is that of the slide's words, of the slide, or the beginning of the notes. */
export type ReportFinding = (
  code: FindingCode,
  message: string,
  at?: { readonly slide?: number; readonly text?: string },
) => Finding;

export function reporter(spans: SourceSpans, output: Finding['output']): ReportFinding {
  return (code, message, { slide, text } = {}) => ({
    code,
    severity: 'error',
    message: `${message} (${output})`,
    span: slide === undefined && text === undefined ? spans.start : spans.ofSlide(slide ?? 1, text),
    output,
    ...(slide !== undefined && { slide }),
  });
}

/** One line, with the code's last part: `talk.md:12: clipped: “the words” 14 px below slide 7 (HTML)`. */
export function findingText({ code, span, message }: Finding, sources: ReadonlyMap<string, Source>): string {
  const source = sources.get(span.path);
  const line = source ? `:${positionOf(source, span).line}` : '';
  return `${span.path}${line}: ${code.slice('check/'.length)}: ${message}`;
}

/** One line: `talk.md:12: design/end: slide 7: content ends at 41 % …; “layout: statement” would fill it`. */
export function designText(
  { code, span, message, help }: Diagnostic & { readonly code: DesignCode },
  sources: ReadonlyMap<string, Source>,
): string {
  const source = sources.get(span.path);
  const line = source ? `:${positionOf(source, span).line}` : '';
  return `${span.path}${line}: ${code}: ${message}${help ? `; ${help}` : ''}`;
}

/** Finds the place in the notes of what is seen in an output. */
export interface SourceSpans {
  /** The beginning of the notes: the place of what is about a whole output. */
  readonly start: Span;
  /** The line that holds an offset, from 1. */
  lineAt(offset: number): number;
  between(start: number, end: number): Span;
  /** Where words stand in a slide's pieces of the notes; the first piece when they stand in none. */
  ofSlide(slide: number, words?: string): Span;
}

export function sourceSpans(
  { path, text }: Source,
  slides: readonly { readonly spans: readonly Span[] }[],
): SourceSpans {
  const starts = lineStarts(text);
  const between = (start: number, end: number): Span => ({ path, start, end });
  const start = between(0, 0);
  return {
    start,
    between,
    lineAt: (offset) => Math.max(1, lineOf(offset, starts)),
    ofSlide: (slide, words = '') => {
      const spans = slides[slide - 1]?.spans ?? [];
      for (const span of words === '' ? [] : spans) {
        const at = text.slice(span.start, span.end).indexOf(words);
        if (at >= 0) return between(span.start + at, span.start + at + words.length);
      }
      return spans[0] ?? start;
    },
  };
}

/** As `Map.groupBy`, which Node has from version 21 on. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
