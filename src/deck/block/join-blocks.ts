import type { Printed } from '../printer.ts';

/** Blocks with a blank line between them. */
export function joinApart(blocks: readonly Printed[]): string {
  return blocks
    .map((block, at) => {
      const before = blocks[at - 1];
      return before !== undefined && isSameList(before, block) ? `${between}\n\n${block.text}` : block.text;
    })
    .join('\n\n');
}

/** Blocks with no blank line between them; nothing when Markdown needs one. */
export function joinTight(blocks: readonly Printed[]): string | undefined {
  const fits = blocks.every((block, at) => {
    const before = blocks[at - 1];
    return before === undefined ? shapeOf(block) !== 'html' : isTight(before, block);
  });
  return fits ? blocks.map(({ text }) => text).join('\n') : undefined;
}

/**
 * Two lists of one kind would become one. A comment that Marp knows as another tool's order keeps
 * them apart, and is not among the presenter notes.
 */
const between = '<!-- prettier-ignore -->';

function isSameList({ node: left }: Printed, { node: right }: Printed): boolean {
  return left.type === 'list' && right.type === 'list' && Boolean(left.ordered) === Boolean(right.ordered);
}

/** By what stands before: what may follow on the next line and is still a block of its own. */
const mayFollow: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['list', 'code', 'blockquote'],
  heading: ['list', 'code', 'blockquote', 'paragraph'],
  code: ['list', 'code', 'blockquote', 'paragraph'],
};

function isTight(left: Printed, right: Printed): boolean {
  if (!mayFollow[shapeOf(left)]?.includes(shapeOf(right))) return false;
  return right.node.type !== 'list' || interrupts.test(right.text);
}

/** The lists that may stand right below a line of text: not empty ones, not those that start at 2. */
const interrupts = /^(?:[-*]|1[.)]) \S/;

function shapeOf({ node, text }: Printed): string {
  return /^<(?:div|hr|pre)\b/.test(text) ? 'html' : node.type;
}
