import type { List, ListItem, Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Box } from '../layout.ts';
import { isShortParagraph, textLength } from './blocks.ts';
import { leadIn } from './lead-in.ts';

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

/** Characters of an item and of all below it. */
export function itemLength(item: Item): number {
  return itemText(item).length + textLength(item.details);
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

/** A name, and what is said of it. */
export interface NamedContent {
  readonly name: readonly Phrasing[];
  readonly blocks: readonly Block[];
}

/** The name is the lead-in, or the item's own words when something stands below it. */
export function readNamed(item: Item): NamedContent | undefined {
  const lead = leadIn(item.words);
  if (lead) return { name: lead.term, blocks: [paragraphOf(lead.rest, item.node), ...item.details] };
  return item.details.length > 0 && item.words.length > 0
    ? { name: item.words, blocks: item.details }
    : undefined;
}

/** A list with a sentence before it, a sentence after it, or both. */
export interface ListWithSentences {
  readonly before: readonly Paragraph[];
  readonly list: List;
  readonly after: readonly Paragraph[];
}

/** Returns undefined when the blocks are anything else. */
export function readListWithSentences(blocks: readonly Block[]): ListWithSentences | undefined {
  const at = blocks.findIndex(({ type }) => type === 'list');
  const list = blocks[at];
  const [before, after] = [blocks.slice(0, at), blocks.slice(at + 1)];
  if (list?.type !== 'list' || before.length > 1 || after.length > 1) return undefined;
  if (!before.every((block) => isShortParagraph(block)) || !after.every((block) => isShortParagraph(block)))
    return undefined;
  return { before: before as readonly Paragraph[], list, after: after as readonly Paragraph[] };
}

/** The list in its layout, with the sentences above and below it. */
export function withSentences(box: Box, { before, after }: ListWithSentences): Box {
  if (before.length === 0 && after.length === 0) return box;
  const sentence = (blocks: readonly Paragraph[]): Box[] =>
    blocks.length === 0 ? [] : [{ kind: 'flow', class: 'sentence', style: 'body', blocks }];
  return {
    kind: 'stack',
    class: 'listed',
    gap: 'medium',
    boxes: [...sentence(before), box, ...sentence(after)],
  };
}
