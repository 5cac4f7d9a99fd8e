// Nobody can press a link on paper: its address is printed below the notes, with a number at the words. One address has
// one number in the whole handout.
import type { Link, Nodes, Paragraph } from 'mdast';
import { type Block, plainText, shortAddress } from '../notes/index.ts';
import { type Plan, planPlaces } from '../plan/index.ts';
import type { NumberedLink } from './handout.ts';

interface Numbered {
  /** Address to number. */
  readonly numbers: Map<string, number>;
  /** The first number that no footnote of the notes' own has. */
  readonly first: number;
}

interface NumberedNotes {
  /** The notes with a number after each link. */
  readonly notes: readonly (readonly Block[])[];
  /** For each of them the addresses of its links, to be printed below it. */
  readonly addresses: readonly (readonly Block[])[];
  readonly links: readonly NumberedLink[];
}

/** Numbers the links of notes through the whole handout; `notes[i]` stands with slide `i + 1`. */
export function numberLinks(notes: readonly (readonly Block[])[]): NumberedNotes {
  const found: Numbered = { numbers: new Map(), first: highestLabel(notes.flat()) + 1 };
  const slides = new Map<string, number[]>();
  const marked = notes.map((blocks, at) => {
    const own: Numbered = { numbers: new Map(), first: found.first };
    const done = blocks.map((block) => mark(block, found, own) as Block);
    for (const url of own.numbers.keys()) slides.set(url, [...(slides.get(url) ?? []), at + 1]);
    return { done, addresses: [...own.numbers].map(([url, number]) => addressBlock(url, number)) };
  });
  return {
    notes: marked.map(({ done }) => done),
    addresses: marked.map(({ addresses }) => addresses),
    links: [...found.numbers].map(([url, number]) => ({
      number,
      url,
      address: shown(url),
      slides: slides.get(url) ?? [],
    })),
  };
}

function addressBlock(url: string, number: number): Block {
  return {
    type: 'footnoteDefinition',
    identifier: `${number}`,
    label: `${number}`,
    children: [addressLine(url, shown(url))],
  };
}

/** Without positions: these words are not in the notes. */
function addressLine(url: string, words: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'link', url, children: [{ type: 'text', value: words }] }],
  };
}

/** By the number of the slide, the addresses of which it shows a part. */
export function longAddresses(plan: Plan): ReadonlyMap<number, readonly Block[]> {
  const found = new Map<number, Block[]>();
  for (const { slide, slot, nodes } of planPlaces(plan)) {
    const inside = slot === 'presenter-notes' ? [] : (nodes as readonly Nodes[]).flatMap(linksIn);
    const short = inside.filter((link) => plainText([link]) === shortAddress(atFull(link)));
    if (short.length > 0)
      found.set(slide, [
        ...(found.get(slide) ?? []),
        ...short.map(({ url }) => addressLine(url, readable(url))),
      ]);
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

/** As it is typed: `https://` goes without saying. */
function shown(url: string): string {
  return readable(url).replace(/^https?:\/\//i, '');
}

/** As people read it: `mailto:` and percent-encoded letters are for machines. */
function readable(url: string): string {
  const plain = url.replace(/^mailto:/i, '');
  try {
    return decodeURI(plain);
  } catch (error) {
    if (error instanceof URIError) return plain;
    throw error;
  }
}

function mark(node: Nodes, found: Numbered, own: Numbered): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child) => {
    const inside = mark(child, found, own);
    return inside.type === 'link' && leadsOut(inside)
      ? [inside, reference(inside.url, found, own)]
      : [inside];
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

function reference(url: string, { numbers, first }: Numbered, own: Numbered): Nodes {
  const number = numbers.get(url) ?? first + numbers.size;
  numbers.set(url, number);
  own.numbers.set(url, number);
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
