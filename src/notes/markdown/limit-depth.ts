import type { Nodes } from 'mdast';
import { limits } from '../../diagnostics/index.ts';
import { at, endOf, startOf } from './positions.ts';

/**
 * What is nested deeper than that becomes the text as it was written, so that the steps
 * after this one may call themselves without fear for the stack. No slide could show it anyway.
 */
export function limitDepth(tree: Nodes, source: string): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth >= limits.treeDepth) flatten(node, source);
    else for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
}

function flatten(node: Nodes & { children: Nodes[] }, source: string): void {
  const first = node.children[0];
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return;
  const position = at(startOf(first), endOf(last));
  const text: Nodes = {
    type: 'text',
    value: withoutIndents(source.slice(startOf(first), endOf(last))),
    position,
  };
  const paragraph: Nodes = { type: 'paragraph', children: [text], position };
  if (node.type === 'list') {
    node.children = [{ type: 'listItem', children: [paragraph], position }];
  } else if (holdsBlocks.has(node.type)) {
    node.children = [paragraph];
  } else if (node.type !== 'table' && node.type !== 'tableRow') {
    node.children = [text];
  }
}

/** Three hundred levels are indented by a page of blanks. */
function withoutIndents(text: string): string {
  return text.replace(/[ \t]{2,}/g, ' ');
}

const holdsBlocks: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
