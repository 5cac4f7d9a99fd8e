import { type Block, type Callout, type Phrasing, plainText } from '../../notes/index.ts';
import { itemsOf, onlyList } from '../content/index.ts';
import type { Box, Composition } from '../layout.ts';
import { columnsBox, fitsColumns } from './columns.ts';
import { countItemWords, countWords, isWords } from './lengths.ts';
import { rowsBox } from './rows.ts';

/** Most words in the band, and below it. */
const longest = 48;
const longestBelow = 60;

/** Kinds that ask to stop; the others only add something. */
const stops = /^(?:warning|caution|important|danger|error|failure|bug|attention)$/iu;

/** A callout as a band across the slide, its words large; what follows it below. */
export const calloutBand: Composition = {
  name: 'callout-band',
  takes: ({ blocks }) => {
    const [first, ...rest] = blocks;
    if (first?.type !== 'callout' || rest.length > 1) return false;
    const inside = first.children as Block[];
    if (inside.length === 0 || !inside.every(({ type }) => type === 'paragraph') || !isWords(inside))
      return false;
    if (countWords(plainText(inside)) > longest) return false;
    return rest.every(isBelow);
  },
  arrange: ({ blocks }): Box => {
    const [first, ...rest] = blocks;
    if (first?.type !== 'callout') return { kind: 'flow', class: 'content', style: 'body', blocks };
    return { kind: 'stack', class: 'called', gap: 'large', boxes: [bandBox(first), ...belowBox(rest)] };
  },
  largest: ({ blocks: [first] }) => {
    const words = first?.type === 'callout' ? countWords(plainText(first.children as Block[])) : 0;
    return words <= 20 ? 'xl' : 'lg';
  },
  fills: 'spread',
};

function isBelow(block: Block): boolean {
  if (block.type === 'paragraph') return isWords([block]) && countWords(plainText([block])) <= longestBelow;
  const items = itemsOf([block]);
  return (
    items.length > 0 &&
    items.length <= 4 &&
    isWords([block]) &&
    items.every((item) => item.details.length === 0 && countItemWords(item) <= 24)
  );
}

function bandBox({ calloutKind, title, children }: Callout): Box {
  return {
    kind: 'stack',
    class: stops.test(calloutKind) ? 'callout-band stops' : 'callout-band',
    gap: 'small',
    padding: 'medium',
    boxes: [
      {
        kind: 'line',
        class: 'callout-name',
        style: 'note',
        inMargin: true,
        content: nameOf(calloutKind, title),
      },
      { kind: 'flow', class: 'loud', style: 'lead', blocks: children as Block[] },
    ],
  };
}

/** The kind as a word, and the title. */
function nameOf(kind: string, title: readonly Phrasing[]): readonly Phrasing[] {
  const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  const own: Phrasing = {
    type: 'element',
    name: 'span',
    class: 'added',
    children: [{ type: 'text', value: word }],
  };
  return title.length === 0 ? [own] : [own, { type: 'text', value: ' ' }, ...title];
}

function belowBox(blocks: readonly Block[]): readonly Box[] {
  if (blocks.length === 0) return [];
  const list = onlyList(blocks);
  if (!list) return [{ kind: 'flow', class: 'under-rule', style: 'row', paddingTop: 'small', blocks }];
  return [fitsColumns(itemsOf(blocks)) && !list.ordered ? columnsBox(blocks) : rowsBox(blocks)];
}
