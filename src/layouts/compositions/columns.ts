import type { List } from 'mdast';
import {
  type Item,
  isLinkLine,
  isRemark,
  itemsOf,
  itemText,
  onlyList,
  paragraphOf,
} from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { countItemWords, isWords, longestWord, sizeFor } from './lengths.ts';
import { rowBox } from './rows.ts';

/** Most words of a column, how much longer than the shortest it may be, and the longest word it holds, in characters. */
const longest = { words: 26, ratio: 2.2, word: 17 } as const;

/** Most words of a point that stands beside others for itself, and how much longer than the shortest it may be. */
const alike = { words: 16, ratio: 1.7 } as const;

/** Two or three points of about one length, side by side under rules. */
export const columns: Composition = {
  name: 'columns',
  takes: ({ blocks }) => isPlainList(blocks) && fitsColumns(itemsOf(blocks)) && areAlike(itemsOf(blocks)),
  arrange: ({ blocks }) => columnsBox(blocks),
  largest: ({ blocks }) => {
    const items = itemsOf(blocks);
    // A third of the slide is too narrow for larger type.
    return items.length === 3 ? 'xl' : sizeFor(items);
  },
  fewest: 0.5,
  fills: 'floor',
};

/** Most words of a cell beside another, beside two others, and of one that is set large; five cells are short. */
const cell = { two: 16, three: 12, large: 5, ofFive: 8 } as const;

/** Four to nine short points in a grid, each under its rule. */
export const grid: Composition = {
  name: 'grid',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (!isPlainList(blocks) || items.length < 4 || items.length > 9) return false;
    // Four links or five, as large as others, are rows that fill the height.
    if (items.length <= 5 && items.every(({ node }) => isLinkLine(node))) return false;
    const most = items.length === 5 ? cell.ofFive : items.length === 4 ? cell.two : cell.three;
    return items.every((item) => countItemWords(item) <= most) && longestWord(items) <= longest.word;
  },
  arrange: ({ blocks }): Box => {
    const list = onlyList(blocks);
    const items = itemsOf(blocks);
    const across = items.length <= 5 ? 2 : 3;
    const lines = Array.from({ length: Math.ceil(items.length / across) }, (_, at) =>
      items.slice(at * across, (at + 1) * across),
    );
    if (!list) return { kind: 'flow', class: 'content', style: 'body', blocks };
    return {
      kind: 'stack',
      class: 'cells',
      gap: lines.length > 2 ? 'medium' : 'large',
      boxes: lines.map((line) => lineBox(line, list, across)),
    };
  },
  largest: ({ blocks }) => {
    const items = itemsOf(blocks);
    const isLarge = items.every((item) => countItemWords(item) <= cell.large);
    if (items.length <= 5) return isLarge ? 'xxl' : 'lg';
    return isLarge ? 'lg' : 'md';
  },
  fills: 'spread',
};

/** Points that weigh the same: where one says much more, they stand one below the other. */
function areAlike(items: readonly Item[]): boolean {
  const words = items.map(countItemWords);
  return Math.max(...words) <= alike.words && Math.max(...words) <= alike.ratio * Math.min(...words);
}

/** Points that can stand side by side. */
export function fitsColumns(items: readonly Item[]): boolean {
  if (items.length < 2 || items.length > 3 || items.some((item) => isRemark(itemText(item)))) return false;
  const words = items.map(countItemWords);
  const [least, most] = [Math.min(...words), Math.max(...words)];
  return (
    least >= 3 && most <= longest.words && most <= longest.ratio * least && longestWord(items) <= longest.word
  );
}

export function columnsBox(blocks: Content['blocks']): Box {
  const list = onlyList(blocks);
  if (!list) return { kind: 'flow', class: 'content', style: 'body', blocks };
  return lineBox(itemsOf(blocks), list, list.children.length);
}

/** A line of so many cells; what is missing at its end stays empty. */
function lineBox(items: readonly Item[], list: List, across: number): Box {
  const empty = Array.from(
    { length: across - items.length },
    (): Box => ({ kind: 'flow', class: 'empty', style: 'row', blocks: [] }),
  );
  return {
    kind: 'row',
    class: 'side-by-side',
    gap: 'column',
    widths: Array.from({ length: across }, () => 1),
    boxes: [...items.map((item) => rowBox(item, list)), ...empty],
  };
}

function isPlainList(blocks: Content['blocks']): boolean {
  const list = onlyList(blocks);
  return (
    list !== undefined &&
    !list.ordered &&
    isWords(blocks) &&
    list.children.every(({ checked }) => checked == null)
  );
}

/** Most steps side by side, the mostSteps words of one, and the longestStep word by the number of columns, in characters. */
const mostSteps = 5;
const longestStep = 13;
const longestWords = [0, 0, 24, 20, 16, 13];

/** Steps from left to right, each under its large number; an arrow leads on to the next. */
export const stepColumns: Composition = {
  name: 'step-columns',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > mostSteps || !isWords(blocks)) return false;
    if (items.some((item) => item.details.length > 0 || item.node.checked != null)) return false;
    return (
      items.every((item) => countItemWords(item) <= longestStep) &&
      longestWord(items) <= (longestWords[items.length] ?? 0)
    );
  },
  arrange: ({ blocks }): Box => {
    const list = onlyList(blocks);
    const items = itemsOf(blocks);
    if (!list) return { kind: 'flow', class: 'content', style: 'body', blocks };
    return {
      kind: 'row',
      class: 'steps-across',
      gap: items.length > 3 ? 'medium' : 'column',
      widths: items.map(() => 1),
      boxes: items.map((item, at) => stepBox(item, (list.start ?? 1) + at)),
    };
  },
  largest: ({ blocks }) => (itemsOf(blocks).length <= 3 ? 'xl' : itemsOf(blocks).length === 4 ? 'lg' : 'md'),
  fills: 'whole',
};

function stepBox({ words, node }: Item, number: number): Box {
  const numeral = { type: 'text', value: String(number) } as const;
  return {
    kind: 'stack',
    class: 'step-across',
    gap: 'small',
    paddingTop: 'small',
    boxes: [
      {
        kind: 'line',
        class: 'numeral',
        style: 'numeral',
        content: [{ type: 'element', name: 'span', class: 'added', children: [numeral] }],
      },
      { kind: 'flow', class: 'words', style: 'row', blocks: [paragraphOf(words, node)] },
    ],
  };
}
