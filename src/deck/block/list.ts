import type { List } from 'mdast';
import { deepest, type Place, type Printer } from '../printer.ts';
import { box } from './box.ts';
import { indent } from './indent.ts';
import { itemBlocks } from './item-blocks.ts';
import { joinApart, joinTight } from './join-blocks.ts';

/**
 * No blank lines wherever Markdown can say it without, so that the words stand right in the
 * `<li>`. Where one item needs a blank line the whole list has them, and each item a `<p>`.
 */
export function list(node: List, printer: Printer, place: Place): string {
  if (place.level + 2 > deepest) return deepList(node, printer, place);
  const inside = { ...place, level: place.level + 2, lists: place.lists + 1 };
  const items = node.children.map((item) => printer.each(itemBlocks(item), inside));
  const tight = items.map(joinTight);
  const blank = tight.includes(undefined);
  return items
    .map((item, at) => printItem(blank ? joinApart(item) : (tight[at] ?? ''), signOf(node, at, place)))
    .join(blank ? '\n\n' : '\n');
}

function printItem(content: string, sign: string): string {
  return content === '' ? sign.trimEnd() : indent(content, sign);
}

/** `*` and `1)` make Marp show items one after the other; `-` and `1.` do not. */
function signOf(node: List, at: number, place: Place): string {
  const reveals = place.reveal === place.lists;
  if (!node.ordered) return reveals ? '* ' : '- ';
  const first = node.children[0]?.data?.number ?? node.start ?? 1;
  return `${Math.min(Math.max(0, first + at), 999_999_999)}${reveals ? ')' : '.'} `;
}

/** Deeper than Marp reads lists. */
function deepList(node: List, printer: Printer, place: Place): string {
  const items = node.children.map((item) => box('item', printer.blocks(itemBlocks(item), place)));
  return box('list', items.join('\n\n'));
}
