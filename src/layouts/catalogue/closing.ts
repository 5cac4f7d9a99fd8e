import type { Block } from '../../notes/index.ts';
import { type Item, itemsOf, leadIn, paragraphOf, textLength } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** More than this is a list of references, to be read: characters, and lines. */
const longest = { characters: 420, lines: 7 } as const;

/** The last slide: thanks, where to find more. */
export const closing: Layout = {
  name: 'closing',
  purpose: 'the last slide: thanks, contact, where to read on',
  slots: ['content', 'term', 'words'],
  overflow: 'flow',
  largest: 'lg',
  fills: 'floor',
  score: ({ role, blocks }) => {
    if (role !== 'closing' || blocks.length === 0 || !isBrief(blocks)) return undefined;
    return { score: 0.8, reason: 'the talk ends with thanks and where to find more' };
  },
  arrange: ({ blocks }: Content): Box => {
    const items = itemsOf(blocks);
    if (items.length === 0 || !items.every(({ words }) => leadIn(words)))
      return { kind: 'flow', class: 'content', style: 'closing', blocks };
    return { kind: 'stack', class: 'addresses', gap: 'small', boxes: items.map(address) };
  },
};

function isBrief(blocks: readonly Block[]): boolean {
  const lines = blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 1), 0);
  if (lines > longest.lines || textLength(blocks) > longest.characters) return false;
  return blocks.every(({ type }) => type === 'paragraph' || type === 'list');
}

/** "Slides: tides.example" in two columns. */
function address({ words, details, node }: Item): Box {
  const lead = leadIn(words);
  return {
    kind: 'row',
    class: 'address',
    gap: 'large',
    widths: [1, 2],
    boxes: [
      { kind: 'line', class: 'term', style: 'closing', content: lead?.term ?? [] },
      {
        kind: 'flow',
        class: 'words',
        style: 'closing',
        blocks: [paragraphOf(lead?.rest ?? words, node), ...details],
      },
    ],
  };
}
