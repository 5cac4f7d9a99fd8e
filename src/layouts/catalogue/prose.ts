import { blocksOfType } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** Running text, with what it speaks of. */
export const prose: Layout = {
  name: 'prose',
  purpose: 'running text; takes anything',
  slots: ['content'],
  overflow: 'flow',
  largest: 'lg',
  fills: 'floor',
  score: ({ blocks, role }) => {
    if (blocks.length === 0 || role === 'opening') return undefined;
    const paragraphs = blocksOfType(blocks, 'paragraph').length;
    if (blocks[0]?.type === 'list' || paragraphs * 2 < blocks.length) {
      return { score: 0.15, reason: 'it takes anything' };
    }
    return { score: 0.5, reason: 'running text' };
  },
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};
