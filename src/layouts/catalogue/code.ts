import { blocksOfType, isShortParagraph } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** Code, alone or with a sentence about it. */
export const code: Layout = {
  name: 'code',
  purpose: 'a block of code, with a sentence about it',
  slots: ['content'],
  overflow: 'flow',
  suits: ({ blocks }) => {
    const listings = blocksOfType(blocks, 'code');
    if (listings.length === 0 || blocks.length > listings.length * 2) return undefined;
    if (!blocks.every((block) => block.type === 'code' || isShortParagraph(block))) return undefined;
    return {
      score: 0.8,
      reason: listings.length === 1 ? 'a block of code' : `${listings.length} blocks of code`,
    };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'code').length > 0,
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};
