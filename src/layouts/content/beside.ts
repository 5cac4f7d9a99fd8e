// One picture, and the text that stands at its side.
import type { Image } from 'mdast';
import type { Block } from '../../notes/index.ts';
import type { Box } from '../layout.ts';
import { captioned, fullFrame } from './frames.ts';
import { loneImage, shapeOf } from './pictures.ts';
import { letters } from './shape.ts';

/** Most letters that can be read beside a picture without taking its place. */
const longest = 420;

export interface Beside {
  readonly image: Image;
  readonly text: readonly Block[];
  /** Which of them comes first in the notes. */
  readonly first: 'image' | 'text';
}

/** The parts, when there is one picture, first or last, and text besides. */
export function readBeside(blocks: readonly Block[]): Beside | undefined {
  const pictures = blocks.filter((block) => loneImage(block));
  const [only] = pictures;
  const image = only && loneImage(only);
  if (!image || pictures.length > 1 || blocks.length < 2) return undefined;
  const at = blocks.indexOf(only);
  if (at > 0 && at < blocks.length - 1) return undefined;
  return { image, text: blocks.filter((block) => block !== only), first: at === 0 ? 'image' : 'text' };
}

/** Is the picture tall enough, and the text short enough and plain, for both to stand side by side? */
export function suitsBeside({ image, text }: Beside): boolean {
  if (shapeOf(image) !== 'tall' || letters(text) > longest) return false;
  return text.every(({ type }) => type === 'paragraph' || type === 'list' || type === 'heading');
}

/** Are these blocks one tall picture and its few words, and nothing else? */
export function isShownBeside(blocks: readonly Block[]): boolean {
  const beside = readBeside(blocks);
  return beside !== undefined && suitsBeside(beside);
}

/** The picture has half the width, or less when it is much taller than wide. */
export function besideBox({ image, text }: Beside, side: 'left' | 'right'): Box {
  const { width, height } = image.data?.size ?? { width: 1, height: 1 };
  const share = width < 0.8 * height ? 2 : 3;
  const picture = captioned(image, fullFrame(image));
  const words: Box = { kind: 'flow', class: 'text', style: 'body', blocks: text };
  return {
    kind: 'row',
    class: 'beside',
    gap: 'column',
    widths: side === 'left' ? [share, 3] : [3, share],
    boxes: side === 'left' ? [picture, words] : [words, picture],
  };
}
