import { type Block, plainText } from '../../notes/index.ts';
import { childItems, type Item, itemsOf, onlyList } from '../content/index.ts';
import type { Box, Composition } from '../layout.ts';
import { countItemWords, countWords, hasTasks, isWords, longestWord } from './lengths.ts';

/** Most words of a group's name, of a group, and how much longer than the shortest one it may be. */
const longest = { name: 6, words: 26, ratio: 2.6, word: 17 } as const;

/** Two or three names with a few points below each, side by side. */
export const groups: Composition = {
  name: 'groups',
  takes: ({ blocks }) => isGroups(blocks),
  arrange: ({ blocks }): Box => ({
    kind: 'row',
    class: 'side-by-side',
    gap: 'column',
    widths: itemsOf(blocks).map(() => 1),
    boxes: itemsOf(blocks).map(groupBox),
  }),
  largest: () => 'xxl',
  fewest: 0.3,
  fills: 'floor',
};

/** Most words of a list and letters of a word of it, and how many lines there are at least: less is set one below the other. */
const listed = { words: 60, word: 22, lines: 8 } as const;

/** Names with lists below each, however long one is: in two columns, where one below the other they would stand small in a corner. */
export const lists: Composition = {
  name: 'lists',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > 5 || onlyList(blocks)?.ordered || hasTasks(items)) return false;
    if (!isWords(blocks) || !items.every(isList) || longestWord(items) > listed.word) return false;
    return items.reduce((sum, item) => sum + 1 + childItems(item).length, 0) >= listed.lines;
  },
  arrange: ({ blocks }): Box => {
    const items = itemsOf(blocks);
    const end = evenEnd(items);
    return {
      kind: 'row',
      class: 'side-by-side',
      gap: 'column',
      widths: [1, 1],
      boxes: [items.slice(0, end), items.slice(end)].map((column) => ({
        kind: 'stack',
        class: 'groups-below',
        gap: 'medium',
        boxes: column.map(groupBox),
      })),
    };
  },
  largest: () => 'lg',
  fills: 'top',
};

/** Letters of a line of half a slide, and the lines that a name takes with the gap above it. */
const half: { readonly letters: number; readonly name: number } = { letters: 36, name: 2 };

/** Behind which of the names the first column ends so that both are about as high. */
function evenEnd(items: readonly Item[]): number {
  const lines = items.map((item) =>
    childItems(item).reduce<number>(
      (sum, { words }) => sum + Math.ceil(plainText(words).length / half.letters),
      half.name,
    ),
  );
  const total = (from: number, to?: number): number =>
    lines.slice(from, to).reduce((sum, count) => sum + count, 0);
  const heights = lines.slice(1).map((_, at) => Math.max(total(0, at + 1), total(at + 1)));
  return 1 + heights.indexOf(Math.min(...heights));
}

function isList(item: Item): boolean {
  const children = childItems(item);
  if (children.length === 0 || hasTasks(children) || onlyList(item.details)?.ordered) return false;
  if (children.some(({ details }) => details.length > 0)) return false;
  return countWords(plainText(item.words)) <= longest.name && countItemWords(item) <= listed.words;
}

/** Whether blocks are two or three names, each with a list of a few words below it, that can be taken in at once. */
export function isGroups(blocks: readonly Block[]): boolean {
  const items = itemsOf(blocks);
  if (items.length < 2 || items.length > 3 || onlyList(blocks)?.ordered || hasTasks(items)) return false;
  if (!isWords(blocks) || !items.every(isGroup) || longestWord(items) > longest.word) return false;
  const words = items.map(countItemWords);
  return Math.max(...words) <= longest.ratio * Math.min(...words);
}

function isGroup(item: Item): boolean {
  const children = childItems(item);
  if (children.length < 2 || hasTasks(children) || onlyList(item.details)?.ordered) return false;
  return countWords(plainText(item.words)) <= longest.name && countItemWords(item) <= longest.words;
}

function groupBox({ words, details }: Item): Box {
  return {
    kind: 'stack',
    class: 'under-rule group',
    gap: 'small',
    paddingTop: 'small',
    boxes: [
      { kind: 'line', class: 'name', style: 'head', content: words },
      { kind: 'flow', class: 'points-below', style: 'row', blocks: details },
    ],
  };
}
