import { type Block, plainText } from '../../notes/index.ts';
import {
  type Item,
  isAddress,
  isGlossary,
  isQuestion,
  itemLength,
  itemsOf,
  itemText,
  type NamedContent,
  readDated,
  readFigure,
  readNamed,
  textLength,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** How many cards there are, how long a name is and what stands below it, in characters. */
const count = { least: 3, most: 6 } as const;
const longestName = 32;
const text = { least: 8, most: 84 } as const;

/** How much longer one card's words may be than another's. */
const lopsided = 2.4;

/** A few things of one kind, each under a rule of its own. */
export const cards: Layout = {
  name: 'cards',
  purpose: 'three to six short things of one kind, each under a rule of its own',
  slots: ['name', 'words'],
  overflow: 'items',
  largest: 'lg',
  fills: 'floor',
  score: ({ blocks, title }) => {
    const items = itemsOf(blocks);
    if (items.length < count.least || items.length > count.most || isGlossary(title)) return undefined;
    const read = items.map(readNamed);
    if (
      !read.every((card) => card !== undefined && isCard(card)) ||
      items.some(isOtherwiseRead) ||
      items.every(({ words }) => readDated(words))
    )
      return undefined;
    const lengths = items.map(itemLength);
    if (Math.max(...lengths) > lopsided * Math.min(...lengths)) return undefined;
    return { score: 0.72, reason: `${items.length} short things of equal weight` };
  },
  isFor: ({ blocks }) => itemsOf(blocks).length > 1,
  arrange: ({ blocks }: Content): Box => {
    const items = itemsOf(blocks);
    if (items.length === 0) return { kind: 'flow', class: 'content', style: 'body', blocks };
    const rows = inRows(items);
    const boxes = rows.map(cardRow);
    const [only, ...rest] = boxes;
    return only && rest.length === 0 ? only : { kind: 'stack', class: 'cells', gap: 'large', boxes };
  },
};

function isCard({ name, blocks }: NamedContent): boolean {
  const length = textLength(blocks);
  if (plainText(name).length > longestName || length < text.least || length > text.most) return false;
  return blocks.length === 1 && blocks.every((block) => isPlain(block)) && !isAddress(blocks);
}

/** A paragraph, or a list of short lines. */
function isPlain(block: Block): boolean {
  if (block.type === 'paragraph') return block.children.every((word) => word.type !== 'image');
  return (
    block.type === 'list' &&
    !block.ordered &&
    block.children.length <= 3 &&
    block.children.every(
      ({ children, checked }) => checked == null && children.every((child) => child.type === 'paragraph'),
    )
  );
}

/** Tasks, questions and figures say more in a layout of their own. */
function isOtherwiseRead(item: Item): boolean {
  if (item.node.checked != null || isQuestion(itemText(item))) return true;
  return readFigure(item.words, 'start') !== undefined;
}

/** In one row up to three, else in two rows; an empty place at the end keeps the columns. */
function inRows(items: readonly Item[]): readonly CardRow[] {
  const columns = items.length <= 3 ? Math.max(1, items.length) : items.length === 4 ? 2 : 3;
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (_, column) => items[row * columns + column]),
  );
}

type CardRow = readonly (Item | undefined)[];

function cardRow(items: CardRow): Box {
  return {
    kind: 'row',
    class: 'deal',
    gap: 'column',
    widths: items.map(() => 1),
    boxes: items.map((item) =>
      item ? card(item) : { kind: 'flow', class: 'no-card', style: 'body', blocks: [] },
    ),
  };
}

function card(item: Item): Box {
  const { name, blocks } = readNamed(item) ?? { name: item.words, blocks: item.details };
  return {
    kind: 'stack',
    class: 'card',
    gap: 'small',
    paddingTop: 'small',
    boxes: [
      { kind: 'line', class: 'name', style: 'head', content: name },
      ...(blocks.length > 0 ? [{ kind: 'flow', class: 'words', style: 'card', blocks } as const] : []),
    ],
  };
}
