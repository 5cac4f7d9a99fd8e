// Mermaid's language as SVG, in place of the fenced code. A diagram that cannot be drawn is shown
// as code, with the reason in its title, from which a diagnostic is made.
import type { Marp } from '@marp-team/marp-core';
import { escapeHtml } from '../html-text.ts';
import { diagramSvg } from './diagram-svg.ts';

/** A renderer's rule, as far as it is used here. */
type Rule = (
  tokens: readonly { readonly info: string; readonly content: string }[],
  index: number,
  ...rest: unknown[]
) => string;

/** For `marp.use`. */
export function drawDiagrams({ renderer }: Marp['markdown']): void {
  const rules = renderer.rules as Record<string, Rule | undefined>;
  const { fence } = rules;
  rules.fence = (tokens, index, ...rest) => {
    const token = tokens[index];
    if (token?.info.trim() === 'mermaid') return drawn(token.content, index);
    return fence?.(tokens, index, ...rest) ?? '';
  };
}

/** `index` is the block's in the deck: what tells diagrams apart. */
function drawn(source: string, index: number): string {
  try {
    return `<div class="mermaid">${diagramSvg(source, `diagram-${index}`)}</div>\n`;
  } catch (error) {
    const code = escapeHtml(source.trimEnd());
    return `<pre class="undrawn" title="${escapeHtml(reasonOf(error))}"><code>${code}</code></pre>\n`;
  }
}

function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const header = /^Invalid mermaid header: "([^"]*)"/.exec(line)?.[1];
  if (header !== undefined) return `“${header}” begins no diagram that is known`;
  return line.replace(/\.$/, '');
}
