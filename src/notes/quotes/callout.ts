import type { Blockquote } from 'mdast';
import type { Callout } from '../block.ts';
import { at, endOf } from '../markdown/positions.ts';
import { splitFirstLine } from '../markdown/split-line.ts';
import { sliceText, textOffsets } from '../markdown/text-offsets.ts';

/** `[!note]`, with Obsidian's fold sign and GitHub's line end behind it. */
const marker = /^\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*/;

/** The callout that a quote is, if its first line says so. */
export function calloutOf(quote: Blockquote, source: string): Callout | undefined {
  const [paragraph, ...others] = quote.children;
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return undefined;
  const found = marker.exec(first.value);
  if (found === null) return undefined;
  const rest = sliceText(first, found[0].length, first.value.length, textOffsets(first, source));
  const words = splitFirstLine([...(rest ? [rest] : []), ...paragraph.children.slice(1)], source);
  const start = words.rest[0]?.position?.start.offset ?? endOf(paragraph);
  const body = { ...paragraph, children: words.rest, position: at(start, endOf(paragraph)) };
  return {
    type: 'callout',
    calloutKind: (found[1] as string).toLowerCase(),
    title: words.line,
    children: words.rest.length > 0 ? [body, ...others] : others,
    ...(quote.position ? { position: quote.position } : {}),
  };
}
