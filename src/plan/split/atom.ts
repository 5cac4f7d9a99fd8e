// The planner cuts content into atoms, the smallest pieces that are never parted, and puts runs
// of them back together as blocks. Nothing is lost and nothing repeated by construction: a
// slide is a run of atoms, and the runs follow one another. What is shown again on a later
// slide (a parent bullet, a sub-heading) is marked `continued`.
import type {
  Blockquote,
  Code,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Table,
} from 'mdast';
import type { Block, Callout, Phrasing } from '../../notes/index.ts';

export interface Atom {
  readonly block: Block;
  /** From the outermost: the list items and quotations it stands in. */
  readonly ancestors: readonly Ancestor[];
  /** The sub-heading it stands under. */
  readonly under: Heading | undefined;
  /** Set when `block` is a piece of a larger one. */
  readonly piece?: Piece;
}

export type Ancestor =
  | { readonly kind: 'item'; readonly list: List; readonly item: ListItem; readonly index: number }
  | { readonly kind: 'wrap'; readonly node: Wrap };

export type Wrap = Blockquote | Callout | FootnoteDefinition;

/** A part of a paragraph, a code block or a table; `index` counts within `of`. */
export interface Piece {
  readonly of: Paragraph | Code | Table;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Of code: the line that it begins on, from 1. */
  readonly line?: number;
}

/** Blocks as atoms, in the order of reading. Quotations stay whole. */
export function toAtoms(blocks: readonly Block[]): readonly Atom[] {
  const atoms: Atom[] = [];
  let under: Heading | undefined;
  for (const block of blocks) {
    if (block.type === 'heading') under = undefined;
    cutBlock(block, [], under, atoms);
    if (block.type === 'heading') under = block;
  }
  return atoms;
}

/** The blocks inside a quotation or a note, as atoms of their own. */
export function unwrapAtom(atom: Atom, node: Wrap): readonly Atom[] {
  const atoms: Atom[] = [];
  const ancestors = [...atom.ancestors, { kind: 'wrap', node } as const];
  for (const child of node.children as Block[]) cutBlock(child, ancestors, atom.under, atoms);
  return atoms;
}

function cutBlock(
  block: Block,
  ancestors: readonly Ancestor[],
  under: Heading | undefined,
  atoms: Atom[],
): void {
  if (block.type !== 'list') {
    atoms.push({ block, ancestors, under });
    return;
  }
  for (const [index, item] of block.children.entries()) {
    const inside = [...ancestors, { kind: 'item', list: block, item, index } as const];
    for (const child of item.children as Block[]) cutBlock(child, inside, under, atoms);
  }
}

/** The innermost list item an atom stands in. */
export function itemOf(atom: Atom): Extract<Ancestor, { kind: 'item' }> | undefined {
  return atom.ancestors.findLast(
    (ancestor): ancestor is Extract<Ancestor, { kind: 'item' }> => ancestor.kind === 'item',
  );
}

/** Is the atom the first of its list item: the one that stands beside the bullet? */
export function isLeading(atom: Atom): boolean {
  const item = itemOf(atom);
  const source = atom.piece?.of ?? atom.block;
  return item !== undefined && item.item.children[0] === source && (atom.piece?.index ?? 0) === 0;
}

/** A paragraph of some of another's words. */
export function paragraphWith(children: readonly Phrasing[], like: Paragraph): Paragraph {
  return { ...like, children: children as Paragraph['children'] };
}

/** Identifiers of the footnotes that nodes refer to. */
export function referencesIn(nodes: readonly Nodes[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') names.add(node.identifier);
    if ('children' in node) for (const child of node.children) visit(child as Nodes);
  };
  for (const node of nodes) visit(node);
  return names;
}
