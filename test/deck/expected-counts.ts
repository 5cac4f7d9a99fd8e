import type { Nodes } from 'mdast';
import type { Block, Phrasing } from '../../src/notes/index.ts';
import { watched } from './read-html.ts';

/** How many of each element blocks must make, for the elements that Markdown might make or lose. */
export function expectedCounts(blocks: readonly Block[]): Record<string, number> {
  const counts = Object.fromEntries(watched.map((name) => [name, 0]));
  for (const block of blocks) count(block, counts, 'out of links');
  return counts;
}

type Link = 'in a link' | 'out of links';

function count(node: Nodes | Phrasing | Block, counts: Record<string, number>, link: Link): void {
  for (const name of elementsOf(node, link)) counts[name] = (counts[name] ?? 0) + 1;
  if (node.type === 'callout') for (const child of node.title) count(child, counts, link);
  if ('children' in node) {
    for (const child of node.children) count(child, counts, node.type === 'link' ? 'in a link' : link);
  }
}

function elementsOf(node: Nodes | Phrasing | Block, link: Link): readonly string[] {
  switch (node.type) {
    case 'list':
      return [node.ordered ? 'ol' : 'ul'];
    case 'link':
      return link === 'in a link' ? [] : ['a'];
    case 'image':
      return node.url === 'gone.png' ? [] : ['img'];
    case 'element':
      return [node.name];
    default:
      return elements[node.type] ?? [];
  }
}

const elements: Readonly<Record<string, readonly string[]>> = {
  listItem: ['li'],
  code: ['pre', 'code'],
  inlineCode: ['code'],
  blockquote: ['blockquote'],
  table: ['table'],
  tableRow: ['tr'],
  thematicBreak: ['hr'],
  emphasis: ['em'],
  strong: ['strong'],
  delete: ['s'],
  inlineMath: ['formula'],
  math: ['formula'],
};
