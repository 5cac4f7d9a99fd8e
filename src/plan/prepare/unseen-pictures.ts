import type { Image, Paragraph, PhrasingContent } from 'mdast';
import { missingLabel, onlyImages } from '../../layouts/index.ts';
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
  if (!left.some(isContent)) return blocks;
  const isMissing = ({ url }: Image): boolean => measure.picture(url).status !== 'found';
  const isOnlyMissing = (block: Block): boolean => {
    const images = onlyImages(block);
    return images.length > 0 && images.every(isMissing);
  };
  const hasText = left.some((block) => isContent(block) && !isOnlyMissing(block));
  return hasText ? (withLabels(left, isOnlyMissing) as readonly Block[]) : left;
}

function isContent({ type }: Block): boolean {
  return type !== 'thematicBreak' && type !== 'footnoteDefinition';
}

/**
 * A picture that is not there beside text is a line with its description, at the end of the paragraph before it: an empty
 * frame as large as a picture would take the room of the text. One that lies on the network is a link.
 */
function withLabels(
  nodes: readonly ContentNode[],
  isOnlyMissing: (block: Block) => boolean,
): readonly ContentNode[] {
  const labelled: ContentNode[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as ContentNode;
    const isAlone = node.type === 'paragraph' && isOnlyMissing(node);
    let end = at + 1;
    while (node.type === 'paragraph' && end < nodes.length && isOnlyMissing(nodes[end] as Block)) end += 1;
    const pictures = nodes.slice(isAlone ? at : at + 1, end) as Paragraph[];
    if (pictures.length > 0) labelled.push(withLines(isAlone ? undefined : (node as Paragraph), pictures));
    else if ('children' in node && node.type !== 'paragraph') {
      const children = withLabels(node.children as ContentNode[], isOnlyMissing);
      labelled.push(children === node.children ? node : ({ ...node, children } as ContentNode));
    } else labelled.push(node);
    at = end;
  }
  return labelled.length === nodes.length && labelled.every((node, at) => node === nodes[at])
    ? nodes
    : labelled;
}

/** A paragraph with a line for each of the pictures behind it, which are never parted from what they show. */
function withLines(before: Paragraph | undefined, pictures: readonly Paragraph[]): Paragraph {
  const lines = pictures
    .flatMap(onlyImages)
    .flatMap((image, at): PhrasingContent[] =>
      at > 0 || before ? [{ type: 'break' }, label(image)] : [label(image)],
    );
  const own = before ?? (pictures[0] as Paragraph);
  const [start, end] = [own.position?.start, pictures.at(-1)?.position?.end];
  return {
    ...own,
    children: [...(before?.children ?? []), ...lines],
    ...(start && end && { position: { start, end } }),
  };
}

function label(image: Image): PhrasingContent {
  const position = image.position ? { position: image.position } : {};
  const { text, kind } = missingLabel(image);
  const title = image.title?.trim();
  const words = { type: 'text', value: kind === 'file' && title ? title : text, ...position } as const;
  if (!/^https?:/i.test(image.url)) return { type: 'emphasis', children: [words], ...position };
  return { type: 'link', url: image.url, children: [words], ...position };
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
  const hasTitle = node.type === 'callout' && node.title.length > 0;
  return hasTitle || isCell(node) || children.some((child) => !isBlank(child)) ? left : undefined;
}

/** A table keeps its shape. */
function isCell({ type }: { readonly type: string }): boolean {
  return type === 'tableCell' || type === 'tableRow';
}

function isBlank(node: ContentNode): boolean {
  return node.type === 'break' || (node.type === 'text' && plainText([node]).trim() === '');
}
