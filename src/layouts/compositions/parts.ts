import { type Block, plainText } from '../../notes/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { countWords, isWords } from './lengths.ts';

/** Words of the longest part, and how much longer it may be than the shortest. */
const longest = { words: 40, ratio: 3 } as const;

interface ContentPart {
  /** A sub-heading; empty for what stands before the first. */
  readonly head: Content['blocks'];
  readonly blocks: Content['blocks'];
}

/** Two or three parts under sub-headings, side by side, each under a rule. */
export const parts: Composition = {
  name: 'parts',
  takes: ({ blocks }) => {
    const found = readParts(blocks);
    if (found.length < 2 || found.length > 3) return false;
    const words = found.map((part) => countWords(plainText([...part.head, ...part.blocks])));
    const [least, most] = [Math.min(...words), Math.max(...words)];
    return (
      most <= longest.words && most <= longest.ratio * least && found.every((part) => isWords(part.blocks))
    );
  },
  arrange: ({ blocks }): Box => ({
    kind: 'row',
    class: 'side-by-side',
    gap: 'column',
    widths: readParts(blocks).map(() => 1),
    boxes: readParts(blocks).map(
      ({ head, blocks: own }): Box => ({
        kind: 'flow',
        class: 'under-rule part-of',
        style: 'body',
        paddingTop: 'small',
        blocks: [...head, ...own],
      }),
    ),
  }),
  largest: () => 'xxl',
  fewest: 0.3,
  fills: 'floor',
};

function readParts(blocks: readonly Block[]): readonly ContentPart[] {
  const found: { head: Block[]; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') found.push({ head: [block], blocks: [] });
    else if (found.length === 0) found.push({ head: [], blocks: [block] });
    else found.at(-1)?.blocks.push(block);
  }
  return found.length > 1 && found.every((part) => part.blocks.length > 0) ? found : [];
}
