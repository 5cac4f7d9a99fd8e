import { plainText } from '../../notes/index.ts';
import { type Item, itemsOf, itemText, paragraphOf, readDated } from '../content/index.ts';
import type { Box, Composition } from '../layout.ts';
import { isWords, longestWord } from './lengths.ts';

/** Most dates side by side, the most characters of a date and of what stands below it, and the longest word by their number. */
const most = 5;
const longest = { date: 10, text: 64 } as const;
const longestWords = [0, 0, 24, 20, 16, 13];

/** Dates side by side above a line that runs through the slide, what happened below each. */
export const timelineAcross: Composition = {
  name: 'timeline-across',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most || !isWords(blocks)) return false;
    return items.every(isShort) && longestWord(items) <= (longestWords[items.length] ?? 0);
  },
  arrange: ({ blocks }): Box => {
    const items = itemsOf(blocks);
    return {
      kind: 'row',
      class: 'across',
      gap: items.length > 3 ? 'medium' : 'column',
      widths: items.map(() => 1),
      boxes: items.map(eventBox),
    };
  },
  largest: ({ blocks }) => (itemsOf(blocks).length <= 3 ? 'xl' : itemsOf(blocks).length === 4 ? 'lg' : 'md'),
  fills: 'whole',
};

function isShort(item: Item): boolean {
  const dated = readDated(item.words);
  if (!dated || item.details.length > 0 || itemText(item).length > longest.text) return false;
  return plainText(dated.date).length <= longest.date;
}

function eventBox({ words, node }: Item): Box {
  const dated = readDated(words);
  return {
    kind: 'stack',
    class: 'event',
    gap: 'none',
    boxes: [
      { kind: 'line', class: 'date', style: 'date', content: dated?.date ?? [] },
      {
        kind: 'flow',
        class: 'words',
        style: 'row',
        paddingTop: 'field',
        blocks: [paragraphOf(dated?.rest ?? words, node)],
      },
    ],
  };
}
