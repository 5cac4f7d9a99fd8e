// What a hint can take out of a section, and the words that name it.
import type { ListItem, Node, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Section } from '../../notes/index.ts';
import { cutAtWord, fold, foldWords, splitOrdinal } from './fold.ts';

/** What a hint can take: a top-level list item, or a block that is not a list. */
export interface TakeUnit {
  readonly block: Block;
  /** When the block is a list. */
  readonly item?: ListItem;
  /** Offsets into the notes. */
  readonly start: number;
  readonly end: number;
  /** Its first line of text, without what is nested in it. */
  readonly text: string;
  readonly folded: string;
}

/** The units of a section, in order. */
export function unitsOf(blocks: readonly Block[]): readonly TakeUnit[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.children.map((item) => unit(block, item)) : unit(block),
  );
}

function unit(block: Block, item?: ListItem): TakeUnit {
  const text = openingText(item ?? block);
  const { position } = item ?? block;
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  return { block, ...(item && { item }), start, end, text, folded: fold(text) };
}

/** The text of the first thing in a node that has any. */
export function openingText(node: Node): string {
  const children = isParent(node) && !isPhrasing(node) ? node.children : undefined;
  if (!children) return ownText(node);
  for (const child of children) {
    const text = openingText(child);
    if (text !== '') return text;
  }
  return '';
}

/** Items nested in a unit, however deep, for the hint that words stand further in. */
export function nestedItems(node: Node): readonly ListItem[] {
  if (!isParent(node)) return [];
  return node.children.flatMap((child) => [
    ...(child.type === 'listItem' ? [child as ListItem] : []),
    ...nestedItems(child),
  ]);
}

function ownText(node: Node): string {
  const text = plainText(node).replace(/\s+/g, ' ').trim();
  return text || addressOf(node);
}

/** A picture without a description goes by its address. */
function addressOf(node: Node): string {
  if ('url' in node && typeof node.url === 'string') return node.url;
  const first = isParent(node) ? node.children[0] : undefined;
  return first ? addressOf(first) : '';
}

function isParent(node: Node): node is Node & { children: Node[] } {
  return 'children' in node && Array.isArray(node.children);
}

function isPhrasing(node: Node): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/**
 * The units that begin with these words. One whose whole text they are counts for more than
 * those they only begin; "words [2]" is the second that begins with them.
 */
export function findUnits(words: string, units: readonly TakeUnit[]): readonly TakeUnit[] {
  const name = foldWords(words);
  if (name === '') return [];
  const found = beginningWith(name, units);
  const whole = found.filter(({ folded }) => folded === name);
  if (whole.length === 1) return whole;
  return found.length > 0 ? found : byOrdinal(name, units);
}

/**
 * The same for words that are folded already, without numbers. When nothing begins so, quotation marks
 * do not count, because YAML takes those around a text away; and a table may be named by its head row.
 */
export function beginningWith(folded: string, units: readonly TakeUnit[]): readonly TakeUnit[] {
  const exact = units.filter((unit) => unit.folded.startsWith(folded));
  if (exact.length > 0) return exact;
  const bare = withoutQuotes(folded);
  if (bare === '') return [];
  const quoted = units.filter((unit) => startsUnquoted(unit.folded, bare));
  return quoted.length > 0 ? quoted : withHeadRow(bare, units);
}

/** Apostrophes within words stay. */
function withoutQuotes(folded: string): string {
  return folded
    .replace(/"|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Only as much of a text as can matter: takes are short, texts may be long. */
function startsUnquoted(folded: string, bare: string): boolean {
  return withoutQuotes(folded.slice(0, 2 * bare.length + 40)).startsWith(bare);
}

function withHeadRow(name: string, units: readonly TakeUnit[]): readonly TakeUnit[] {
  if (!name.includes('|')) return [];
  const row = cellsOf(name);
  return units.filter(({ block }) => block.type === 'table' && startsUnquoted(headRow(block), row));
}

function headRow({ children }: Table): string {
  return fold(
    (children[0]?.children ?? [])
      .map((cell) => plainText(cell))
      .filter(Boolean)
      .join('|'),
  );
}

/** "| year | tide |" as "year|tide". */
function cellsOf(row: string): string {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join('|');
}

function byOrdinal(name: string, units: readonly TakeUnit[]): readonly TakeUnit[] {
  const numbered = splitOrdinal(name);
  if (!numbered) return [];
  return beginningWith(fold(numbered.name), units).slice(numbered.ordinal - 1, numbered.ordinal);
}

/** As few of its first words as name this unit and no other; its number where the texts are equal. */
export function unitName(unit: TakeUnit, units: readonly TakeUnit[]): string | undefined {
  return candidates(unit, units).find((words) => {
    const found = findUnits(words, units);
    return found.length === 1 && found[0] === unit;
  });
}

function candidates(unit: TakeUnit, units: readonly TakeUnit[]): readonly string[] {
  const openings = [24, 48, 96, 300].map((length) => cutAtWord(unit.text, length));
  const [, , , longest = ''] = openings;
  const number = findUnits(longest, units).indexOf(unit) + 1;
  return [...openings, `${longest} [${number}]`];
}

/** A piece of a section that a hint can take: offsets into the notes. */
export interface SectionUnit {
  readonly start: number;
  readonly end: number;
}

/** What `take` can name in a section, in order; what stands in its sub-sections is theirs. */
export function unitsOfSection({ blocks }: Section): readonly SectionUnit[] {
  return unitsOf(blocks).map(({ start, end }) => ({ start, end }));
}
