import type { Deck } from '../../deck/index.ts';
import type { Diagnostic, Source, Span } from '../../diagnostics/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';
import { slideSpan } from '../slide-span.ts';

const undrawn =
  /<pre class="undrawn" title="([^"]*)"(?: data-line="(\d+)" data-help="([^"]*)")?>([\s\S]*?)<\/pre>/g;

/** A warning for each diagram that is shown as code. `slides` is the HTML of each slide. */
export function diagramProblems(
  slides: readonly string[],
  deck: Deck,
  source?: Source,
): readonly Diagnostic[] {
  return slides.flatMap((html, index) =>
    [...html.matchAll(undrawn)].map(([, reason = '', line = '0', help, code = '']): Diagnostic => {
      const words = unescapeHtml(textOf(code)).trimEnd();
      return {
        code: 'render/diagram',
        severity: 'warning',
        message: `the diagram cannot be drawn: ${unescapeHtml(reason)}`,
        span: lineSpan(slideSpan(deck, index, source, words), words, Number(line)),
        help: `its source is shown as code; ${help === undefined ? known : unescapeHtml(help)}`,
      };
    }),
  );
}

const known = 'flowcharts, state, sequence, class and entity diagrams and `xychart-beta` can be drawn';

/** What was found as a whole is shown by the line it is about, without the space before it. */
function lineSpan(span: Span, words: string, line: number): Span {
  if (span.end - span.start !== words.length) return span;
  const lines = words.split('\n');
  const text = lines[line] ?? '';
  const indent = text.length - text.trimStart().length;
  const before = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  return { ...span, start: span.start + before + indent, end: span.start + before + text.trimEnd().length };
}
