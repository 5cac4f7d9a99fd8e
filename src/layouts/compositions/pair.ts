import { plainText } from '../../notes/index.ts';
import { itemsOf, readChange } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { hasTasks, isWords, wordsOf } from './lengths.ts';
import { rowsBox } from './rows.ts';

/** Most words in the rows beside the drawing, most rows, and characters of an amount above its bar. */
const longest = { words: 70, rows: 5, amount: 6 } as const;

/** A change of which the title says the amounts: they stand on two bars in a field of their own, the points in rows beside it. */
export const pair: Composition = {
  name: 'pair',
  takes: ({ title, blocks }) => {
    const change = readChange(title);
    const items = itemsOf(blocks);
    if (!change || items.length === 0 || items.length > longest.rows || hasTasks(items)) return false;
    if (Math.max(change.from.length, change.to.length) > longest.amount) return false;
    return isWords(blocks) && wordsOf(plainText(blocks)) <= longest.words;
  },
  title: ({ title }) => readChange(title)?.rest ?? title,
  arrange: ({ title, blocks }: Content): Box => {
    const change = readChange(title);
    const said = rowsBox(blocks);
    if (!change) return said;
    const { from, joint, to, shares } = change;
    return {
      kind: 'row',
      class: 'changed',
      gap: 'column',
      widths: [2, 1],
      boxes: [
        { ...said, paddingEnd: 'column' },
        { kind: 'rise', class: 'rise', from, joint, to, shares },
      ],
    };
  },
  largest: () => 'lg',
  fills: 'whole',
};
