import type { Paragraph } from 'mdast';
import type { Block } from '../../notes/index.ts';
import {
  besideBox,
  captioned,
  type DrawingWithText,
  drawingBox,
  drawingWithTextBox,
  fitsBeside,
  fullFrame,
  loneImage,
  readDrawingWithText,
  readPictureWithText,
  shapeOf,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** A picture as large as the slide allows, with its caption. */
export const image: Layout = {
  name: 'image',
  purpose: 'a picture as large as the slide allows, with its caption',
  slots: ['text', 'picture', 'picture-caption'],
  overflow: 'flow',
  largest: 'md',
  score: ({ blocks }) => {
    const parts = readDrawingWithText(blocks, isPicture);
    if (parts && isIconOfList(parts)) return undefined;
    return parts && { score: 0.85, reason: reasonFor(parts) };
  },
  isFor: ({ blocks }) => blocks.some(isPicture),
  arrange: ({ blocks }: Content): Box => {
    const parts = readDrawingWithText(blocks, isPicture);
    const picture = parts && loneImage(parts.drawing);
    if (!parts || !picture) return { kind: 'flow', class: 'text', style: 'body', blocks };
    if (blocks.length === 1) return captioned(picture, fullFrame(picture));
    return drawingWithTextBox(parts, drawingBox('picture', parts));
  },
};

/** A small picture below a list belongs to its last line, and does not ask for room. */
function isIconOfList({ before, drawing, after }: DrawingWithText<Paragraph>): boolean {
  const picture = loneImage(drawing);
  const hasList = [...before, ...after].some(({ type }) => type === 'list');
  return hasList && picture !== undefined && shapeOf(picture) === 'small';
}

function isPicture(block: Block): block is Paragraph {
  return loneImage(block) !== undefined;
}

function reasonFor({ before, drawing, after }: DrawingWithText<Paragraph>): string {
  if (before.length + after.length > 0) return 'a picture with the words that go with it';
  const picture = loneImage(drawing);
  const isWide = picture && shapeOf(picture) === 'wide';
  return isWide ? 'a wide picture that wants the whole slide' : 'a picture by itself';
}

/** A tall picture at the left, its text at the other side. */
export const imageLeft: Layout = pictureAt(
  'left',
  'image',
  'the picture comes first, and its few words stand beside it',
);

/** A tall picture at the right, its text at the other side. */
export const imageRight: Layout = pictureAt(
  'right',
  'text',
  'the words come first, and the picture that shows them stands beside',
);

/** The side is that of the notes' order: what comes `first` stands at the left. */
function pictureAt(side: 'left' | 'right', first: 'image' | 'text', reason: string): Layout {
  return {
    name: `image-${side}`,
    purpose: `a tall or square picture at the ${side}, with a short text beside it`,
    slots: ['picture', 'picture-caption', 'text'],
    overflow: 'whole',
    largest: 'xxl',
    fills: 'whole',
    score: ({ blocks }) => {
      const beside = readPictureWithText(blocks);
      if (!beside || !fitsBeside(beside)) return undefined;
      if (beside.first !== first) return { score: 0.8, reason: 'a tall picture with few words' };
      return { score: 0.88, reason };
    },
    isFor: ({ blocks }) => readPictureWithText(blocks) !== undefined,
    arrange: ({ blocks }: Content): Box => {
      const beside = readPictureWithText(blocks);
      return beside ? besideBox(beside, side) : { kind: 'flow', class: 'text', style: 'body', blocks };
    },
  };
}
