import type { Nodes, Paragraph, RootContent } from 'mdast';
import { limits } from '../diagnostics/index.ts';
import type { Callout } from './block.ts';
import { at, endOf, startOf } from './markdown/positions.ts';

/**
 * A callout inside too many others is set as what it holds: each has a frame and a head of its own, and
 * eight of them are higher than a slide, whatever is in them.
 */
export function flattenCallouts(node: Nodes, depth = 0): void {
  if (!('children' in node)) return;
  const inside = node.type === 'callout' ? depth + 1 : depth;
  for (const child of node.children) flattenCallouts(child, inside);
  if (inside < limits.calloutDepth || !node.children.some(({ type }) => type === 'callout')) return;
  const children = (node.children as RootContent[]).flatMap((child) =>
    child.type === 'callout' ? opened(child) : [child],
  );
  node.children = children as never[];
}

/** What it holds, below its title. */
function opened({ title, children }: Callout): RootContent[] {
  const [first, last] = [title[0], title.at(-1)];
  if (!first || !last) return children;
  const position = at(startOf(first), endOf(last));
  const head: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: title, position }],
    position,
  };
  return [head, ...children];
}
