import type { ListItem } from 'mdast';
import type { Block, Phrasing } from '../notes/index.ts';
import { withoutHead } from './prepare/set-off-head.ts';

/** The slide with bullets of level 1 alone, and what stood below them, each under its bullet. */
export interface Parted {
  readonly blocks: readonly Block[];
  readonly details: readonly Block[];
}

/** `details: notes`: what stands below level 1 goes to the presenter notes. */
export function partDetails(blocks: readonly Block[]): Parted {
  const details: Block[] = [];
  const kept = blocks.map((block): Block => {
    if (block.type !== 'list') return block;
    return { ...block, children: block.children.map((item) => keepFirst(item, details)) };
  });
  return { blocks: kept, details };
}

function keepFirst(item: ListItem, details: Block[]): ListItem {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph' || rest.length === 0) return item;
  const plain = withoutHead(first);
  const strong: Phrasing = { type: 'strong', children: plain.children };
  details.push({ type: 'paragraph', children: [strong] }, ...(rest as Block[]));
  return { ...item, children: [plain] };
}
