import type { List } from 'mdast';
import type { Block } from '../../notes/index.ts';
import { childItems, itemsOf, itemText, listOf, onlyList } from '../content/index.ts';
import type { Box, Layout } from '../layout.ts';

/** Lines in one column, and in two; more have three. */
const oneColumn = 6;
const twoColumns = 16;

/** What is to come, line by line. */
export const agenda: Layout = {
  name: 'agenda',
  purpose: 'what is to come: the list between the title and the first section',
  slots: ['agenda'],
  overflow: 'flow',
  largest: ({ blocks }) => (isShort(blocks) ? 'xxxl' : 'xl'),
  fills: 'spread',
  score: ({ role }) => (role === 'agenda' ? { score: 1, reason: 'it says what is to come' } : undefined),
  arrange: ({ blocks }) => {
    const list = onlyList(blocks);
    const lines = itemsOf(blocks).reduce((sum, item) => sum + 1 + childItems(item).length, 0);
    if (!list) return { kind: 'flow', class: 'agenda', style: 'agenda', blocks };
    // Numbers need the place before the words.
    if (lines <= oneColumn || lines > list.children.length)
      return list.ordered ? inColumns(list, 1) : lineRows(list);
    return inColumns(list, lines <= twoColumns ? 2 : 3);
  },
};

/** A few lines of a few words are all that the slide says: they are set large. */
const few = { lines: 4, words: 5 } as const;

function isShort(blocks: readonly Block[]): boolean {
  const items = itemsOf(blocks);
  return (
    onlyList(blocks) !== undefined &&
    items.length <= few.lines &&
    items.every((item) => childItems(item).length === 0 && itemText(item).split(/\s+/u).length <= few.words)
  );
}

/** Each line under a rule, with all that stands below it, and room for the number of the slide where it begins. */
function lineRows(list: List): Box {
  return {
    kind: 'stack',
    class: 'agenda',
    gap: 'small',
    boxes: list.children.map(
      (item): Box => ({
        kind: 'row',
        class: 'under-rule',
        gap: 'column',
        paddingTop: 'small',
        widths: [7, 1],
        boxes: [
          { kind: 'flow', class: 'entry', style: 'agenda', blocks: [listOf([item], list)] },
          { kind: 'line', class: 'page', style: 'agenda', inMargin: true, content: [] },
        ],
      }),
    ),
  };
}

/** Read down the first column, then down the next; numbers, where the notes have them, go on. */
function inColumns(list: List, count: number): Box {
  const length = Math.ceil(list.children.length / count);
  const columns = Array.from({ length: count }, (_, at): Block => {
    const children = list.children.slice(at * length, (at + 1) * length);
    return { ...list, ...(list.ordered && { start: (list.start ?? 1) + at * length }), children };
  });
  return {
    kind: 'row',
    class: 'agenda-columns',
    gap: 'column',
    widths: columns.map(() => 1),
    boxes: columns.map((column) => ({
      kind: 'flow',
      class: 'agenda-lines',
      style: 'body',
      blocks: [column],
    })),
  };
}
