import { type Item, itemsOf, onlyList, paragraphOf } from '../content/index.ts';
import type { Box, Composition } from '../layout.ts';
import { countItemWords, isWords, longestWord } from './lengths.ts';

/** Most steps side by side, the most words of one, and the longest word by the number of columns, in characters. */
const most = 5;
const longest = 13;
const longestWords = [0, 0, 24, 20, 16, 13];

/** Steps from left to right, each under its large number; an arrow leads on to the next. */
export const stepColumns: Composition = {
  name: 'step-columns',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most || !isWords(blocks)) return false;
    if (items.some((item) => item.details.length > 0 || item.node.checked != null)) return false;
    return (
      items.every((item) => countItemWords(item) <= longest) &&
      longestWord(items) <= (longestWords[items.length] ?? 0)
    );
  },
  arrange: ({ blocks }): Box => {
    const list = onlyList(blocks);
    const items = itemsOf(blocks);
    if (!list) return { kind: 'flow', class: 'content', style: 'body', blocks };
    return {
      kind: 'row',
      class: 'steps-across',
      gap: items.length > 3 ? 'medium' : 'column',
      widths: items.map(() => 1),
      boxes: items.map((item, at) => stepBox(item, (list.start ?? 1) + at)),
    };
  },
  largest: ({ blocks }) => (itemsOf(blocks).length <= 3 ? 'xl' : itemsOf(blocks).length === 4 ? 'lg' : 'md'),
  fills: 'whole',
};

function stepBox({ words, node }: Item, number: number): Box {
  const numeral = { type: 'text', value: String(number) } as const;
  return {
    kind: 'stack',
    class: 'step-across',
    gap: 'small',
    paddingTop: 'small',
    boxes: [
      {
        kind: 'line',
        class: 'numeral',
        style: 'numeral',
        content: [{ type: 'element', name: 'span', class: 'added', children: [numeral] }],
      },
      { kind: 'flow', class: 'words', style: 'row', blocks: [paragraphOf(words, node)] },
    ],
  };
}
