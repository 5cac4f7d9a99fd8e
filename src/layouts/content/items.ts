import type { Code, List, ListItem, Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Box } from '../layout.ts';
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

/** What is one bullet, as the paragraph that it is and what stands below it; anything else as it is. */
export function withoutLoneBullet(blocks: readonly Block[]): readonly Block[] {
  const [only, ...others] = itemsOf(blocks);
  if (!only || others.length > 0 || only.node.checked != null || onlyList(blocks)?.ordered) return blocks;
  const { node, words, details } = only;
  return words.length === 0 ? details : [paragraphOf(words, node.children[0] ?? node), ...details];
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

/** Blocks of one type among others. */
export function blocksOfType<T extends Block['type']>(
  blocks: readonly Block[],
  type: T,
): readonly Extract<Block, { type: T }>[] {
  return blocks.filter((block): block is Extract<Block, { type: T }> => block.type === type);
}

/** A paragraph short enough to introduce or explain something else on the slide, in characters. */
export function isShortParagraph(block: Block, longest = 200): block is Paragraph {
  return block.type === 'paragraph' && plainText([block]).length <= longest;
}

/** Longest line below a table or a drawing that says where it comes from, in characters. */
export const longestSource = 120;

/** "[Try it here](https://…).": a link, and a mark behind it. */
export function isOnlyLink(block: Block): boolean {
  if (!isShortParagraph(block, longestSource)) return false;
  const [link, ...others] = block.children;
  return link?.type === 'link' && /^[.!)]?$/u.test(plainText(others).trim());
}

/** Longest line of a link with who made what it leads to, in characters. */
const longestLink = 200;

/** A point that begins with a link, and says no more than whose it is. */
export function isLinkLine({ children: [only, ...below] }: ListItem): boolean {
  if (only?.type !== 'paragraph' || below.length > 0) return false;
  return only.children[0]?.type === 'link' && plainText([only]).length <= longestLink;
}

/** Whether a block may stand beside the table, formula or listing that its slide is about. */
export function isIntroduction(block: Block): boolean {
  return block.type === 'heading' || isShortParagraph(block);
}

/** The points of a list, with the short sentence above it where there is one. */
export function introducedItems(blocks: readonly Block[]): {
  readonly before: readonly Block[];
  readonly items: readonly Item[];
} {
  const [first, list, ...others] = blocks;
  const isIntroduced = first?.type === 'paragraph' && isIntroduction(first) && list && others.length === 0;
  return isIntroduced ? { before: [first], items: itemsOf([list]) } : { before: [], items: itemsOf(blocks) };
}

/** Characters in the blocks, as a rough measure of how much there is to read. */
export function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + plainText([block]).length, 0);
}

/** Whether there is only a link: an address alone says too little to stand beside other things. */
export function isAddress(blocks: readonly Block[]): boolean {
  const [only, ...rest] = blocks;
  if (only?.type !== 'paragraph' || rest.length > 0) return false;
  return only.children.every(
    (word) => word.type === 'link' || (word.type === 'text' && word.value.trim() === ''),
  );
}

/** Whether a block is a diagram in Mermaid's language. */
export function isDiagram(block: Block): block is Code {
  return block.type === 'code' && block.lang === 'mermaid';
}

/** Titles under which terms are explained, by a word in them. */
const explains =
  /(?<!\p{L})(?:glossary|terms?|terminology|vocabulary|definitions?|notation|abbreviations|acronyms|jargon|words|glossar|begriffe|definitionen|abkürzungen|glossaire|définitions|vocabulaire|glosario|definiciones|términos|glossário|definições|termini|definizioni|термины|определения|مصطلحات|מונחים)(?!\p{L})|用語|术语|術語|용어/iu;

/** Whether the title says that terms are explained below it. */
export function isGlossary(title: string): boolean {
  return explains.test(title);
}
