import type { Link, List, ListItem, Nodes, Paragraph } from 'mdast';
import { type Block, type Notes, plainText, type Section, shortAddress } from '../notes/index.ts';
import { type Plan, planPlaces, type Slide } from '../plan/index.ts';

/**
 * For each slide the notes it was made of, as their author wrote them, then its presenter notes.
 * What is already among the first is not repeated.
 */
export function fullNotes(slides: readonly Slide[], notes: Notes): readonly (readonly Block[])[] {
  const slideAt = slideFinder(slides);
  const written: Block[][] = slides.map(() => []);
  for (const block of sourceBlocks(notes)) {
    const first = block.type === 'list' ? (block.children[0] ?? block) : block;
    const at = slideAt(offsetOf(first) ?? 0);
    if (at !== undefined) addTo(written[at] as Block[], block);
  }
  return slides.map(({ presenterNotes }, at) => withPresenterNotes(written[at] ?? [], presenterNotes));
}

/** Every block in the order of the notes; a list comes item by item. */
function sourceBlocks({ agenda, sections }: Notes): readonly Block[] {
  const ofSection = ({ blocks, sections: inner }: Section): Block[] => [
    ...blocks,
    ...inner.flatMap(ofSection),
  ];
  return [...(agenda?.blocks ?? []), ...sections.flatMap(ofSection)].flatMap(byItem);
}

function byItem(block: Block): readonly Block[] {
  if (block.type !== 'list') return [block];
  const first = block.start ?? 1;
  return block.children.map((item, at) => ({
    ...block,
    ...(block.ordered ? { start: first + at } : {}),
    children: [item],
  }));
}

/** Items that follow one another in one list stand in one list again. */
function addTo(blocks: Block[], block: Block): void {
  const before = blocks.at(-1);
  if (before?.type === 'list' && block.type === 'list' && isSameList(before, block)) {
    blocks[blocks.length - 1] = { ...before, children: [...before.children, ...block.children] };
  } else blocks.push(block);
}

function isSameList(a: List, b: List): boolean {
  return a.position !== undefined && a.position === b.position;
}

/**
 * The slide that shows what begins at an offset: of all that begin there or before, the nearest;
 * the first of those that share a piece which was too large for one.
 */
function slideFinder(slides: readonly Slide[]): (offset: number) => number | undefined {
  const firstAt = new Map<number, number>();
  slides.forEach(({ spans }, index) => {
    for (const { start } of spans) if (!firstAt.has(start)) firstAt.set(start, index);
  });
  const starts = [...firstAt].sort(([a], [b]) => a - b);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.[0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]?.[1];
  };
}

function withPresenterNotes(written: readonly Block[], presenterNotes: readonly Block[]): readonly Block[] {
  const known = new Set(written.flatMap(offsetsIn));
  return [...written, ...presenterNotes.filter((block) => !known.has(offsetOf(block) ?? -1))];
}

type Node = { readonly position?: ListItem['position']; readonly children?: readonly Node[] };

/** Where the block's first word with a place in the notes is. */
function offsetOf(node: Node): number | undefined {
  return node.position?.start.offset ?? firstOf(node.children ?? []);
}

function firstOf(nodes: readonly Node[]): number | undefined {
  for (const node of nodes) {
    const offset = offsetOf(node);
    if (offset !== undefined) return offset;
  }
  return undefined;
}

function offsetsIn(node: Node): readonly number[] {
  const own = node.position?.start.offset;
  return [...(own === undefined ? [] : [own]), ...(node.children ?? []).flatMap(offsetsIn)];
}

// Nobody can press a link on paper, so its address is printed below, with a number at the words.

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

/** By the number of the slide, the addresses of which it shows a part. */
export function longAddresses(plan: Plan): ReadonlyMap<number, readonly Block[]> {
  const found = new Map<number, Block[]>();
  for (const { slide, slot, nodes } of planPlaces(plan)) {
    const inside = slot === 'presenter-notes' ? [] : (nodes as readonly Nodes[]).flatMap(linksIn);
    const short = inside.filter((link) => plainText([link]) === shortAddress(atFull(link)));
    if (short.length > 0)
      found.set(slide, [...(found.get(slide) ?? []), ...short.map(({ url }) => addressLine(url))]);
  }
  return found;
}

function linksIn(node: Nodes): readonly Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

function atFull(link: Link): Link {
  return { ...link, children: [{ type: 'text', value: link.url }] };
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
