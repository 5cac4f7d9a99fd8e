import type { List, ListItem } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import { type Item, isRemark, itemsOf, itemText, leansOnBefore, listOf, onlyList } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { countWords, isWords } from './lengths.ts';
import { atMost, rowBox, sizeOfRun } from './rows.ts';

/** Most rows of paragraphs and points, and most words of them all. */
const most = { rows: 7, words: 110 } as const;

/** Paragraphs and points, or the points of several lists, one below the other, each under a rule; what a line introduces stands below it, with no rule between. */
export const mixed: Composition = {
  name: 'mixed',
  takes: (content) => {
    const rows = readRows(content);
    return rows !== undefined && rows.length >= 2 && rows.length <= most.rows;
  },
  arrange: (content): Box => ({
    kind: 'stack',
    class: 'rows',
    gap: 'medium',
    boxes: (readRows(content) ?? []).map((blocks): Box => {
      const [item] = itemsOf(blocks);
      const list = onlyList(blocks);
      const style = isRemark(plainText(blocks)) ? 'remark' : 'row';
      if (item && list) return rowBox(item, list, style);
      return { kind: 'flow', class: 'under-rule', style, paddingTop: 'small', blocks };
    }),
  }),
  largest: ({ blocks }) => {
    const words = countWords(plainText(blocks));
    return atMost(sizeOfRun(blocks), words <= 30 ? 'xl' : 'lg');
  },
  fills: 'spread',
};

/** Words, in lines of their author's, too. */
function isReadable(block: Block): boolean {
  if (block.type !== 'paragraph') return isWords([block]);
  return block.children.every(({ type }) => type !== 'image');
}

/** Undefined where anything but words stands among them, or where numbers need the place before a point. */
function readRows({ blocks, lang }: Content): readonly (readonly Block[])[] | undefined {
  if (blocks.length < 2 || !blocks.every(isReadable)) return undefined;
  if (countWords(plainText(blocks)) > most.words) return undefined;
  const rows: Block[][] = [];
  let leading: Extract<Block, { type: 'paragraph' }>[] = [];
  for (const block of blocks) {
    const [line, ...others] = leading;
    if (block.type === 'list') {
      const [above] = rows.at(-1) ?? [];
      if (!line && above?.type === 'paragraph' && areEndings(itemsOf([block]), lang))
        rows.splice(-1, 1, [under(above, block)]);
      else if (line) rows.push(others.length === 0 ? [under(line, block)] : [...leading, block]);
      else if (block.ordered) return undefined;
      else rows.push(...block.children.map((item) => [listOf([item], block)]));
      leading = [];
    } else if (block.type === 'paragraph') {
      leading.push(block);
      if (/[:：]\s*$/u.test(plainText([block]))) continue;
      rows.push(leading);
      leading = [];
    }
  }
  return leading.length > 0 ? [...rows, leading] : rows;
}

/** "and/or this", "and/or that": points that are the end of the sentence above them. */
export function areEndings(points: readonly Item[], lang = ''): boolean {
  return points.length > 0 && points.every((item) => leansOnBefore(itemText(item), lang, 1));
}

/** A line with the points that it introduces, as one point with others below it. */
function under(line: Extract<Block, { type: 'paragraph' }>, list: List): List {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [line, list],
    ...(line.position && { position: line.position }),
  };
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: [item],
    ...(line.position && { position: line.position }),
  };
}
