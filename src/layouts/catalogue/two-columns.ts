import { childItems, type Item, itemsOf, itemText, listOf, onlyList, textLength } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Fewest items that are worth two columns, and most characters in one of them. */
const fewest = 6;
const longest = 46;

/** Many short items, side by side. */
export const twoColumns: Layout = {
  name: 'two-columns',
  purpose: 'many short items, read down the left column and then down the right',
  slots: ['left', 'right'],
  overflow: 'flow',
  largest: 'lg',
  score: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < fewest) return undefined;
    if (!items.every(isShort)) return undefined;
    return { score: 0.62, reason: `${items.length} short items` };
  },
  arrange: ({ blocks }: Content): Box => {
    const [left, right] = halves(blocks);
    return {
      kind: 'row',
      class: 'columns',
      gap: 'column',
      widths: [1, 1],
      boxes: [
        { kind: 'flow', class: 'left', style: 'body', blocks: left },
        { kind: 'flow', class: 'right', style: 'body', blocks: right },
      ],
    };
  },
};

/** A short line, with nothing below it but short lines. */
function isShort(item: Item): boolean {
  if (itemText(item).length > longest) return false;
  return item.details.length === 0 || (childItems(item).length > 0 && childItems(item).every(isShort));
}

/** Cut where both halves hold about the same; a list between its items, other content between its blocks. */
function halves(blocks: Content['blocks']): readonly [Content['blocks'], Content['blocks']] {
  const list = onlyList(blocks);
  if (!list) {
    const at = middle(blocks.map((block) => textLength([block])));
    return [blocks.slice(0, at), blocks.slice(at)];
  }
  const at = middle(itemsOf(blocks).map(weight));
  const right = listOf(list.children.slice(at), list);
  const start = list.ordered ? { start: (list.start ?? 1) + at } : {};
  return [
    [listOf(list.children.slice(0, at), list)],
    right.children.length > 0 ? [{ ...right, ...start }] : [],
  ];
}

function weight(item: Item): number {
  return Math.ceil((itemText(item).length + 1) / 38) + textLength(item.details) / 38;
}

/** The first index from which the rest weighs no more than what comes before. */
function middle(weights: readonly number[]): number {
  const total = weights.reduce((sum, one) => sum + one, 0);
  let before = 0;
  for (const [index, one] of weights.entries()) {
    if (before >= total / 2) return index;
    before += one;
  }
  return weights.length;
}
