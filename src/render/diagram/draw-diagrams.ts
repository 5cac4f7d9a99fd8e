// Mermaid's language as SVG, in place of the fenced code. A diagram that cannot be drawn is shown
// as code, with the reason in its title, from which a diagnostic is made.
import type { Marp } from '@marp-team/marp-core';
import { escapeHtml } from '../html-text.ts';
import { diagramSvg, type Room } from './diagram-svg.ts';
import { UnreadLine } from './unread-line.ts';

/** A renderer's rule, as far as it is used here. */
type Rule = (
  tokens: readonly { readonly info: string; readonly content: string }[],
  index: number,
  ...rest: unknown[]
) => string;

/** For `marp.use`. */
export function drawDiagrams(room: Room): (markdown: Marp['markdown']) => void {
  return ({ renderer }) => {
    const rules = renderer.rules as Record<string, Rule | undefined>;
    const { fence } = rules;
    rules.fence = (tokens, index, ...rest) => {
      const token = tokens[index];
      if (token?.info.trim() === 'mermaid') return drawn(token.content, `diagram-${index}`, room);
      return fence?.(tokens, index, ...rest) ?? '';
    };
  };
}

/** `id` tells diagrams of a deck apart. */
function drawn(source: string, id: string, room: Room): string {
  try {
    return `<div class="mermaid">${diagramSvg(source, id, room)}</div>\n`;
  } catch (error) {
    const code = escapeHtml(source.trimEnd());
    const place =
      error instanceof UnreadLine ? ` data-line="${error.line}" data-help="${escapeHtml(error.help)}"` : '';
    return `<pre class="undrawn" title="${escapeHtml(reasonOf(error))}"${place}><code>${code}</code></pre>\n`;
  }
}

function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const header = /^Invalid mermaid header: "([^"]*)"/.exec(line)?.[1];
  if (header !== undefined) return `“${header}” begins no diagram that is known`;
  return line.replace(/\.$/, '');
}
