// The author's own words as they are printed beside a slide: what heads them stands out, and they read as prose.
import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Block } from '../notes/index.ts';

/** Letters of a head before a dash; more is a sentence. */
const longestHead = 60;

/**
 * Bullets that head something, "Name - what is said of it" or a line with lines below it, as paragraphs that begin with
 * their head in bold; what is below them is a list. Others stay what they are.
 */
export function runInHeads(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'list' && !block.ordered ? headsOf(block) : [block]));
}

function headsOf(list: List): readonly Block[] {
  return list.children.reduce<Block[]>((done, item) => {
    const parts = headedParts(item);
    const last = done.at(-1);
    if (parts) done.push(...parts);
    else if (last?.type === 'list' && last.position === list.position)
      done[done.length - 1] = { ...last, children: [...last.children, item] };
    else done.push({ ...list, children: [item] });
    return done;
  }, []);
}

/** The line with its head in bold, and what stands below it; undefined for a line that heads nothing. */
function headedParts({ children, checked }: ListItem): readonly Block[] | undefined {
  const [line, ...below] = children;
  if (line?.type !== 'paragraph' || checked != null) return undefined;
  const headed = withHead(line);
  if (headed) return [headed, ...(below as Block[])];
  if (!below.some(({ type }) => type === 'list')) return undefined;
  return [{ ...line, children: [{ type: 'strong', children: line.children }] }, ...(below as Block[])];
}

/** "Head - text" with the head in bold. */
function withHead(line: Paragraph): Paragraph | undefined {
  const [first, ...rest] = line.children;
  if (first?.type !== 'text') return undefined;
  const [, head = '', dash = '', after = ''] = /^([^\n]+?)(\s+[-–—]\s+)([\s\S]*)$/u.exec(first.value) ?? [];
  if (head === '' || head.length > longestHead || (after === '' && rest.length === 0)) return undefined;
  const position = first.position;
  const text = (value: string): PhrasingContent => ({ type: 'text', value, ...(position && { position }) });
  return {
    ...line,
    children: [
      { type: 'strong', children: [text(head)] },
      text(`${dash.replace(' - ', ' – ')}${after}`),
      ...rest,
    ],
  };
}

/** A hyphen between two spaces is a dash, and no comma after a formula begins a line. */
export function inPrint(block: Block): Block {
  return printed(block) as Block;
}

/** Lines are not broken there. */
const joiner = '\u2060';

function printed(node: Nodes): Nodes {
  if (node.type === 'text') return { ...node, value: node.value.replace(/(?<=\S) - (?=\S)/g, ' – ') };
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).map((child, at, all) => {
    const own = printed(child);
    const isAfterFormula = all[at - 1]?.type === 'inlineMath';
    if (own.type !== 'text' || !isAfterFormula || !/^[\p{P}]/u.test(own.value)) return own;
    return { ...own, value: `${joiner}${own.value}` };
  });
  return { ...node, children } as Nodes;
}
