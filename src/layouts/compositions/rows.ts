import type { List } from 'mdast';
import { plainText } from '../../notes/index.ts';
import { type Item, itemsOf, listOf, onlyList } from '../content/index.ts';
import type { BodySize, Box, Composition, Content } from '../layout.ts';
import {
  areTasks,
  canBeLoud,
  countItemWords,
  countWords,
  hasTasks,
  isWords,
  longestUnspaced,
  sizeFor,
} from './lengths.ts';

/** Most rows; more points stand in a plain list. */
const most = 7;

/** Most words of two rows that are set as large as the ladder goes. */
const shortRow = 14;

/** Most words of all rows that stand together beside a free third of the slide. */
const sparse = 16;

/** Most words of two rows there of which one is long. */
const wordyPair = 44;

/** Words of a point that is said large where it stands alone: fewer are a stub, more are read. */
const loud = { least: 3, most: 12 } as const;

/** Points one below the other, each under a rule of its own, from the title to the floor. */
export const rows: Composition = {
  name: 'rows',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most || onlyList(blocks)?.ordered) return false;
    return isWords(blocks) && (!hasTasks(items) || areTasks(items));
  },
  arrange: ({ blocks }) => {
    const isWordyPair = itemsOf(blocks).length === 2 && sizeFor(itemsOf(blocks)) === 'lg';
    const isNarrow = fitsTwoThirds(blocks, isWordyPair ? wordyPair : sparse);
    return isNarrow && !onlyList(blocks)?.ordered ? inTwoThirds(rowsBox(blocks)) : rowsBox(blocks);
  },
  largest: ({ blocks }) => {
    const items = itemsOf(blocks);
    const isPair = items.length === 2 && items.every((item) => countItemWords(item) <= shortRow);
    return isPair ? 'xxxl' : sizeFor(items);
  },
  fills: 'spread',
};

/** Most words that stand beside a free third of the slide, and characters without a space, as in an address; more take all of its width. */
const besideThird = { words: 50, run: 28 } as const;

/** Whether words are few enough for two thirds of the width. */
export function fitsTwoThirds(blocks: Content['blocks'], most: number = besideThird.words): boolean {
  const text = plainText(blocks);
  return countWords(text) <= most && longestUnspaced(text) <= besideThird.run;
}

/** Few words that stand alone: under a rule at the right of a free third, so that they fill what they stand in. */
export function inTwoThirds(box: Box): Box {
  const free: Box = { kind: 'flow', class: 'empty', style: 'row', blocks: [] };
  return { kind: 'row', class: 'two-thirds', gap: 'column', widths: [1, 2], boxes: [free, box] };
}

/** The largest size for words that stand alone in two thirds of the width. */
export function sizeAlone(words: number): BodySize {
  if (words <= 12) return 'xxxl';
  if (words <= 28) return 'xxl';
  return words <= 45 ? 'xl' : 'lg';
}

/** One point alone stands on the floor, under its rule. */
export const single: Composition = {
  name: 'single',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    return items.length === 1 && isWords(blocks) && !onlyList(blocks)?.ordered;
  },
  arrange: ({ blocks }): Box => {
    const [only] = itemsOf(blocks);
    const list = onlyList(blocks);
    if (!only || !list) return rowsBox(blocks);
    if (!isLoud(only)) {
      return fitsTwoThirds(blocks) ? inTwoThirds(rowBox(only, list)) : rowsBox(blocks);
    }
    const point: Box = {
      kind: 'flow',
      class: 'under-rule loud',
      style: 'lead',
      paddingTop: 'small',
      blocks: [listOf([only.node], list)],
    };
    return inTwoThirds(point);
  },
  largest: ({ blocks }) => sizeAlone(countWords(plainText(blocks))),
  fills: 'floor',
};

/** The lines of large type are too close for what is raised or lowered in a formula. */
function isLoud(item: Item): boolean {
  const words = countItemWords(item);
  if (
    item.node.checked != null ||
    words < loud.least ||
    words > loud.most ||
    item.details.length > 0 ||
    !canBeLoud(item.words)
  )
    return false;
  return item.words.every(({ type }) => type !== 'inlineCode');
}

/** From so many rows on they stand closer. */
const many = 5;

/** A list as rows under rules. */
export function rowsBox(blocks: Content['blocks'], style: 'row' | 'remark' = 'row'): Box {
  const list = onlyList(blocks);
  // Numbers need the place before the words.
  if (!list || list.ordered) return { kind: 'flow', class: 'content', style: 'body', blocks };
  return {
    kind: 'stack',
    class: 'rows',
    gap: list.children.length < many ? 'medium' : 'small',
    boxes: itemsOf(blocks).map((item) => rowBox(item, list, style)),
  };
}

/** One point under its rule: a list of one, so that what stands below it is set a level below. The box of a task keeps its place before the words. */
export function rowBox({ node }: Pick<Item, 'node'>, list: List, style: 'row' | 'remark' = 'row'): Box {
  const isTask = node.checked != null;
  return {
    kind: 'flow',
    class: isTask ? 'under-rule task-row' : 'under-rule',
    style: isTask ? 'body' : style,
    paddingTop: 'small',
    blocks: [listOf([node], list)],
  };
}
