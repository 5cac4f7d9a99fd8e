import type { Image, Table } from 'mdast';
import { missingLabel } from '../../layouts/index.ts';
import { type Block, type Phrasing, type PresenterNote, plainText } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';
import type { PartedDetails } from '../presenter-notes.ts';

type ContentNode = Block | Phrasing;

/**
 * The same blocks without pictures that are not there and that nothing describes: the name of a file says nothing to an
 * audience, and a warning says it to the author. Where nothing else is left, and where only a link would be, they stay:
 * their place is all there is. A column of nothing but such pictures goes, and its name to the presenter notes.
 */
export function withoutUnseen(
  { measure }: Pick<PlanContext, 'measure'>,
  blocks: readonly Block[],
  path: string,
): PartedDetails {
  const isUnseen = (image: Image): boolean =>
    measure.picture(image.url).status !== 'found' &&
    !image.title?.trim() &&
    missingLabel(image).kind === 'file';
  const details: PresenterNote[] = [];
  const kept = blocks.flatMap((block): readonly Block[] => {
    const left = withoutImage(block, isUnseen) as Block | undefined;
    if (left === block || left?.type !== 'table' || block.type !== 'table') return left ? [left] : [];
    const emptied = emptiedColumns(block, left);
    details.push(...namesOf(emptied, left, path));
    return [withoutColumns(left, emptied)];
  });
  return kept.length > 0 ? { blocks: kept, details } : { blocks, details: [] };
}

/** Columns in which nothing is left below the name; the first one says what a row is. */
function emptiedColumns(before: Table, left: Table): ReadonlySet<number> {
  const [head, ...rows] = left.children;
  const columns = (head?.children ?? []).flatMap((_, at) => {
    const isEmpty = rows.every((row) => (row.children[at]?.children ?? []).every(isBlank));
    const isEmptied = rows.some((row, y) => row.children[at] !== before.children[y + 1]?.children[at]);
    return at > 0 && isEmpty && isEmptied ? [at] : [];
  });
  return new Set(columns);
}

function namesOf(
  columns: ReadonlySet<number>,
  { children: [head] }: Table,
  path: string,
): readonly PresenterNote[] {
  return [...columns].flatMap((at) => {
    const cell = head?.children[at];
    if (!cell || cell.children.every(isBlank)) return [];
    const [start, end] = [cell.position?.start.offset ?? 0, cell.position?.end.offset ?? 0];
    return [
      { blocks: [{ type: 'paragraph', children: cell.children } as const], span: { path, start, end } },
    ];
  });
}

function withoutColumns(table: Table, columns: ReadonlySet<number>): Table {
  if (columns.size === 0) return table;
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, at) => !columns.has(at));
  return {
    ...table,
    ...(table.align && { align: kept(table.align) }),
    children: table.children.map((row) => ({ ...row, children: kept(row.children) })),
  };
}

function withoutImages(
  nodes: readonly ContentNode[],
  isUnseen: (image: Image) => boolean,
): readonly ContentNode[] {
  const kept = nodes.map((node) => withoutImage(node, isUnseen));
  if (kept.every((node, at) => node === nodes[at])) return nodes;
  return kept.filter((node) => node !== undefined);
}

/** The same node where it holds none; nothing where it held nothing else. */
function withoutImage(node: ContentNode, isUnseen: (image: Image) => boolean): ContentNode | undefined {
  if (node.type === 'image') return isUnseen(node) ? undefined : node;
  if (!('children' in node) || node.type === 'link') return node;
  const children = withoutImages(node.children as ContentNode[], isUnseen);
  if (children === node.children) return node;
  const left = { ...node, children } as ContentNode;
  return isCell(node) || children.some((child) => !isBlank(child)) ? left : undefined;
}

/** A table keeps its shape. */
function isCell({ type }: { readonly type: string }): boolean {
  return type === 'tableCell' || type === 'tableRow';
}

function isBlank(node: ContentNode): boolean {
  return node.type === 'break' || (node.type === 'text' && plainText([node]).trim() === '');
}
