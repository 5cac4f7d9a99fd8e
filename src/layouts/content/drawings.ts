// One picture or drawing, alone or with the few words that stand beside, above or below it.
import type { Image } from 'mdast';
import type { Block } from '../../notes/index.ts';
import type { Box, FlowBox, FrameName } from '../layout.ts';
import { isShortParagraph, textLength } from './items.ts';
import { captionOf, loneImage, mayFill, onlyImages, pictureBlock, shapeOf } from './pictures.ts';

/** A picture as large as the frame allows, with its caption below. The frame has to leave room for that. */
export function captioned(image: Image, frame: FrameName, name = 'picture'): Box {
  const picture: Box = { kind: 'flow', class: name, style: 'body', frame, blocks: [pictureBlock(image)] };
  const caption = captionOf(image);
  if (caption.length === 0) return picture;
  return {
    kind: 'stack',
    class: 'captioned',
    gap: 'small',
    boxes: [picture, { kind: 'line', class: 'picture-caption', style: 'caption', content: caption }],
  };
}

/** The frame of a picture that has the whole height: less when there is a caption. */
export function fullFrame(image: Image): FrameName {
  return captionOf(image).length > 0 ? 'captioned' : 'full';
}

/** Most characters that can be read beside a picture without making it small. */
const longestBeside = 420;

export interface PictureWithText {
  readonly image: Image;
  readonly text: readonly Block[];
  /** Which of them comes first in the notes. */
  readonly first: 'image' | 'text';
}

/** The parts, when there is one picture, first or last, and text besides. */
export function readPictureWithText(blocks: readonly Block[]): PictureWithText | undefined {
  const pictures = blocks.filter((block) => loneImage(block));
  const [only] = pictures;
  const image = only && loneImage(only);
  if (!image || pictures.length > 1 || blocks.length < 2) return undefined;
  const at = blocks.indexOf(only);
  if (at > 0 && at < blocks.length - 1) return undefined;
  return { image, text: blocks.filter((block) => block !== only), first: at === 0 ? 'image' : 'text' };
}

/** Whether the picture is tall enough, and the text short enough and plain, for both to stand side by side. */
export function fitsBeside({ image, text }: PictureWithText): boolean {
  if (textLength(text) > longestBeside) return false;
  if (shapeOf(image) !== 'tall' && !(isPhotograph(image) && text.every(({ type }) => type === 'list')))
    return false;
  return text.every(({ type }) => type === 'paragraph' || type === 'list' || type === 'heading');
}

/** Up to this share of its height a picture is as wide as photographs and screens are: it can stand beside a list, whose lines are short. */
const widestPhotograph = 1.8;

function isPhotograph(image: Image): boolean {
  const { width, height } = image.data?.size ?? { width: 0, height: 0 };
  return shapeOf(image) === 'wide' && width <= height * widestPhotograph;
}

/** Whether these blocks are one tall picture and its few words, and nothing else. */
export function isShownBeside(blocks: readonly Block[]): boolean {
  const beside = readPictureWithText(blocks);
  return beside !== undefined && fitsBeside(beside);
}

/** Most letters of bullets that pictures stand beside, two of which at least, and the most pictures. */
const besideGallery = { letters: 160, least: 2, most: 4 } as const;

/** Whether these blocks are a few bullets with pictures among them: all stand on one slide, the pictures beside the words. */
export function isGalleryBeside(blocks: readonly Block[]): boolean {
  const pictures = blocks.flatMap((block) => onlyImages(block));
  const words = blocks.filter((block) => onlyImages(block).length === 0);
  if (pictures.length < besideGallery.least || pictures.length > besideGallery.most) return false;
  // Bullets with all pictures below them are a list and a gallery.
  if (pictures.some((image) => shapeOf(image) === 'small') || words.length < 2) return false;
  return words.every(isFlatList) && words[0] === blocks[0] && textLength(words) <= besideGallery.letters;
}

function isFlatList(block: Block): boolean {
  return (
    block.type === 'list' &&
    block.children.every(
      ({ children: [only, ...others] }) => only?.type === 'paragraph' && others.length === 0,
    )
  );
}

/** Width by height of the field beside text, to the edges of the slide: of half of it, and of two fifths. */
const besideShapes = { 3: 1.14, 2: 0.92 } as const;

/**
 * The picture has half the slide to its edges, or less when it is much taller than wide. What is said stands on the floor
 * beside it, the caption below that.
 */
export function besideBox({ image, text }: PictureWithText, side: 'left' | 'right'): Box {
  const { width, height } = image.data?.size ?? { width: 1, height: 1 };
  const share = width < 0.8 * height ? 2 : 3;
  const picture: Box = {
    kind: 'flow',
    class: `picture filled ${mayFill(image, besideShapes[share]) ? 'cropped' : 'whole'}`,
    style: 'body',
    frame: 'full',
    blocks: [pictureBlock(image)],
  };
  const caption = captionOf(image);
  const words: Box = {
    kind: 'stack',
    class: 'said',
    gap: 'medium',
    boxes: [
      { kind: 'flow', class: 'text', style: 'body', paddingTop: 'small', blocks: text },
      ...(caption.length > 0
        ? [{ kind: 'line', class: 'picture-caption', style: 'caption', content: caption } as const]
        : []),
    ],
  };
  return {
    kind: 'row',
    class: 'beside',
    gap: 'column',
    widths: side === 'left' ? [share, 3] : [3, share],
    boxes: side === 'left' ? [picture, words] : [words, picture],
  };
}

/** Most characters that leave the drawing its room. */
const longestShared = 200;

export interface DrawingWithText<T extends Block> {
  readonly before: readonly Block[];
  readonly drawing: T;
  readonly after: readonly Block[];
}

/** The parts of blocks that are one drawing with a heading or a sentence; undefined for anything else. */
export function readDrawingWithText<T extends Block>(
  blocks: readonly Block[],
  isDrawing: (block: Block) => block is T,
): DrawingWithText<T> | undefined {
  const drawings = blocks.filter(isDrawing);
  const [drawing] = drawings;
  if (!drawing || drawings.length > 1 || blocks.length > 3) return undefined;
  const text = blocks.filter((block) => block !== drawing);
  if (!text.every((block) => block.type === 'heading' || isShortText(block))) return undefined;
  const at = blocks.indexOf(drawing);
  return { before: blocks.slice(0, at), drawing, after: blocks.slice(at + 1) };
}

/** A sentence, as a paragraph or as the only bullet of a list. */
function isShortText(block: Block): boolean {
  if (block.type !== 'list') return isShortParagraph(block, longestShared);
  const [only, ...others] = block.children;
  return (
    only !== undefined &&
    others.length === 0 &&
    only.children.every((child) => isShortParagraph(child, longestShared))
  );
}

/** The words above or below the drawing, as they stand in the notes. */
export function drawingWithTextBox(
  { before, after }: Omit<DrawingWithText<Block>, 'drawing'>,
  drawing: Box,
): Box {
  if (before.length + after.length === 0) return drawing;
  const text = (blocks: readonly Block[]): Box[] =>
    blocks.length > 0 ? [{ kind: 'flow', class: 'text', style: 'body', blocks }] : [];
  return { kind: 'stack', class: 'shared', gap: 'medium', boxes: [...text(before), drawing, ...text(after)] };
}

/** The frame for what is drawn to fill it. */
export function drawingBox(name: string, { before, drawing, after }: DrawingWithText<Block>): FlowBox {
  const frame: FrameName = before.length + after.length > 0 ? 'shared' : 'full';
  return { kind: 'flow', class: name, style: 'body', frame, blocks: [drawing] };
}
