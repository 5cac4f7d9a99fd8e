import type { List } from 'mdast';
import { type Item, itemsOf, listOf, onlyList } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { canBeLoud, countItemWords, hasTasks, isWords, sizeFor } from './lengths.ts';

/** Most rows; more points stand in a plain list. */
const most = 7;

/** Most words of two rows that are set as large as the ladder goes. */
const shortRow = 14;

/** Words of a point that is said large where it stands alone: fewer are a stub, more are read. */
const loud = { least: 3, most: 12 } as const;

/** Points one below the other, each under a rule of its own, from the title to the floor. */
export const rows: Composition = {
  name: 'rows',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most || onlyList(blocks)?.ordered) return false;
    return isWords(blocks) && !hasTasks(items);
  },
  arrange: ({ blocks }) => rowsBox(blocks),
  largest: ({ blocks }) => {
    const items = itemsOf(blocks);
    const isPair = items.length === 2 && items.every((item) => countItemWords(item) <= shortRow);
    return isPair ? 'xxxl' : sizeFor(items);
  },
  fills: 'spread',
};

/** One point alone stands on the floor, under its rule. */
export const single: Composition = {
  name: 'single',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    return items.length === 1 && isWords(blocks) && !onlyList(blocks)?.ordered && !hasTasks(items);
  },
  arrange: ({ blocks }): Box => {
    const [only] = itemsOf(blocks);
    const list = onlyList(blocks);
    if (!only || !list || !isLoud(only)) return rowsBox(blocks);
    const point: Box = {
      kind: 'flow',
      class: 'under-rule loud',
      style: 'lead',
      paddingTop: 'small',
      blocks: [listOf([only.node], list)],
    };
    return { kind: 'stack', class: 'rows', gap: 'none', boxes: [point] };
  },
  largest: ({ blocks }) => sizeFor(itemsOf(blocks)),
  fills: 'floor',
};

/** The lines of large type are too close for what is raised or lowered in a formula. */
function isLoud(item: Item): boolean {
  const words = countItemWords(item);
  if (words < loud.least || words > loud.most || item.details.length > 0 || !canBeLoud(item.words))
    return false;
  return item.words.every(({ type }) => type !== 'inlineCode');
}

/** A list as rows under rules. */
export function rowsBox(blocks: Content['blocks'], style: 'row' | 'remark' = 'row'): Box {
  const list = onlyList(blocks);
  // Numbers need the place before the words.
  if (!list || list.ordered) return { kind: 'flow', class: 'content', style: 'body', blocks };
  return {
    kind: 'stack',
    class: 'rows',
    gap: 'medium',
    boxes: itemsOf(blocks).map((item) => rowBox(item, list, style)),
  };
}

/** One point under its rule: a list of one, so that what stands below it is set a level below. */
export function rowBox({ node }: Pick<Item, 'node'>, list: List, style: 'row' | 'remark' = 'row'): Box {
  return {
    kind: 'flow',
    class: 'under-rule',
    style,
    paddingTop: 'small',
    blocks: [listOf([node], list)],
  };
}
