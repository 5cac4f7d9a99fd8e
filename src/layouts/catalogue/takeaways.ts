import type { List } from 'mdast';
import type { Block } from '../../notes/index.ts';
import { type Item, itemsOf, itemText, listOf, onlyList, textLength } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Most points that are remembered, and how long one and what stands below it may be, in characters. */
const most = 6;
const longest = { point: 150, details: 160 } as const;

/** Titles that announce what to take home, besides those that make a section of that kind. */
const announces =
  /(?<!\p{L})(?:take-?\s?aways?|take home|conclusions?|key (?:points|messages|findings)|lessons (?:learned|learnt)|what (?:we|i) (?:have )?learn(?:ed|t)|to remember|remember this|in short|fazit|zum mitnehmen|à retenir|para llevar|main points)(?!\p{L})/iu;

/** What to take home: a few points, set large. */
export const takeaways: Layout = {
  name: 'takeaways',
  purpose: 'what to take home: up to six points, set large',
  slots: ['point', 'details'],
  overflow: 'items',
  largest: 'xl',
  fills: 'spread',
  score: ({ blocks, role, title }) => {
    if (role !== 'takeaways' && !announces.test(title)) return undefined;
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most || !items.every(isPoint)) return undefined;
    return { score: 0.86, reason: `${items.length} points to take home` };
  },
  isFor: ({ blocks }) => itemsOf(blocks).length > 0,
  arrange: ({ blocks }: Content): Box => {
    const list = onlyList(blocks);
    if (!list) return { kind: 'flow', class: 'point', style: 'point', blocks };
    return {
      kind: 'stack',
      class: 'points',
      gap: 'medium',
      boxes: itemsOf(blocks).map(
        (item, at): Box => ({
          kind: 'stack',
          class: 'taken',
          gap: 'none',
          paddingTop: 'small',
          boxes: [point(item, numbered(list, at))],
        }),
      ),
    };
  },
};

function isPoint(item: Item): boolean {
  const length = itemText(item).length;
  if (length === 0 || length > longest.point || textLength(item.details) > longest.details) return false;
  return (
    item.node.checked == null && item.words.every((word) => word.type !== 'image' && word.type !== 'break')
  );
}

/** Each point is a list of one, so that it keeps its number. */
function numbered(list: List, at: number): List {
  return list.ordered ? { ...list, start: (list.start ?? 1) + at } : list;
}

function point({ node, details }: Item, list: List): Box {
  const [words, ...below] = node.children;
  const own = words?.type === 'paragraph' ? [words] : [];
  const large: Box = {
    kind: 'flow',
    class: 'point',
    style: 'point',
    blocks: [listOf([{ ...node, children: own.length > 0 ? own : [...below] }], list)],
  };
  if (details.length === 0 || own.length === 0) return large;
  return {
    kind: 'stack',
    class: 'explained',
    gap: 'small',
    boxes: [large, { kind: 'flow', class: 'details', style: 'label', blocks: withoutSign(details) }],
  };
}

/** One bullet stands without its bullet character. */
function withoutSign(details: readonly Block[]): readonly Block[] {
  const [only, ...rest] = itemsOf(details);
  return only && rest.length === 0 ? (only.node.children as Block[]) : details;
}
