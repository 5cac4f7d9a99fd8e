import type { Nodes } from 'mdast';
import type { Block, Phrasing } from './block.ts';

/**
 * The words a reader sees: blocks each on a line of their own, inline nodes run together; the
 * text that stands for a picture, code and the source of formulas included.
 */
export function plainText(nodes: readonly (Block | Phrasing)[]): string {
  const parts: string[] = [];
  collect(nodes as readonly Nodes[], parts);
  return withoutOuterLines(parts.join(''));
}

const inline: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'inlineMath',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'element',
  'footnoteReference',
  'break',
]);

function collect(nodes: readonly Nodes[], parts: string[]): void {
  for (const node of nodes) {
    const isBlock = !inline.has(node.type);
    if (isBlock) newLine(parts);
    if (node.type === 'break') parts.push('\n');
    if (node.type === 'callout') collect(node.title, parts);
    if (node.type === 'callout') newLine(parts);
    if ('value' in node) parts.push(node.value);
    else if ('alt' in node) parts.push(node.alt ?? '');
    else if ('children' in node) collect(node.children, parts);
    if (isBlock) newLine(parts);
  }
}

function newLine(parts: string[]): void {
  const last = parts.findLast((part) => part !== '');
  if (last !== undefined && !last.endsWith('\n')) parts.push('\n');
}

/** Not by a pattern: those take the square of the time on a text of many empty lines. */
function withoutOuterLines(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '\n') start += 1;
  while (end > start && text[end - 1] === '\n') end -= 1;
  return text.slice(start, end);
}
