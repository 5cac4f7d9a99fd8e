import type { Paragraph } from 'mdast';
import type { Block } from '../../notes/index.ts';
import {
  captioned,
  type DrawingWithText,
  drawingBox,
  drawingWithTextBox,
  fullFrame,
  loneImage,
  readDrawingWithText,
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
