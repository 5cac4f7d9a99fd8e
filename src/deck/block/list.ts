import type { List, ListItem } from 'mdast';
import type { Block, Phrasing } from '../../notes/index.ts';
import {
  type BlockContext,
  box,
  deepest,
  indent,
  type MarkdownPrinter,
  type PrintedBlock,
} from '../printer.ts';

/**
 * No blank lines wherever Markdown needs none, so that the words stand right in the
 * `<li>`. Where one item needs a blank line the whole list has them, and each item a `<p>`.
 */
export function list(node: List, printer: MarkdownPrinter, context: BlockContext): string {
  if (context.level + 2 > deepest) return deepList(node, printer, context);
  const inside = { ...context, level: context.level + 2, lists: context.lists + 1 };
  const items = node.children.map((item) => printer.each(itemBlocks(item), inside));
  const tight = items.map(joinTight);
  const blank = tight.includes(undefined);
  return items
    .map((item, at) => printItem(blank ? joinApart(item) : (tight[at] ?? ''), markerOf(node, at, context)))
    .join(blank ? '\n\n' : '\n');
}

function printItem(content: string, marker: string): string {
  return content === '' ? marker.trimEnd() : indent(content, marker);
}

/** `*` and `1)` make Marp show items one after the other; `-` and `1.` do not. */
function markerOf(node: List, at: number, context: BlockContext): string {
  const reveals = context.reveal === context.lists;
  if (!node.ordered) return reveals ? '* ' : '- ';
  const first = node.children[0]?.data?.number ?? node.start ?? 1;
  return `${Math.min(Math.max(0, first + at), 999_999_999)}${reveals ? ')' : '.'} `;
}

/** Deeper than Marp reads lists. */
function deepList(node: List, printer: MarkdownPrinter, context: BlockContext): string {
  const items = node.children.map((item) => box('item', printer.blocks(itemBlocks(item), context)));
  return box('list', items.join('\n\n'));
}

/** An item's blocks, with the checkbox of a task in its first line. */
export function itemBlocks(item: ListItem): readonly Block[] {
  if (item.checked == null) return item.children;
  const [first, ...rest] = item.children;
  const words = first?.type === 'paragraph' ? first.children : [];
  const line = [...taskBox(item.checked), ...words];
  const others = first !== undefined && first.type !== 'paragraph' ? [first, ...rest] : rest;
  return [{ type: 'paragraph', children: line as never }, ...others];
}

function taskBox(checked: boolean | null | undefined): Phrasing[] {
  if (checked == null) return [];
  const box = { type: 'text', value: checked ? '☑' : '☐' } as const;
  return [
    { type: 'element', name: 'span', class: 'task', children: [box] },
    { type: 'text', value: ' ' },
  ];
}

/** Blocks with a blank line between them. */
export function joinApart(blocks: readonly PrintedBlock[]): string {
  return blocks
    .map((block, at) => {
      const before = blocks[at - 1];
      return before !== undefined && isSameList(before, block) ? `${between}\n\n${block.text}` : block.text;
    })
    .join('\n\n');
}

/** Blocks with no blank line between them. Returns undefined when Markdown needs one. */
export function joinTight(blocks: readonly PrintedBlock[]): string | undefined {
  const fits = blocks.every((block, at) => {
    const before = blocks[at - 1];
    return before === undefined ? shapeOf(block) !== 'html' : isTight(before, block);
  });
  return fits ? blocks.map(({ text }) => text).join('\n') : undefined;
}

/**
 * Two lists of one kind would become one. A comment that Marp knows as another tool's directive
 * keeps them apart, and is not among the presenter notes.
 */
const between = '<!-- prettier-ignore -->';

function isSameList({ node: left }: PrintedBlock, { node: right }: PrintedBlock): boolean {
  return left.type === 'list' && right.type === 'list' && Boolean(left.ordered) === Boolean(right.ordered);
}

/** By what stands before: what may follow on the next line and is still a block of its own. */
const mayFollow: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    paragraph: ['list', 'code', 'blockquote'],
    heading: ['list', 'code', 'blockquote', 'paragraph'],
    code: ['list', 'code', 'blockquote', 'paragraph'],
  }),
);

function isTight(left: PrintedBlock, right: PrintedBlock): boolean {
  if (!mayFollow.get(shapeOf(left))?.includes(shapeOf(right))) return false;
  return right.node.type !== 'list' || interrupts.test(right.text);
}

/** The lists that may stand right below a line of text: not empty ones, not those that start at 2. */
const interrupts = /^(?:[-*]|1[.)]) \S/;

function shapeOf({ node, text }: PrintedBlock): string {
  return /^<(?:div|hr|pre)\b/.test(text) ? 'html' : node.type;
}
