import type { ListItem } from 'mdast';
import { setOffLead } from '../../layouts/index.ts';
import type { Block, Phrasing } from '../../notes/index.ts';
import { alignNumbers } from './align-numbers.ts';
import { setBackRest } from './set-back-rest.ts';
import { setOffHeads } from './set-off-head.ts';
import { typesetPhrasing } from './typography.ts';

/**
 * Blocks as they will be set: typography, and the lead-in words of bullets set off. Done once
 * for each section, so that every later step measures and prints the same nodes.
 */
export function prepareBlocks(blocks: readonly Block[], lang: string): Block[] {
  return prepareAll(blocks, lang).map((block) => (block.type === 'list' ? setOffHeads(block) : block));
}

function prepareAll(blocks: readonly Block[], lang: string): Block[] {
  return blocks.map((block) => prepareBlock(block, lang));
}

function prepareBlock(block: Block, lang: string): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: typesetPhrasing(block.children, lang) };
    case 'list':
      return { ...block, children: block.children.map((item) => prepareItem(item, lang)) };
    case 'blockquote':
    case 'footnoteDefinition':
      return { ...block, children: prepareAll(block.children as Block[], lang) as typeof block.children };
    case 'callout':
      return {
        ...block,
        title: typesetPhrasing(block.title, lang) as typeof block.title,
        children: prepareAll(block.children as Block[], lang) as typeof block.children,
      };
    case 'table':
      return {
        ...block,
        align: alignNumbers(block),
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: typesetPhrasing(cell.children, lang) })),
        })),
      } as Block;
    default:
      return block;
  }
}

function prepareItem(item: ListItem, lang: string): ListItem {
  const [first, ...rest] = prepareAll(item.children as Block[], lang);
  if (first?.type !== 'paragraph')
    return { ...item, children: (first ? [first, ...rest] : []) as ListItem['children'] };
  const words = setBackRest(setOffLead(first.children as Phrasing[]), lang);
  const lead = { ...first, children: words as typeof first.children };
  return { ...item, children: [lead, ...rest] as ListItem['children'] };
}
