// Nobody can press a link on paper, so its address is printed below, with a number at the words.
import type { Link, Nodes, Paragraph } from 'mdast';
import { type Block, plainText } from '../notes/index.ts';

interface Numbered {
  /** Address to number. */
  readonly numbers: Map<string, number>;
  /** The first number that no footnote of the notes' own has. */
  readonly first: number;
}

/** The blocks with a number after each link, and their addresses at the end. */
export function numberLinks(blocks: readonly Block[]): readonly Block[] {
  const found: Numbered = { numbers: new Map(), first: highestLabel(blocks) + 1 };
  const marked = blocks.map((block) => mark(block, found) as Block);
  const addresses = [...found.numbers].map(
    ([url, number]): Block => ({
      type: 'footnoteDefinition',
      identifier: `${number}`,
      label: `${number}`,
      children: [addressLine(url)],
    }),
  );
  return [...marked, ...addresses];
}

/** Without positions: these words are not in the notes. */
function addressLine(url: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'link', url, children: [{ type: 'text', value: shown(url) }] }],
  };
}

/** As people read it: `mailto:` and percent-encoded letters are for machines. */
function shown(url: string): string {
  const plain = url.replace(/^mailto:/i, '');
  try {
    return decodeURI(plain);
  } catch (error) {
    if (error instanceof URIError) return plain;
    throw error;
  }
}

function mark(node: Nodes, found: Numbered): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child) => {
    const inside = mark(child, found);
    return inside.type === 'link' && leadsOut(inside) ? [inside, reference(inside.url, found)] : [inside];
  });
  return { ...node, children } as Nodes;
}

/** An address that stands there in full, and a link within the notes, need no footnote. */
function leadsOut({ url, children }: Link): boolean {
  if (!/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return false;
  const words = plainText(children).trim();
  return bare(words) !== bare(url) && bare(words) !== bare(shown(url));
}

function bare(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
}

function reference(url: string, { numbers, first }: Numbered): Nodes {
  const number = numbers.get(url) ?? first + numbers.size;
  numbers.set(url, number);
  return { type: 'footnoteReference', identifier: `${number}`, label: `${number}` };
}

function highestLabel(blocks: readonly Block[]): number {
  const labels = blocks.flatMap(labelsIn);
  return labels.reduce((highest, label) => Math.max(highest, label), 0);
}

function labelsIn(node: Nodes): readonly number[] {
  const own = 'identifier' in node && /^\d{1,4}$/.test(node.label ?? '') ? [Number(node.label)] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(labelsIn)] : own;
}
