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
