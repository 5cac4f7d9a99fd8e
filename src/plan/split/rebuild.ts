import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { type Ancestor, type Atom, paragraphWith } from './atom.ts';

/** Longest parent bullet that is shown again in full, in letters; more is cut at a word. */
const longestReminder = 90;

/** A run of atoms as blocks again, with the parents they need shown once more and marked. */
export function joinAtoms(atoms: readonly Atom[]): Block[] {
  const blocks: Block[] = [];
  const [first] = atoms;
  if (first?.under && !first.ancestors.some(({ kind }) => kind === 'wrap')) {
    const children = again(first.under.children) as Heading['children'];
    blocks.push({ ...first.under, children, data: { ...first.under.data, continued: true } });
  }
  addAtoms(withoutMiddle(atoms), 0, blocks);
  return blocks;
}

/** Most parent bullets that are shown again: the outermost, and those next to the text. */
const mostReminders = 3;

/** A run deep inside a list, without the levels between the outermost parent and the nearest ones. */
function withoutMiddle(atoms: readonly Atom[]): readonly Atom[] {
  const [first] = atoms;
  const parents =
    first?.ancestors.filter((ancestor) => ancestor.kind === 'item' && !startsItem(ancestor.item, first)) ??
    [];
  if (parents.length <= mostReminders) return atoms;
  const left = new Set(
    parents.slice(1, 1 - mostReminders).map((parent) => (parent.kind === 'item' ? parent.item : undefined)),
  );
  return atoms.map((atom) => ({
    ...atom,
    ancestors: atom.ancestors.filter((ancestor) => ancestor.kind !== 'item' || !left.has(ancestor.item)),
  }));
}

/** Adds the blocks of atoms that share their first `depth` ancestors. What is whole again is itself. */
function addAtoms(atoms: readonly Atom[], depth: number, blocks: Block[]): void {
  let open: OpenList | undefined;
  const close = (): void => {
    if (open && isSame(open.items, open.of.children)) blocks[open.at] = open.of;
    open = undefined;
  };
  for (let from = 0; from < atoms.length; ) {
    const to = endOfRun(atoms, from, depth);
    const run = atoms.slice(from, to);
    const ancestor = atoms[from]?.ancestors[depth];
    if (ancestor?.kind === 'item') {
      const item = rebuildItem(ancestor.item, run, depth);
      if (open?.of === ancestor.list) open.items.push(item);
      else {
        close();
        open = openList(ancestor, item, blocks);
      }
    } else {
      close();
      if (ancestor) blocks.push(wrapBlock(ancestor.node, run, depth));
      else addPieces(run, blocks);
    }
    from = to;
  }
  close();
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** A list that items of the same list in the notes are still added to. */
interface OpenList {
  readonly of: List;
  readonly items: ListItem[];
  /** Its place among the blocks. */
  readonly at: number;
}

function openList(
  { list, index }: Extract<Ancestor, { kind: 'item' }>,
  item: ListItem,
  blocks: Block[],
): OpenList {
  const items = [item];
  blocks.push({ ...list, ...(list.ordered ? { start: (list.start ?? 1) + index } : {}), children: items });
  return { of: list, items, at: blocks.length - 1 };
}

/** The end of the run of atoms that stand in the same ancestor at `depth`, or are pieces of the same block. */
function endOfRun(atoms: readonly Atom[], from: number, depth: number): number {
  const start = atoms[from];
  let to = from + 1;
  while (to < atoms.length && start && belongsTogether(start, atoms[to], depth)) to += 1;
  return to;
}

function belongsTogether(a: Atom, b: Atom | undefined, depth: number): boolean {
  const [left, right] = [a.ancestors[depth], b?.ancestors[depth]];
  if (!b || !left !== !right) return false;
  if (!left || !right) return a.piece !== undefined && a.piece.of === b.piece?.of;
  return left.kind === 'item'
    ? right.kind === 'item' && left.item === right.item
    : right.kind === 'wrap' && left.node === right.node;
}

function wrapBlock(
  node: Extract<Ancestor, { kind: 'wrap' }>['node'],
  atoms: readonly Atom[],
  depth: number,
): Block {
  const inside: Block[] = [];
  addAtoms(atoms, depth + 1, inside);
  return { ...node, children: inside } as Block;
}

function rebuildItem(item: ListItem, atoms: readonly Atom[], depth: number): ListItem {
  const inside: Block[] = [];
  addAtoms(atoms, depth + 1, inside);
  if (isSame(inside, item.children)) return item;
  if (startsItem(item, atoms[0])) return { ...item, children: inside as ListItem['children'] };
  const shown = reminder(item, atoms[0]);
  const children = [...shown, ...inside] as ListItem['children'];
  return shown.length === 0
    ? { ...item, children }
    : { ...item, children, data: { ...item.data, continued: true } };
}

/** Does the run begin with the item's first words? */
function startsItem(item: ListItem, first: Atom | undefined): boolean {
  if (!first) return true;
  const opening = firstLeaf(item);
  return (first.piece?.of ?? first.block) === opening && (first.piece?.index ?? 0) === 0;
}

function firstLeaf(item: ListItem): unknown {
  const [first] = item.children;
  if (first?.type !== 'list') return first;
  return first.children[0] ? firstLeaf(first.children[0]) : undefined;
}

/** The parent's words once more. Returns no blocks when the run goes on within those very words. */
function reminder(item: ListItem, first: Atom | undefined): Block[] {
  const [opening] = item.children;
  if (opening?.type !== 'paragraph' || first?.piece?.of === opening) return [];
  const text = plainText([opening]);
  const words =
    text.length <= longestReminder ? opening.children : [{ type: 'text', value: shorten(text) } as const];
  return [paragraphWith(again(words), opening)];
}

/** Words that stood on the slide before, shown again. */
function again(words: readonly Phrasing[]): Phrasing[] {
  return [{ type: 'element', name: 'span', class: 'continued', children: words as PhrasingContent[] }];
}

function shorten(text: string): string {
  const cut = text.slice(0, longestReminder);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longestReminder / 2 ? space : longestReminder)}…`;
}

/** One block for consecutive pieces of the same block. */
function addPieces(atoms: readonly Atom[], blocks: Block[]): void {
  const [first] = atoms;
  if (!first?.piece) {
    for (const atom of atoms) blocks.push(atom.block);
    return;
  }
  const { of } = first.piece;
  if (of.type === 'paragraph') blocks.push(joinParagraph(atoms, of));
  else if (of.type === 'code') blocks.push(joinCode(atoms, of));
  else blocks.push(joinTable(atoms, of));
}

function joinParagraph(atoms: readonly Atom[], of: Paragraph): Block {
  const children = atoms.flatMap(({ block }) =>
    block.type === 'paragraph' ? (block.children as Phrasing[]) : [],
  );
  return paragraphWith(children, of);
}

function joinCode(atoms: readonly Atom[], of: Code): Block {
  const { start = 0, line = 1 } = atoms[0]?.piece ?? {};
  const end = atoms.at(-1)?.piece?.end ?? of.value.length;
  return { ...of, value: of.value.slice(start, end).trimEnd(), data: { ...of.data, firstLine: line } };
}

function joinTable(atoms: readonly Atom[], of: Table): Block {
  const [header] = of.children;
  const rows = atoms.flatMap(({ block }) => (block.type === 'table' ? block.children.slice(1) : []));
  const isFirst = (atoms[0]?.piece?.index ?? 0) === 0;
  const data = isFirst
    ? {}
    : { data: { ...of.data, continued: [...(of.data?.continued ?? []), 'rows'] as const } };
  return { ...of, children: header ? [header, ...rows] : rows, ...data };
}
