import { blocksOfType, itemsOf } from '../content/index.ts';
import type { Content, Layout } from '../layout.ts';

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
    return { score: 0.5, reason: reasonFor(blocks) };
  },
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'content', style: 'body', blocks }),
};

function reasonFor(blocks: Content['blocks']): string {
  const items = itemsOf(blocks);
  if (items.length === 0) return 'a list, and the words that go with it';
  const headed = items.filter(({ details }) => details.length > 0).length;
  if (items.length === 1) return headed === 1 ? 'one point and what belongs to it' : 'a single point';
  if (headed === 0) return `${items.length} points of equal weight`;
  if (headed === items.length) return `${items.length} points, each with more below`;
  return `${items.length} points, ${headed} of them with more below`;
}
