import { plainText } from '../../notes/index.ts';
import {
  type Item,
  isGlossary,
  itemsOf,
  leadIn,
  onlyList,
  paragraphOf,
  textLength,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Fewest terms that make it worth a column of its own; under a title that says so, two are enough. */
const fewest = 3;

/** Characters of a meaning, on average: more is somebody speaking, as in minutes. */
const longest = 170;

/** Terms at the left, what they mean at the right. */
export const definitions: Layout = {
  name: 'definitions',
  purpose: 'terms at the left, what they mean at the right',
  slots: ['term', 'meaning'],
  overflow: 'items',
  largest: 'lg',
  fills: 'spread',
  score: ({ blocks, title }) => {
    const items = itemsOf(blocks);
    // The box of a task belongs to all of it.
    if (items.some(({ node }) => node.checked != null)) return undefined;
    const isMarked = onlyList(blocks)?.data?.isGlossary === true;
    if (items.length < (isGlossary(title) || isMarked ? 2 : fewest)) return undefined;
    if (!items.every((item) => leadIn(item.words))) return undefined;
    const meanings = items.map(
      ({ words, details }) => textLength(details) + plainText(leadIn(words)?.rest ?? []).length,
    );
    if (!isMarked && meanings.reduce((sum, one) => sum + one, 0) > longest * items.length) return undefined;
    return { score: 0.68, reason: `${items.length} terms, each with its explanation` };
  },
  arrange: ({ blocks }: Content): Box => {
    const items = itemsOf(blocks);
    if (items.length === 0) return { kind: 'flow', class: 'content', style: 'body', blocks };
    const widths = columnsFor(items);
    const boxes = items.map((item) => definition(item, widths));
    return { kind: 'stack', class: 'definitions', gap: 'small', boxes };
  },
};

/** From so many characters on a word of a term asks for a wider column. */
const longTerm = 14;

/** Shares of the width for terms and meanings. */
function columnsFor(items: readonly Item[]): readonly [number, number] {
  const words = items.flatMap((item) => plainText(leadIn(item.words)?.term ?? item.words).split(/\s+/u));
  return words.some((word) => word.length > longTerm) ? [2, 3] : [3, 8];
}

function definition(item: Item, widths: readonly [number, number]): Box {
  const lead = leadIn(item.words);
  const term = lead?.term ?? item.words;
  const meaning = lead ? [paragraphOf(lead.rest, item.node), ...item.details] : item.details;
  return {
    kind: 'row',
    class: 'definition',
    gap: 'large',
    paddingTop: 'small',
    widths,
    boxes: [
      { kind: 'line', class: 'term', style: 'subheading', inMargin: true, content: term },
      { kind: 'flow', class: 'meaning', style: 'body', blocks: meaning },
    ],
  };
}
