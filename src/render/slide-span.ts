import type { Deck } from '../deck/index.ts';
import type { Source, Span } from '../diagnostics/index.ts';

/**
 * Where in the notes slide `index` comes from; `words` narrows it down when the notes' text is at
 * hand and one of the slide's pieces holds them.
 */
export function slideSpan(deck: Deck, index: number, source?: Source, words = ''): Span {
  const spans = deck.slides[index]?.spans ?? [];
  if (source && words !== '') {
    for (const span of spans) {
      const start = source.text.slice(span.start, span.end).indexOf(words);
      if (start >= 0)
        return { path: span.path, start: span.start + start, end: span.start + start + words.length };
    }
  }
  return spans[0] ?? { path: source?.path ?? '', start: 0, end: 0 };
}
