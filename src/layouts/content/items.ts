import type { List, ListItem, Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { letters } from './shape.ts';

/** A top-level bullet: its own words, and what stands below it. */
export interface Item {
  readonly node: ListItem;
  readonly words: readonly Phrasing[];
  readonly details: readonly Block[];
}

/** The list, when the blocks are one list and nothing else. */
export function onlyList(blocks: readonly Block[]): List | undefined {
  const [first, ...rest] = blocks;
  return first?.type === 'list' && rest.length === 0 ? first : undefined;
}

/** The items of the one list that the blocks are; none when they are anything else. */
export function itemsOf(blocks: readonly Block[]): readonly Item[] {
  return onlyList(blocks)?.children.map(readItem) ?? [];
}

/** An item taken apart: its first paragraph, and the blocks after it. */
export function readItem(node: ListItem): Item {
  const [first, ...rest] = node.children as Block[];
  const words: readonly Phrasing[] = first?.type === 'paragraph' ? first.children : [];
  const details = first?.type === 'paragraph' ? rest : (node.children as Block[]);
  return { node, words, details };
}

/** An item's own words, without their emphasis. */
export function itemText({ words }: Pick<Item, 'words'>): string {
  return plainText(words);
}

/** Letters of an item and of all below it. */
export function itemLetters(item: Item): number {
  return itemText(item).length + letters(item.details);
}

/** Bullets directly below an item; none when something else stands there too. */
export function childItems(item: Item): readonly Item[] {
  return itemsOf(item.details);
}

/** The same words as a paragraph of their own, where the item's was. */
export function paragraphOf(words: readonly Phrasing[], like: Pick<Paragraph, 'position'>): Paragraph {
  const position = like.position ? { position: like.position } : {};
  return { type: 'paragraph', children: [...words], ...position };
}

/** A list of some of another list's items. */
export function listOf(items: readonly ListItem[], like: List): List {
  return { ...like, children: [...items] };
}
