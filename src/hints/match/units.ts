import type { ListItem, Node } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Block } from '../../notes/index.ts';
import { fold } from './fold.ts';

/** What a hint can take: a top-level list item, or a block that is not a list. */
export interface Unit {
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
export function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.children.map((item) => unit(block, item)) : unit(block),
  );
}

function unit(block: Block, item?: ListItem): Unit {
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
