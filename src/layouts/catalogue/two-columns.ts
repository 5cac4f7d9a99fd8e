import type { ListItem } from 'mdast';
import {
  childItems,
  type Item,
  isLinkLine,
  itemsOf,
  itemText,
  listOf,
  onlyList,
  textLength,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Fewest items that are worth columns, and most characters in one of them; a link may go on over several lines. */
const fewest = 6;
const longest = 46;

/** From so many items of so few characters three columns are easier to go through than two. */
const three = { items: 13, characters: 26 } as const;

/** Many short items, side by side. */
export const twoColumns: Layout = {
  name: 'two-columns',
  purpose: 'many short items, read down the left column and then down the right; very many in three columns',
  slots: ['left', 'middle', 'right'],
  overflow: 'flow',
  largest: 'xl',
  fills: 'floor',
  score: ({ blocks }) => {
    const written = writtenColumns(blocks);
    if (written) return { score: 0.9, reason: 'the notes set it side by side' };
    const items = itemsOf(blocks);
    if (items.length < fewest) return undefined;
    if (!items.every((item) => isShort(item) || isLinkLine(item.node))) return undefined;
    return {
      score: 0.62,
      reason: `${items.length} ${items.every(({ node }) => isLinkLine(node)) ? 'links' : 'short items'}`,
    };
  },
  arrange: ({ blocks }: Content): Box => {
    const written = writtenColumns(blocks);
    const names = columnNames[written ? (written.length === 2 ? 2 : 3) : columnsFor(blocks)];
    const columns = written ?? columnsOf(blocks, names.length);
    const row: Box = {
      kind: 'row',
      class: 'columns',
      gap: 'column',
      widths: names.map(() => 1),
      boxes: names.map((name, at) =>
        columnBox(name, columns[at] ?? [], itemsOf(blocks).length <= mostRuled ? 'ruled' : 'plain'),
      ),
    };
    const lead = written ? leadOf(blocks) : [];
    if (lead.length === 0) return row;
    return {
      kind: 'stack',
      class: 'columns-below-words',
      gap: 'medium',
      boxes: [{ kind: 'flow', class: 'lead-in', style: 'body', blocks: lead }, row],
    };
  },
};

/** What the notes set in two or three columns of their own, and nothing else but a line above them. */
function writtenColumns(blocks: Content['blocks']): readonly Content['blocks'][] | undefined {
  const below = blocks.slice(leadOf(blocks).length);
  const numbers = below.map(columnOf);
  const columns = [...new Set(numbers)];
  if (columns.length < 2 || columns.length > 3 || columns.includes(undefined)) return undefined;
  return columns.map((column) => below.filter((_, at) => numbers[at] === column));
}

function columnOf(block: Content['blocks'][number]): number | undefined {
  return (block.data as { readonly column?: number } | undefined)?.column;
}

/** Characters of a line above columns. */
const longestLead = 140;

function leadOf(blocks: Content['blocks']): Content['blocks'] {
  const [first] = blocks;
  const isLead = first?.type === 'paragraph' && columnOf(first) === undefined;
  return isLead && textLength([first]) <= longestLead ? [first] : [];
}

/** Most items of a list that stand under rules of their own; more are a list of names. */
const mostRuled = 12;

/** Points each under a rule; numbers and boxes need the place before the words. */
function columnBox(name: string, blocks: Content['blocks'], look: 'ruled' | 'plain'): Box {
  const list = onlyList(blocks);
  if (look === 'plain' || !list || list.ordered || list.children.some(({ checked }) => checked != null))
    return { kind: 'flow', class: name, style: 'body', blocks };
  return {
    kind: 'stack',
    class: name,
    gap: 'small',
    boxes: itemsOf(blocks).map(({ node }) => ({
      kind: 'flow',
      class: 'under-rule',
      style: 'row',
      paddingTop: 'small',
      blocks: [listOf([node], list)],
    })),
  };
}

const columnNames = { 2: ['left', 'right'], 3: ['left', 'middle', 'right'] } as const;

/** Three for a list of names that is long enough, else two. */
function columnsFor(blocks: Content['blocks']): 2 | 3 {
  const items = itemsOf(blocks);
  const isName = (item: Item): boolean =>
    item.details.length === 0 && itemText(item).length <= three.characters;
  return items.length >= three.items && items.every(isName) ? 3 : 2;
}

/** A short line, with nothing below it but short lines. */
function isShort(item: Item): boolean {
  if (itemText(item).length > longest) return false;
  return item.details.length === 0 || (childItems(item).length > 0 && childItems(item).every(isShort));
}

/** Cut where all columns hold about the same; a list between its items, other content between its blocks. */
function columnsOf(blocks: Content['blocks'], count: number): readonly Content['blocks'][] {
  const list = onlyList(blocks);
  if (!list) {
    const cuts = evenCuts(
      blocks.map((block) => textLength([block])),
      count,
    );
    return cuts.map(([from, to]) => blocks.slice(from, to));
  }
  return evenCuts(itemsOf(blocks).map(weight), count).map(([from, to]) => {
    const part = listOf(list.children.slice(from, to), list);
    const start = list.ordered && from > 0 ? { start: (list.start ?? 1) + from } : {};
    return part.children.length > 0 ? [{ ...part, ...start }] : [];
  });
}

/** Lines that the room above and below a rule takes. */
const ruled = 0.7;

function weight(item: Item): number {
  const known = weights.get(item.node);
  if (known !== undefined) return known;
  const found = Math.ceil((itemText(item).length + 1) / 38) + textLength(item.details) / 38 + ruled;
  weights.set(item.node, found);
  return found;
}

/** Once for an item: a long list is tried with more and more of its items. */
const weights = new WeakMap<ListItem, number>();

/** From where to where each column goes: it ends when all so far weighs its share, or only a third of what comes next is missing. */
function evenCuts(weights: readonly number[], count: number): readonly (readonly [number, number])[] {
  const total = weights.reduce((sum, one) => sum + one, 0);
  const ends: number[] = [];
  let before = 0;
  for (const [index, one] of weights.entries()) {
    if (ends.length < count - 1 && before + one / 3 > (total * (ends.length + 1)) / count) ends.push(index);
    before += one;
  }
  while (ends.length < count) ends.push(weights.length);
  return ends.map((end, at) => [ends[at - 1] ?? 0, end] as const);
}
