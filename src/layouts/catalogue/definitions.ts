import { type Item, itemsOf, leadIn, paragraphOf } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Fewest terms that make it worth a column of its own. */
const fewest = 3;

/** Terms at the left, what they mean at the right. */
export const definitions: Layout = {
  name: 'definitions',
  purpose: 'terms at the left, what they mean at the right',
  slots: ['term', 'meaning'],
  overflow: 'items',
  suits: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < fewest || !items.every((item) => leadIn(item.words))) return undefined;
    return { score: 0.68, reason: `${items.length} terms, each with its explanation` };
  },
  arrange: ({ blocks }: Content): Box => ({
    kind: 'stack',
    class: 'definitions',
    gap: 'medium',
    boxes: itemsOf(blocks).map(definition),
  }),
};

function definition(item: Item): Box {
  const lead = leadIn(item.words);
  const term = lead?.term ?? item.words;
  const meaning = lead ? [paragraphOf(lead.rest, item.node), ...item.details] : item.details;
  return {
    kind: 'row',
    class: 'definition',
    gap: 'large',
    paddingTop: 'small',
    widths: [3, 8],
    boxes: [
      { kind: 'line', class: 'term', style: 'subheading', content: term },
      { kind: 'flow', class: 'meaning', style: 'body', blocks: meaning },
    ],
  };
}
