import type { Block } from '../../notes/index.ts';
import { blocksOfType, itemsOf, onlyList, paragraphOf } from '../content/index.ts';
import type { Content, Layout } from '../layout.ts';

/** Lists, with whatever stands between them. The layout that takes anything. */
export const bullets: Layout = {
  name: 'bullets',
  purpose: 'a list, level by level; takes anything',
  slots: ['content'],
  overflow: 'flow',
  fills: 'floor',
  score: ({ blocks, role }) => {
    if (blocks.length === 0 || role === 'opening') return undefined;
    const lists = blocksOfType(blocks, 'list').length;
    if (lists === 0) return { score: 0.2, reason: 'it takes anything' };
    return { score: 0.5, reason: reasonFor(blocks) };
  },
  arrange: ({ blocks, isPart }) => ({
    kind: 'flow',
    class: 'content',
    style: 'body',
    blocks: isPart ? blocks : underOneHead(blocks),
  }),
};

/** What stands below the only point of a slide carries its weight: it is set as if it stood alone, and the point as its head. */
function underOneHead(blocks: readonly Block[]): readonly Block[] {
  const [only, ...others] = itemsOf(blocks);
  if (!only || others.length > 0 || only.words.length === 0 || only.node.checked != null) return blocks;
  if (onlyList(blocks)?.ordered || only.details.length === 0) return blocks;
  return [paragraphOf(only.words, only.node.children[0] ?? only.node), ...only.details];
}

function reasonFor(blocks: Content['blocks']): string {
  const items = itemsOf(blocks);
  if (items.length === 0) return 'a list, and the words that go with it';
  const headed = items.filter(({ details }) => details.length > 0).length;
  if (items.length === 1) return headed === 1 ? 'one point and what belongs to it' : 'a single point';
  if (headed === 0) return `${items.length} points of equal weight`;
  if (headed === items.length) return `${items.length} points, each with more below`;
  return `${items.length} points, ${headed} of them with more below`;
}
