import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { Block } from '../block.ts';
import { at, endOf, startOf } from '../markdown/positions.ts';
import type { Reading } from '../reading.ts';
import { type Delimiter, delimited } from './delimited.ts';

const percent: Delimiter = {
  sign: '%%',
  opens: (before, after) => !/[\d%]/.test(before) && after !== '%',
  closes: (_, after) => after !== '%',
};

/** `%%words%%` inside a paragraph goes to the presenter notes. */
export function percentRemarks(children: PhrasingContent[], reading: Reading): PhrasingContent[] {
  return delimited(children, reading.source.text, percent, (inner, start, end) => {
    const paragraph: Paragraph = { type: 'paragraph', children: inner, position: at(start + 2, end - 2) };
    if (inner.length > 0) keep([paragraph], start, end, reading);
    return [];
  });
}

/** `%%` at the start of one paragraph and at the end of a later one: all between is a comment. */
export function percentBlocks(children: RootContent[], reading: Reading): RootContent[] {
  if (!children.some((child) => child.type === 'paragraph' && opens(child))) return children;
  const out: RootContent[] = [];
  let open: number | undefined;
  for (const child of children) {
    out.push(child);
    if (open !== undefined && closes(child)) {
      takeBlocks(out.splice(open) as Paragraph[], reading);
      open = undefined;
    } else if (open === undefined && opens(child)) open = out.length - 1;
  }
  return out;
}

function opens(node: RootContent): boolean {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && /^%%(?!%)/.test(first.value);
}

function closes(node: RootContent): boolean {
  const last = lastWords(node);
  return last !== undefined && /(?<!%)%%$/.test(last.value.trimEnd());
}

/** The text that a block ends with: a line behind a list belongs to its last item. */
function lastWords(node: RootContent): Text | undefined {
  if (node.type === 'text') return node;
  const isHolder = ['paragraph', 'list', 'listItem', 'blockquote'].includes(node.type);
  const last = isHolder && 'children' in node ? (node.children.at(-1) as RootContent | undefined) : undefined;
  return last && lastWords(last);
}

function takeBlocks(blocks: Paragraph[], reading: Reading): void {
  const first = blocks[0] as Paragraph;
  const last = blocks.at(-1) as Paragraph;
  const close = lastWords(last);
  const open = first.children[0];
  if (open?.type === 'text') open.value = open.value.replace(/^%%\s*/, '');
  if (close) close.value = close.value.trimEnd().slice(0, -2).trimEnd();
  const full = blocks.filter((block) => !isEmpty(block));
  if (full.length > 0) keep(full, startOf(first), endOf(last), reading);
}

function isEmpty(block: Block): boolean {
  return (
    block.type === 'paragraph' && block.children.every((child) => child.type === 'text' && child.value === '')
  );
}

function keep(blocks: readonly Block[], start: number, end: number, reading: Reading): void {
  reading.presenterNotes.push({ blocks, span: { path: reading.source.path, start, end } });
}
