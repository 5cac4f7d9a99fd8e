import type { Block, Phrasing } from '../../notes/index.ts';
import { type Item, paragraphOf } from './items.ts';
import { leadIn } from './lead-in.ts';

/** A name, and what is said of it. */
export interface Named {
  readonly name: readonly Phrasing[];
  readonly blocks: readonly Block[];
}

/** The name is the lead-in, or the item's own words when something stands below it. */
export function readNamed(item: Item): Named | undefined {
  const lead = leadIn(item.words);
  if (lead) return { name: lead.term, blocks: [paragraphOf(lead.rest, item.node), ...item.details] };
  return item.details.length > 0 && item.words.length > 0
    ? { name: item.words, blocks: item.details }
    : undefined;
}
