import type { Image } from 'mdast';
import { missingLabel } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';

type ContentNode = Block | Phrasing;

/**
 * The same blocks without pictures that are not there and that nothing describes: the name of a file says nothing to an
 * audience, and a warning says it to the author. Where nothing else is left, and where only a link would be, they stay:
 * their place is all there is.
 */
export function withoutUnseen(
  { measure }: Pick<PlanContext, 'measure'>,
  blocks: readonly Block[],
): readonly Block[] {
  const isUnseen = (image: Image): boolean =>
    measure.picture(image.url).status !== 'found' &&
    !image.title?.trim() &&
    missingLabel(image).kind === 'file';
  const left = withoutImages(blocks, isUnseen) as readonly Block[];
  return left.some(({ type }) => type !== 'thematicBreak' && type !== 'footnoteDefinition') ? left : blocks;
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
