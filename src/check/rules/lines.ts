import { lineOf, lineStarts, type Source, type Span } from '../../diagnostics/index.ts';

/** Lines of the notes for offsets and for the words of a slide. */
export interface Lines {
  /** The line that holds an offset, from 1. */
  at(offset: number): number;
  /** The line of a slide's words: where they stand in its pieces of the notes, or where it begins. */
  of(slide: number, words?: string): number;
}

export function linesOf(source: Source, slides: readonly { readonly spans: readonly Span[] }[]): Lines {
  const starts = lineStarts(source.text);
  const at = (offset: number): number => Math.max(1, lineOf(offset, starts));
  const of = (slide: number, words = ''): number => {
    const spans = slides[slide - 1]?.spans ?? [];
    for (const span of words === '' ? [] : spans) {
      const start = source.text.slice(span.start, span.end).indexOf(words);
      if (start >= 0) return at(span.start + start);
    }
    return at(spans[0]?.start ?? 0);
  };
  return { at, of };
}
