import type { List } from 'mdast';
import {
  type Item,
  itemsOf,
  itemText,
  listOf,
  readListWithSentences,
  withSentences,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Up to this many steps are parted by rules; more stand closer. */
const few = 5;

/** Things in order, each beside a large number. */
export const steps: Layout = {
  name: 'steps',
  purpose: 'things in order, each beside its large number',
  slots: ['step'],
  overflow: 'items',
  largest: 'lg',
  fills: 'spread',
  score: ({ blocks }) => {
    const listed = readListWithSentences(blocks);
    const items = listed ? itemsOf([listed.list]) : [];
    // The number and the box of a task would have one place.
    if (items.length < 2 || items.some(({ node }) => node.checked != null)) return undefined;
    if (listed?.list.ordered) return { score: 0.7, reason: `${items.length} steps, one after the other` };
    if (!isSequence(items)) return undefined;
    return { score: 0.64, reason: 'the words tell an order: first, then' };
  },
  arrange: ({ blocks }: Content): Box => {
    const listed = readListWithSentences(blocks);
    if (!listed) return { kind: 'flow', class: 'content', style: 'body', blocks };
    return withSentences(stepsOf(listed.list), listed);
  },
};

function stepsOf(list: List): Box {
  return {
    kind: 'stack',
    class: 'steps',
    gap: list.children.length <= few ? 'medium' : 'small',
    boxes: list.children.map((item, at) => ({
      kind: 'flow',
      class: 'step',
      style: 'step',
      ...(list.children.length <= few && { paddingTop: list.children.length <= 3 ? 'medium' : 'small' }),
      blocks: [listOf([item], numbered(list, at))],
    })),
  };
}

/** Each step is a list of one, so that it keeps its number wherever the slide is cut. */
function numbered(list: List, at: number): List {
  return { ...list, ordered: true, start: (list.start ?? 1) + at };
}

function isSequence([first, ...rest]: readonly Item[]): boolean {
  if (
    !first ||
    !/^(?:first|firstly|to begin|start by|start with|zuerst|zunächst|d’abord|primero)\b/iu.test(
      itemText(first),
    )
  )
    return false;
  return rest.some((item) =>
    /^(?:then|next|second|secondly|after that|finally|dann|danach|ensuite|puis|luego|después)\b/iu.test(
      itemText(item),
    ),
  );
}
