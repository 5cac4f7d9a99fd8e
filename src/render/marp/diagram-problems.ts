import type { Deck } from '../../deck/index.ts';
import type { Diagnostic, Source, Span } from '../../diagnostics/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';
import { slideSpan } from '../slide-span.ts';

const undrawn = /<pre class="undrawn" title="([^"]*)">([\s\S]*?)<\/pre>/g;

/** A warning for each diagram that is shown as code. `slides` is the HTML of each slide. */
export function diagramProblems(
  slides: readonly string[],
  deck: Deck,
  source?: Source,
): readonly Diagnostic[] {
  return slides.flatMap((html, index) =>
    [...html.matchAll(undrawn)].map(([, reason = '', code = '']): Diagnostic => {
      const words = unescapeHtml(textOf(code)).trim();
      return {
        code: 'render/diagram',
        severity: 'warning',
        message: `the diagram cannot be drawn: ${unescapeHtml(reason)}`,
        span: firstLine(slideSpan(deck, index, source, words), words),
        help: 'its source is shown as code; flowcharts, state, sequence, class and entity diagrams and `xychart-beta` can be drawn',
      };
    }),
  );
}

/** What was found as a whole is shown by its first line. */
function firstLine(span: Span, words: string): Span {
  const [first = ''] = words.split('\n');
  return span.end - span.start === words.length ? { ...span, end: span.start + first.length } : span;
}
