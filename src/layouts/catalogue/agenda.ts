import { childItems, itemsOf } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** Lines that are an agenda; more are an index, which other layouts set in less room. */
const most = 10;

/** What is to come, as numbered lines. */
export const agenda: Layout = {
  name: 'agenda',
  purpose: 'what is to come: the list between the title and the first section',
  slots: ['agenda'],
  overflow: 'flow',
  score: ({ role, blocks }) => {
    if (role !== 'agenda') return undefined;
    const lines = itemsOf(blocks).reduce((sum, item) => sum + 1 + childItems(item).length, 0);
    return { score: lines <= most ? 1 : 0.55, reason: 'it says what is to come' };
  },
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'agenda', style: 'agenda', blocks }),
};
