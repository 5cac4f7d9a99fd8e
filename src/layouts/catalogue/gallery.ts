import type { Image } from 'mdast';
import {
  captioned,
  isGalleryBeside,
  isShortParagraph,
  mayFill,
  onlyImages,
  shapeOf,
} from '../content/index.ts';
import type { Box, Content, FrameName, Layout, RowBox } from '../layout.ts';

/** Most pictures that can be told apart on one slide. */
const most = 6;

/** Pictures side by side, each with its caption. */
export const gallery: Layout = {
  name: 'gallery',
  purpose: 'two to six pictures side by side, each with its caption',
  slots: ['intro', 'picture', 'picture-caption'],
  overflow: 'flow',
  largest: 'md',
  score: ({ blocks }) => {
    const pictures = picturesOf(blocks);
    const count = pictures.length;
    if (isGalleryBeside(blocks)) return { score: 0.87, reason: 'a few bullets with the pictures among them' };
    if (!pictures.every((image) => ['wide', 'tall'].includes(shapeOf(image)))) return undefined;
    if (count < 2 || count > most || textOf(blocks).length > 1) return undefined;
    if (!textOf(blocks).every((block) => isShortParagraph(block))) return undefined;
    return { score: 0.88, reason: `${numbers[count]} pictures to be seen together` };
  },
  isFor: ({ blocks }) => picturesOf(blocks).length > 1,
  arrange: ({ blocks }: Content): Box => {
    const pictures = picturesOf(blocks);
    const text = textOf(blocks);
    if (pictures.length === 0) return { kind: 'flow', class: 'intro', style: 'body', blocks };
    if (isGalleryBeside(blocks)) return besidePictures(text, pictures);
    const rows = inRows(pictures, text.length > 0 ? 'shared' : 'captioned');
    const intro: Box = { kind: 'flow', class: 'intro', style: 'body', blocks: text };
    const boxes = text.length > 0 ? [intro, ...rows] : rows;
    return { kind: 'stack', class: 'pictures', gap: 'medium', boxes };
  },
};

/** The words at the left, the pictures in one row or two beside them. */
function besidePictures(text: Content['blocks'], pictures: readonly Image[]): Box {
  const rows = inRows(pictures, 'captioned');
  const gallery: Box = { kind: 'stack', class: 'pictures', gap: 'medium', boxes: rows };
  const words: Box = { kind: 'flow', class: 'intro', style: 'body', paddingTop: 'small', blocks: text };
  return { kind: 'row', class: 'gallery-beside', gap: 'column', widths: [1, 3], boxes: [words, gallery] };
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

function picturesOf(blocks: Content['blocks']): readonly Image[] {
  return blocks.flatMap((block) => [...onlyImages(block)]);
}

function textOf(blocks: Content['blocks']): Content['blocks'] {
  return blocks.filter((block) => onlyImages(block).length === 0);
}

/** Width by height of a picture's field, by the pictures in a row and the number of rows. */
const shapes: Readonly<Record<string, number>> = { '2/1': 1.3, '3/1': 0.86, '2/2': 3.1, '3/2': 2 };

/** Up to three in one row, more in rows of equal fields; what the last row lacks stays free. */
function inRows(pictures: readonly Image[], alone: FrameName): readonly RowBox[] {
  const rows = pictures.length <= 3 ? 1 : Math.ceil(pictures.length / 3);
  const length = Math.ceil(pictures.length / rows);
  const shape = shapes[`${length}/${rows}`] ?? 1;
  return Array.from({ length: rows }, (_, row) => {
    const shown = pictures.slice(row * length, (row + 1) * length);
    return {
      kind: 'row',
      class: 'pictures-row',
      gap: 'medium',
      widths: Array.from({ length }, () => 1),
      boxes: shown.map((image) =>
        captioned(
          image,
          rows > 1 ? 'half' : alone,
          `picture filled ${mayFill(image, shape) ? 'cropped' : 'whole'}`,
        ),
      ),
    };
  });
}
