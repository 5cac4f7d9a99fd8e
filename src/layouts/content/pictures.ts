// What a picture is like, as far as its place on a slide depends on it.
import type { Image, Paragraph } from 'mdast';
import type { Block, Phrasing } from '../../notes/index.ts';

/** The picture of a paragraph that is one picture and nothing else. */
export function loneImage(block: Block): Image | undefined {
  const [only, ...others] = onlyImages(block);
  return others.length === 0 ? only : undefined;
}

/** The pictures of a paragraph that holds nothing else; none otherwise. */
export function onlyImages(block: Block): readonly Image[] {
  if (block.type !== 'paragraph') return [];
  const shown = block.children.filter((node) => !isBlank(node));
  const images = shown.filter((node): node is Image => node.type === 'image');
  return images.length === shown.length ? images : [];
}

function isBlank(node: Phrasing): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** A picture as a paragraph of its own. */
export function pictureBlock(image: Image): Paragraph {
  return { type: 'paragraph', children: [image], ...(image.position && { position: image.position }) };
}

/** Up to this share of its height is a picture's width when it can stand beside text. */
const widestBeside = 1.35;

/** Narrower than this, in px, it is an icon or a badge. */
const smallest = 200;

/** `wide` asks for the whole slide, `tall` leaves room at its side; `small` is an icon; `unknown` cannot be looked at. */
export function shapeOf({ data }: Image): 'wide' | 'tall' | 'small' | 'unknown' {
  const size = data?.size;
  if (!size) return 'unknown';
  if (size.width < smallest && size.height < smallest) return 'small';
  return size.width > size.height * widestBeside ? 'wide' : 'tall';
}

/** Lines and areas stay sharp at any size. */
export function isVector(url: string): boolean {
  return /^data:image\/svg\+xml|\.svgz?(?:[?#]|$)/i.test(url);
}
