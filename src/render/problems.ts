import type { Deck } from '../deck/index.ts';
import type { Diagnostic, Source, Span } from '../diagnostics/index.ts';
import { textOf, unescapeHtml } from './html-text.ts';

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

const katexError = /<span class="katex-error" title="([^"]*)"[^>]*>([^<]*)<\/span>/g;

/** In a formula that is drawn, KaTeX shows a command that it does not know by its name. */
const unknownCommand =
  /<span class="mord text" style="color:currentColor;"><span class="mord" style="color:currentColor;">(\\[^<]*)<\/span>/g;

/** A warning for each formula that KaTeX showed as it was typed, and for each command it does not know. `slides` is the HTML of each slide. */
export function mathProblems(slides: readonly string[], deck: Deck, source?: Source): readonly Diagnostic[] {
  const known = new Set<string>();
  const unknown = slides.flatMap((html, index) =>
    [...html.matchAll(unknownCommand)].flatMap(([, words = '']): Diagnostic[] => {
      const command = unescapeHtml(words);
      if (known.has(command)) return [];
      known.add(command);
      return [
        {
          code: 'render/math',
          severity: 'warning',
          message: `the formula has a command that is not known: ${command}`,
          span: slideSpan(deck, index, source, command),
          help: 'it is shown by its name; commands that KaTeX knows: https://katex.org/docs/supported',
        },
      ];
    }),
  );
  return [...unknown, ...invalidFormulas(slides, deck, source)];
}

function invalidFormulas(slides: readonly string[], deck: Deck, source?: Source): readonly Diagnostic[] {
  return slides.flatMap((html, index) =>
    [...html.matchAll(katexError)].map(([, title = '', tex = '']): Diagnostic => {
      const formula = unescapeHtml(textOf(tex)).trim();
      return {
        code: 'render/math',
        severity: 'warning',
        message: `the formula is not valid TeX: ${reason(unescapeHtml(title))}`,
        span: slideSpan(deck, index, source, formula),
        help: 'it is shown as it was typed; commands that KaTeX knows: https://katex.org/docs/supported',
      };
    }),
  );
}

/** KaTeX repeats the formula after the reason; the frame shows it already. */
function reason(title: string): string {
  return title.replace(/^ParseError: KaTeX parse error: /, '').replace(/ at position \d+:[\s\S]*$/, '');
}

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

const known =
  'flowcharts, state, sequence, class and entity diagrams, `pie`, `timeline`, `gantt`, `mindmap`, `journey`, `quadrantChart` and `xychart-beta` can be drawn';

/** What was found as a whole is shown by the line it is about, without the space before it. */
function lineSpan(span: Span, words: string, line: number): Span {
  if (span.end - span.start !== words.length) return span;
  const lines = words.split('\n');
  const text = lines[line] ?? '';
  const indent = text.length - text.trimStart().length;
  const before = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  return { ...span, start: span.start + before + indent, end: span.start + before + text.trimEnd().length };
}
