import type { Heading } from 'mdast';
import { type Block, kindOfHeading, type Phrasing, plainText } from '../../notes/index.ts';
import {
  childItems,
  type Item,
  isAddress,
  isQuestion,
  itemsOf,
  type NamedContent,
  onlyList,
  paragraphOf,
  readItem,
  readNamed,
  textLength,
  withoutLoneBullet,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Most characters on one side, and how much longer one side may be than the other. */
const longestSide = 420;
const lopsided = 2.5;

/** Most characters of a side's name: a sentence is none. */
const longestName = 72;

/** Most characters of a line that names the list below it. */
const longestLabel = 48;

/** Two things side by side, each under its name. */
export const compare: Layout = {
  name: 'compare',
  purpose: 'two things of the same shape, side by side',
  slots: ['intro', 'left', 'right'],
  overflow: 'whole',
  largest: 'xl',
  fills: 'floor',
  score: ({ blocks }) => {
    const sides = readSides(blocks);
    if (sides?.sides.length !== 2 || sides.sides.some((side) => side.name.length === 0)) return undefined;
    if (sides.sides.some(({ name }) => plainText(name).length > longestName)) return undefined;
    const [left = 0, right = 0] = sides.sides.map((side) => textLength(side.blocks));
    if (sides.sides.some((side) => isAddress(side.blocks) || asks(side))) return undefined;
    if (Math.min(left, right) === 0 || Math.max(left, right) > longestSide) return undefined;
    if (Math.max(left, right) > lopsided * Math.min(left, right)) return undefined;
    return { score: 0.66, reason: 'two things of the same shape, to be held against each other' };
  },
  arrange: ({ blocks }: Content): Box => {
    const { intro, sides } = readSides(blocks) ?? { intro: [], sides: byHalves(blocks) };
    const row: Box = {
      kind: 'row',
      class: 'sides',
      gap: 'column',
      widths: sides.map(() => 1),
      boxes: (areLone(sides) ? sides.map(withoutBullet) : sides).map(sideBox),
    };
    if (intro.length === 0) return row;
    return {
      kind: 'stack',
      class: 'compare',
      gap: 'large',
      boxes: [{ kind: 'flow', class: 'intro', style: 'body', blocks: intro }, row],
    };
  },
};

/** Questions are answered, not compared. */
function asks({ name }: NamedContent): boolean {
  const text = plainText(name);
  return kindOfHeading(text) === 'qa' || /^Q\s*[.:]/u.test(text) || isQuestion(text);
}

interface Sides {
  readonly intro: readonly Block[];
  readonly sides: readonly NamedContent[];
}

/** Whether each side says one thing: then none of them needs a bullet. */
function areLone(sides: readonly NamedContent[]): boolean {
  return sides.every(({ blocks }) => withoutLoneBullet(blocks) !== blocks);
}

function withoutBullet(side: NamedContent): NamedContent {
  return { ...side, blocks: withoutLoneBullet(side.blocks) };
}

function sideBox(side: NamedContent, index: number): Box {
  return {
    kind: 'stack',
    class: index === 0 ? 'left' : 'right',
    gap: 'medium',
    paddingTop: 'small',
    boxes: [
      ...(side.name.length > 0
        ? [{ kind: 'line', class: 'name', style: 'head', content: side.name } as const]
        : []),
      ...(side.blocks.length > 0
        ? [{ kind: 'flow', class: 'content', style: 'body', blocks: side.blocks } as const]
        : []),
    ],
  };
}

/** Two headings, two items, or one item that introduces two. */
function readSides(blocks: readonly Block[]): Sides | undefined {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading');
  if (headings.length === 2 && headings[0] && headings[1])
    return underHeadings(blocks, headings[0], headings[1]);
  const labelled = underLabels(blocks);
  if (labelled) return labelled;
  const list = onlyList(blocks);
  if (!list || list.ordered) return undefined;
  const items = itemsOf(blocks);
  if (items.length === 2) return { intro: [], sides: items.map(itemSide) };
  const [only] = items;
  const children = only ? childItems(only) : [];
  if (items.length !== 1 || !only || children.length !== 2) return undefined;
  return { intro: [paragraphOf(only.words, only.node)], sides: children.map(itemSide) };
}

function underHeadings(blocks: readonly Block[], first: Heading, second: Heading): Sides {
  const [start, middle] = [blocks.indexOf(first), blocks.indexOf(second)];
  return {
    intro: blocks.slice(0, start),
    sides: [
      { name: first.children, blocks: blocks.slice(start + 1, middle) },
      { name: second.children, blocks: blocks.slice(middle + 1) },
    ],
  };
}

/** Two lists, each below a line that names it and ends with a colon. */
function underLabels(blocks: readonly Block[]): Sides | undefined {
  const [left, first, right, second, ...rest] = blocks;
  if (!left || !first || !right || !second || rest.length > 0) return undefined;
  const names = [labelOf(left), labelOf(right)];
  if (first.type !== 'list' || second.type !== 'list' || !names[0] || !names[1]) return undefined;
  return {
    intro: [],
    sides: [
      { name: names[0], blocks: [first] },
      { name: names[1], blocks: [second] },
    ],
  };
}

/** The words of a short line that ends with a colon, without it. */
function labelOf(block: Block): readonly Phrasing[] | undefined {
  if (block.type !== 'paragraph' || plainText([block]).length > longestLabel) return undefined;
  const last = block.children.at(-1);
  if (last?.type !== 'text' || !/[:：]\s*$/u.test(last.value)) return undefined;
  return [...block.children.slice(0, -1), { ...last, value: last.value.replace(/\s*[:：]\s*$/u, '') }];
}

/** By its name, or without one. */
function itemSide(item: Item): NamedContent {
  const named = readNamed(item);
  if (named) return named;
  const words = item.words.length > 0 ? [paragraphOf(item.words, item.node)] : [];
  return { name: [], blocks: [...words, ...item.details] };
}

function byHalves(blocks: readonly Block[]): readonly NamedContent[] {
  const list = onlyList(blocks);
  if (!list) {
    const at = Math.ceil(blocks.length / 2);
    return [blocks.slice(0, at), blocks.slice(at)].map((half) => ({ name: [], blocks: half }));
  }
  const at = Math.ceil(list.children.length / 2);
  return [list.children.slice(0, at), list.children.slice(at)].map((half) =>
    half.length === 1 && half[0]
      ? itemSide(readItem(half[0]))
      : { name: [], blocks: [{ ...list, children: half }] },
  );
}
