import type { List } from 'mdast';
import { type Phrasing, plainText } from '../../notes/index.ts';
import {
  goesOn,
  type Item,
  isLinkLine,
  isRemark,
  itemsOf,
  itemText,
  listOf,
  onlyList,
} from '../content/index.ts';
import { type BodySize, type Box, bodySizes, type Composition, type Content } from '../layout.ts';
import {
  areTasks,
  canBeLoud,
  countItemWords,
  countWords,
  hasTasks,
  isWords,
  longestUnspaced,
} from './lengths.ts';

/** Most rows; more points stand in a plain list. */
const most = 7;

/** Most words of two rows that are set as large as the ladder goes. */
const shortRow = 14;

/** Words of a point that is said large where it stands alone: fewer are a stub, more are read. Up to so many stand on a field. */
const loud = { least: 3, most: 12 } as const;
const onPlate = 18;

/** Points one below the other, each under a rule of its own, from the title to the floor. */
export const rows: Composition = {
  name: 'rows',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    if (items.length < 2 || items.length > most || onlyList(blocks)?.ordered) return false;
    return isWords(blocks) && (!hasTasks(items) || areTasks(items));
  },
  arrange: ({ blocks }) => rowsBox(blocks),
  largest: ({ blocks }) => {
    const items = itemsOf(blocks);
    const isPair = items.length === 2 && items.every((item) => countItemWords(item) <= shortRow);
    return isPair ? atMost(sizeOfRun(blocks), 'xxxl') : rowSize(blocks);
  },
  fills: 'spread',
};

/** Most words of rows that are as large as what stands alone: of one of two, and of one of three; of one of four or five that is larger than a list. */
const largeRow: Readonly<Record<number, number>> = { 2: 26, 3: 16 };
const shortOfMany = 8;

/** The largest size for points in rows. */
export function rowSize(blocks: Content['blocks']): BodySize {
  const items = itemsOf(blocks);
  const most = Math.max(0, ...items.map(countItemWords));
  const large = most <= (largeRow[items.length] ?? most) ? 'xxl' : items.length === 2 ? 'xl' : 'lg';
  const many = items.length <= 5 && most <= shortOfMany ? 'lg' : 'md';
  return atMost(sizeOfRun(blocks), items.length > 3 ? many : large);
}

/** Characters that stand on one line at a size, with a few words before them: of an address, or of code. */
const longestRun = [
  ['xxxl', 20],
  ['xxl', 30],
  ['xl', 44],
] as const;

export function sizeOfRun(blocks: Content['blocks']): BodySize {
  // An entry of a list of links is the same in a short list.
  const items = itemsOf(blocks);
  if (items.length > 0 && items.every(({ node }) => isLinkLine(node))) return 'lg';
  const words = blocks.flatMap((block) =>
    block.type === 'paragraph' ? block.children : itemsOf([block]).flatMap((item) => item.words),
  );
  const codes = words.flatMap((word) => (word.type === 'inlineCode' ? [word.value.length] : []));
  const run = Math.max(longestUnspaced(plainText(blocks)), ...codes);
  return longestRun.find(([, most]) => run <= most)?.[0] ?? 'lg';
}

/** The smaller of two sizes. */
export function atMost(most: BodySize, wanted: BodySize): BodySize {
  return bodySizes[Math.max(bodySizes.indexOf(most), bodySizes.indexOf(wanted))] ?? wanted;
}

/** How words that stand alone are set: as an answer is, or as rows are where a formula or lines of the author's need the room. */
function styleAlone(blocks: Content['blocks']): 'answer' | 'row' {
  if (!isWords(blocks) || isRemark(plainText(blocks))) return 'row';
  return canBeLoud(itemsOf(blocks)[0]?.words ?? blocks) ? 'answer' : 'row';
}

/** The largest size for words that stand alone across the slide, so that they fill most of it. */
export function sizeAlone(blocks: Content['blocks']): BodySize {
  return atMost(sizeOfRun(blocks), sizeForWords(blocks));
}

function sizeForWords(blocks: Content['blocks']): BodySize {
  const words = countSaid(blocks);
  if (isRemark(plainText(blocks))) return 'lg';
  if (styleAlone(blocks) === 'row') return words <= 40 ? 'xxl' : words <= 80 ? 'xl' : 'lg';
  return words <= onPlate ? 'xl' : words <= 60 ? 'lg' : 'sm';
}

/** Words that stand alone, under a rule across the slide; a few of them on a field. */
export function aloneBox({ blocks, lang }: Pick<Content, 'blocks' | 'lang'>): Box {
  const style = styleAlone(blocks);
  const words = countSaid(blocks);
  if (words > onPlate) {
    const row: Box = { kind: 'flow', class: 'under-rule', style, paddingTop: 'small', blocks };
    return { kind: 'stack', class: 'rows', gap: 'none', boxes: [row] };
  }
  const isShort = words >= loud.least && words <= loud.most;
  const isLoud =
    style === 'answer' &&
    isShort &&
    !wordsOf(blocks).some(({ type }) => type === 'inlineCode' || type === 'link') &&
    !goesOn(plainText(wordsOf(blocks)), lang);
  return plateBox({
    kind: 'flow',
    class: isLoud ? 'loud' : 'said',
    style: isLoud ? 'lead' : style,
    blocks,
  });
}

/** What stands on the floor of a field that takes all of the slide below its title. */
function plateBox(box: Box): Box {
  return { kind: 'stack', class: 'plate', gap: 'none', boxes: [box] };
}

function wordsOf(blocks: Content['blocks']): readonly Phrasing[] {
  const [only] = blocks;
  return only?.type === 'paragraph' ? only.children : (itemsOf(blocks)[0]?.words ?? []);
}

/** Words of what stands alone; a formula is seen as one. */
function countSaid(blocks: Content['blocks']): number {
  const words = wordsOf(blocks);
  const formulas = words.filter(({ type }) => type === 'inlineMath');
  return countWords(plainText(words.filter(({ type }) => type !== 'inlineMath'))) + formulas.length;
}

/** One point alone: as large as it fits. */
export const single: Composition = {
  name: 'single',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    return items.length === 1 && isWords(blocks) && !onlyList(blocks)?.ordered;
  },
  arrange: (content): Box => {
    const { blocks } = content;
    if (isPlain(blocks)) return aloneBox(content);
    return countWords(plainText(blocks)) <= besideDetails ? plateBox(pointBox(blocks)) : rowsBox(blocks);
  },
  largest: ({ blocks }) => (isPlain(blocks) ? sizeAlone(blocks) : 'xxl'),
  fills: 'floor',
};

/** Most words of a point and what stands below it that stand on a field. */
const besideDetails = 45;

function pointBox(blocks: Content['blocks']): Box {
  const isTask = hasTasks(itemsOf(blocks));
  return { kind: 'flow', class: isTask ? 'said task-row' : 'said', style: isTask ? 'body' : 'row', blocks };
}

/** A point with nothing below it, and no box to tick before it. */
function isPlain(blocks: Content['blocks']): boolean {
  return itemsOf(blocks).every(({ node, details }) => node.checked == null && details.length === 0);
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
    boxes: itemsOf(blocks).map((item) => rowBox(item, list, isRemark(itemText(item)) ? 'remark' : style)),
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
