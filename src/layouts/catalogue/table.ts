import { blocksOfType, isIntroduction } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** A table, alone or with the sentence that introduces it. */
export const table: Layout = {
  name: 'table',
  purpose: 'a table, with the sentence that introduces it',
  slots: ['content'],
  overflow: 'flow',
  largest: 'md',
  score: ({ blocks }) => {
    if (blocksOfType(blocks, 'table').length !== 1 || blocks.length > 3) return undefined;
    if (!blocks.every((block) => block.type === 'table' || isIntroduction(block))) return undefined;
    return { score: 0.9, reason: 'a table' };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'table').length > 0,
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};
