// How much is on a slide, in words: what an audience can read while somebody speaks.
import type { ListItem, PhrasingContent } from 'mdast';
import { type Box, countWords, isLinkLine, loneImage } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Slide } from '../plan.ts';
import { seenLength, withoutFormulas } from './short-words.ts';

/** Words on a slide of text: what to aim at, and what no slide exceeds that can be divided. */
export const aim = 40;
export const most = 70;

/** Running text carries more: it is read, not scanned. With a title that its first words make, 90. */
const mostProse = 80;

/** The same with the title, and of what is not to be parted. */
export const mostTogether = 90;

/** Short items on a slide of their own. */
export const mostItems = 9;

/** Names or links, set in columns: how many, and their words in all. */
const mostNames = { items: 24, words: 110 } as const;

/** Fewer are points of a list like others. */
const fewestNames = 6;

/** Words of a name; a longer item is a point. */
const nameWords = 5;

/** Words of a sentence above or below names. */
const introductionWords = 14;

/** Words from which content fills a slide by itself; fewer join their neighbours. */
export const thin = 6;

/** Words of a title that is seen at a glance, and of one that is cut short. */
const titleLengths = { glance: 6, cut: 20 } as const;

/** Words of a title that are to be read like those below it. */
export function titleWords(title: readonly PhrasingContent[]): number {
  const words = Math.min(countWords(plainText(title)), titleLengths.cut);
  return Math.max(0, words - titleLengths.glance);
}

/** Words to read in the blocks. Code, tables, formulas and pictures are looked at, not read: they count nothing. */
export function wordsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockWords(block), 0);
}

/** Words to read on a slide, below its title. */
export function wordsOnSlide({ body }: Pick<Slide, 'body'>): number {
  return body ? boxWords(body) : 0;
}

function boxWords(box: Box): number {
  switch (box.kind) {
    case 'flow':
      return wordsIn(box.blocks);
    case 'line':
      return phrasingWords(box.content);
    case 'bar':
    case 'marks':
    case 'rise':
      return 0;
    default:
      return box.boxes.reduce((sum, one) => sum + boxWords(one), 0);
  }
}

const counted = new WeakMap<Block, number>();

function blockWords(block: Block): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const words = countBlock(block);
  counted.set(block, words);
  return words;
}

function countBlock(block: Block): number {
  switch (block.type) {
    case 'code':
    case 'table':
    case 'math':
    case 'footnoteDefinition':
      return 0;
    case 'list':
      return block.children.reduce((sum, item) => sum + wordsInItem(item), 0);
    case 'blockquote':
      return wordsIn(block.children as Block[]);
    case 'callout':
      return countWords(plainText(block.title)) + wordsIn(block.children as Block[]);
    case 'paragraph':
    case 'heading':
      return phrasingWords(block.children as Phrasing[]);
    default:
      return countWords(plainText([block]));
  }
}

/** Characters of a drawn formula that take as long to read as a word. */
const formulaWord = 6;

/** Words to read in a line: a formula counts by how long it is when it is drawn, not by its source. */
function phrasingWords(words: readonly Phrasing[]): number {
  const formulas = formulasIn(words);
  if (formulas.length === 0) return countWords(plainText(words));
  const inFormulas = formulas.reduce((sum, one) => sum + Math.ceil(seenLength([one]) / formulaWord), 0);
  return countWords(plainText(withoutFormulas(words))) + inFormulas;
}

function formulasIn(words: readonly Phrasing[]): readonly Phrasing[] {
  return words.flatMap((node) => {
    if (node.type === 'inlineMath') return [node];
    return 'children' in node ? formulasIn(node.children as Phrasing[]) : [];
  });
}

export function wordsInItem(item: ListItem): number {
  return wordsIn(item.children as Block[]);
}

/** What the amount of content is counted by. */
type CountedAs = 'names' | 'cells' | 'points' | 'prose';

/** How full a slide is by the amount of its words, those of its title among them, and of its items: over 1 is too much to take in. */
export function amountOf(blocks: readonly Block[], titleWords = 0): number {
  return amountOfCounts(wordsIn(blocks) + titleWords, itemsIn(blocks), countedAs(blocks));
}

export function countedAs(blocks: readonly Block[]): CountedAs {
  if (isNames(blocks)) return 'names';
  if (isCells(blocks)) return 'cells';
  // Beside a table or a formula there is less room to read.
  return blocks.some(({ type }) => type === 'list') || holdsDrawing(blocks) ? 'points' : 'prose';
}

/** Short points that stand in a grid of three by three are gone through one by one: how many, and the words of one and of all. */
const cells = { least: 7, most: 9, words: 10, all: 84 } as const;

function isCells(blocks: readonly Block[]): boolean {
  const [list, ...others] = blocks;
  if (list?.type !== 'list' || others.length > 0 || list.ordered) return false;
  if (list.children.length < cells.least || list.children.length > cells.most) return false;
  return list.children.every((item) => item.children.length === 1 && wordsInItem(item) <= cells.words);
}

/** The same for so many words in so many items. */
export function amountOfCounts(words: number, items: number, kind: CountedAs): number {
  if (kind === 'names') return Math.max(items / mostNames.items, words / mostNames.words);
  if (kind === 'cells') return words / cells.all;
  return Math.max(words / (kind === 'prose' ? mostProse : most), items / mostItems);
}

/** Items of lists that stand in no other list. */
function itemsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 0), 0);
}

/** Lists of nothing but names or links, with what introduces them. */
export function isNames(blocks: readonly Block[]): boolean {
  const lists = blocks.filter((block) => block.type === 'list');
  const items = lists.flatMap(({ children }) => children);
  if (items.length < fewestNames) return false;
  const others = blocks.filter(({ type }) => type !== 'list' && type !== 'heading');
  if (others.some((block) => block.type !== 'paragraph' || blockWords(block) > introductionWords))
    return false;
  return items.every(
    (item) => (item.children.length === 1 && wordsInItem(item) <= nameWords) || isLinkLine(item),
  );
}

/** Does it hold what fills a slide without many words: a picture, a table, code, a formula? */
export function holdsDrawing(blocks: readonly Block[]): boolean {
  return blocks.some((block) => {
    switch (block.type) {
      case 'code':
      case 'table':
      case 'math':
        return true;
      case 'list':
        return block.children.some((item) => holdsDrawing(item.children as Block[]));
      case 'paragraph':
        return loneImage(block) !== undefined;
      default:
        return false;
    }
  });
}
