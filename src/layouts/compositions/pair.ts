import { plainText } from '../../notes/index.ts';
import { type Change, itemsOf, readChange } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { figureWidth } from './hero-box.ts';
import { countWords, hasTasks, isWords } from './lengths.ts';
import { rowsBox } from './rows.ts';

/** Most words in the rows beside the drawing, and most rows. */
const longest = { words: 70, rows: 5 } as const;

/** Widest amount above its column at the usual size and at the smaller one, em. */
const widest = { usual: 1.75, long: 3.1 } as const;

/** A change of which the title says the amounts: they stand on two bars in a field of their own, the points in rows beside it. */
export const pair: Composition = {
  name: 'pair',
  takes: ({ title, blocks }) => {
    const change = readChange(title);
    const items = itemsOf(blocks);
    if (!change || items.length === 0 || items.length > longest.rows || hasTasks(items)) return false;
    if (widthOf(change) > widest.long) return false;
    return isWords(blocks) && countWords(plainText(blocks)) <= longest.words;
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
        {
          kind: 'rise',
          class: widthOf(change) > widest.usual ? 'rise long' : 'rise',
          from,
          joint,
          to,
          shares,
        },
      ],
    };
  },
  largest: () => 'lg',
  fills: 'whole',
};

function widthOf({ from, to }: Change): number {
  return Math.max(figureWidth(from), figureWidth(to));
}
