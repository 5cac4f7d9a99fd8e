import { blocksOfType } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** Lists, with whatever stands between them. The layout that takes anything. */
export const bullets: Layout = {
  name: 'bullets',
  purpose: 'a list, level by level; takes anything',
  slots: ['content'],
  overflow: 'flow',
  suits: ({ blocks, role }) => {
    if (blocks.length === 0 || role === 'opening') return undefined;
    const lists = blocksOfType(blocks, 'list').length;
    if (lists === 0) return { score: 0.2, reason: 'it takes anything' };
    return { score: 0.5, reason: lists === blocks.length ? 'a plain list' : 'mostly a list' };
  },
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};
