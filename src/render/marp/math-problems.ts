import type { Deck } from '../../deck/index.ts';
import type { Diagnostic, Source } from '../../diagnostics/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';
import { slideSpan } from '../slide-span.ts';

const katexError = /<span class="katex-error" title="([^"]*)"[^>]*>([^<]*)<\/span>/g;

/** A warning for each formula that KaTeX showed as it was typed. `slides` is the HTML of each slide. */
export function mathProblems(slides: readonly string[], deck: Deck, source?: Source): readonly Diagnostic[] {
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
