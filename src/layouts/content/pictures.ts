// What a picture is like, as far as where it stands on a slide depends on it, and the words below it.
import type { Image, Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';

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

/** How photographs are kept. What programs draw, and what screens show, is kept in formats that lose nothing. */
const photographs = /\.(?:jpe?g|webp|avif|heic)(?:[?#]|$)|^data:image\/(?:jpeg|webp|avif)/iu;

/** At a photograph's edges up to a fifth of it may be cut off at either side. */
const leastShown = 0.6;

/** Whether a picture may fill a field of this width by height: a photograph of about its shape. Anything else is shown whole. */
export function mayFill({ url, data }: Image, shape: number): boolean {
  if (!data?.size || !photographs.test(url)) return false;
  const own = data.size.width / data.size.height;
  return Math.min(own / shape, shape / own) >= leastShown;
}

/** A description that is a file's name, or an address. */
const fileName = /^\S*[\w-]\.[a-z]{2,4}$|:\/\/|\\/iu;

/** Longest caption, in characters: what is longer describes the picture for those who cannot see it. */
const longestCaption = 140;

/** What programs write where a description belongs. */
const filler =
  /^(?:(?:the |an? )?(?:alt(?:ernative)?(?: text)?|caption|image|picture|photo|img|screen ?shot|screen ?capture|figure|fig|diagram|graphic|logo|icon|slide|untitled|pasted image|bild|abbildung)\b[\s\d.:_()/x×|-]*(?:(?:at|um|from)\b[\s\d.:apm-]*)?|[^\p{L}]*)$/iu;

/** The words below a picture: its title, or a description that was written to be read. One that is missing has them in its box. */
export function captionOf(image: Image): readonly Phrasing[] {
  if (image.data?.isMissing) return [];
  const words = [image.title, image.alt].find((text) => text && isCaption(text.trim(), image.url));
  const position = image.position ? { position: image.position } : {};
  return words ? [{ type: 'text', value: words.replace(/\s+/gu, ' ').trim(), ...position }] : [];
}

/** Whether this is a description, and not a file's name, a size or what a program wrote. */
export function isCaption(text: string, url: string): boolean {
  if (text.length > longestCaption || filler.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (fileName.test(text)) return false;
  if (!/\s|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(text)) return false;
  return bare(text) !== bare(fileStem(url));
}

/**
 * A line with the names of those of its pictures that are not there, as words among its words. Where a name and what
 * stands beside it would be read as one word, a blank is between.
 */
export function nameMissing(
  nodes: readonly Phrasing[],
  isFound: (url: string) => boolean,
  link?: string,
): readonly Phrasing[] {
  const named = nodes.map((node) => withNames(node, isFound, link));
  if (named.every((node, at) => node === nodes[at])) return nodes;
  return named.flatMap((node, at): readonly Phrasing[] => {
    const before = named[at - 1];
    const isAsWritten = node === nodes[at] && before === nodes[at - 1];
    return !isAsWritten && before && isOneWord(before, node) ? [{ type: 'text', value: ' ' }, node] : [node];
  });
}

function withNames(node: Phrasing, isFound: (url: string) => boolean, link: string | undefined): Phrasing {
  if (node.type === 'image') return isFound(node.url) ? node : missingName(node, link);
  if (!('children' in node)) return node;
  const around = node.type === 'link' ? node.url : link;
  const children = nameMissing(node.children as Phrasing[], isFound, around);
  return children === node.children ? node : ({ ...node, children } as Phrasing);
}

function missingName(image: Image, link: string | undefined): Phrasing {
  const { text, kind } = missingLabel(image, link);
  const words: Phrasing = { type: 'text', value: text };
  const children: Phrasing[] =
    kind === 'file' ? [{ type: 'element', name: 'span', class: 'file', children: [words] }] : [words];
  return { type: 'element', name: 'span', class: 'picture-missing', children };
}

function isOneWord(before: Phrasing, node: Phrasing): boolean {
  return /[\p{L}\p{N}]$/u.test(plainText([before])) && /^[\p{L}\p{N}]/u.test(plainText([node]));
}

/** What names a picture that is not there: its description; where that says no more, the host that the link around it leads to, or its file. */
export function missingLabel(
  { alt, url }: Pick<Image, 'alt' | 'url'>,
  link?: string,
): { readonly text: string; readonly kind: 'words' | 'file' } {
  const words = (alt ?? '').replace(/\s+/gu, ' ').trim();
  const saysMore =
    words !== '' && !filler.test(words) && !fileName.test(words) && bare(words) !== bare(fileStem(url));
  if (saysMore) return { text: words, kind: 'words' };
  const [, host] = /^https?:\/\/(?:www\.)?([^/?#]+)/iu.exec(link ?? '') ?? [];
  if (host) return { text: host, kind: 'words' };
  const path = url.startsWith('data:') ? 'data:' : url.replace(/[?#].*$/su, '');
  return { text: path.split(/[\\/]/u).filter(Boolean).at(-1) ?? url, kind: 'file' };
}

function fileStem(url: string): string {
  const name =
    url
      .replace(/[?#].*$/su, '')
      .split(/[\\/]/u)
      .at(-1) ?? '';
  return decoded(name).replace(/\.\w+$/u, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A `%` that begins no code is a character like others.
    return text;
  }
}

/** Without punctuation, spaces and the numbers that exports add. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
