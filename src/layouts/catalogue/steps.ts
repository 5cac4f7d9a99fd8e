import { type Item, itemsOf, itemText, onlyList } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** Things in order, each with a large number. */
export const steps: Layout = {
  name: 'steps',
  purpose: 'things in order, each under its number',
  slots: ['steps'],
  overflow: 'flow',
  suits: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2) return undefined;
    if (onlyList(blocks)?.ordered) return { score: 0.7, reason: `${items.length} steps in a numbered list` };
    if (!isSequence(items)) return undefined;
    return { score: 0.64, reason: 'the words tell an order: first, then' };
  },
  arrange: ({ blocks }) => ({ kind: 'flow', class: 'steps', style: 'body', blocks }),
};

function isSequence([first, ...rest]: readonly Item[]): boolean {
  if (!first || !/^(?:first|to begin|start by)\b/iu.test(itemText(first))) return false;
  return rest.some((item) => /^(?:then|next|second|after that|finally)\b/iu.test(itemText(item)));
}
