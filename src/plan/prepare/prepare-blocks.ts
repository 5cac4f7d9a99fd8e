import type { List, ListItem } from 'mdast';
import { leadIn, setOffLead } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { PlanContext } from '../plan-context.ts';
import { alignNumbers } from './align-numbers.ts';
import { setOffHeads } from './set-off-head.ts';
import { typesetPhrasing } from './typography.ts';

/** How blocks are set. */
export interface Typesetting {
  readonly lang: string;
  /** Are the lead-in words of bullets set off? */
  readonly leadIns: boolean;
}

/** What the deck's language and its hints ask for. */
export function typesettingOf({ lang, hints }: Pick<PlanContext, 'lang' | 'hints'>): Typesetting {
  return { lang, leadIns: hints.deck.leadIns ?? true };
}

/**
 * Blocks as they will be set: typography, and the lead-in words of bullets set off. Done once
 * for each section, so that every later step measures and prints the same nodes.
 */
export function prepareBlocks(blocks: readonly Block[], { lang, leadIns }: Typesetting): Block[] {
  const set = prepareAll(blocks, lang);
  return leadIns
    ? set.map((block) => (block.type === 'list' ? setOffHeads(setOffLeads(block)) : block))
    : set;
}

/** Emphasis is even: lead-ins are set off on all bullets of a list or on none, at every depth. */
function setOffLeads(list: List): List {
  const inner = list.children.map(
    (item): ListItem => ({
      ...item,
      children: item.children.map((child) => (child.type === 'list' ? setOffLeads(child) : child)),
    }),
  );
  const set = inner.map(withLead);
  return { ...list, children: set.every((item, at) => item !== inner[at]) ? set : inner };
}

/** Times and dates are no names. */
const time = /^\d{1,2}[:.]\d{2}\b/u;

/** The same item when it begins with no name. */
function withLead(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return item;
  const words = first.children as Phrasing[];
  if (time.test(plainText(words))) return item;
  const set = setOffLead(words);
  if (set === words) return words[0]?.type === 'strong' && leadIn(words) ? { ...item } : item;
  return { ...item, children: [{ ...first, children: set as typeof first.children }, ...rest] };
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
  return { ...item, children: prepareAll(item.children as Block[], lang) as ListItem['children'] };
}
