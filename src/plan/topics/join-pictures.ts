// A picture and the few words about it are one thing, and so are pictures that follow one another.
import { isShortParagraph, onlyImages, pictureBlock, shapeOf } from '../../layouts/index.ts';
import { type Block, plainText } from '../../notes/index.ts';

/** Most pictures on one slide. */
const most = 6;

/** A paragraph that is one picture, or several. Icons stand among the words. */
export function isPictures(block: Block): boolean {
  const images = onlyImages(block);
  const [only, ...others] = images;
  if (only && others.length === 0) return shapeOf(only) !== 'small';
  return images.length > 1 && images.every(isLarge);
}

/** Pictures of one paragraph as paragraphs of their own, so that they can be shared out. */
export function apart(block: Block): readonly Block[] {
  return isPictures(block) ? onlyImages(block).map(pictureBlock) : [block];
}

/**
 * Is the block a sentence about the picture above it? It is when pictures come first here, each
 * with a sentence below; where words come first they introduce what follows.
 */
export function isRemark(blocks: readonly Block[], at: number): boolean {
  const [first, before, block, after] = [blocks[0], blocks[at - 1], blocks[at], blocks[at + 1]];
  if (!first || !before || !block || !isPictures(first) || !isPictures(before)) return false;
  if (isPictures(block) || !isShortParagraph(block) || /[:：]\s*$/u.test(plainText([block]))) return false;
  return after === undefined || isPictures(after);
}

/** Runs with those that are pictures one after the other put together, as evenly as can be. */
export function joinGalleries(runs: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const joined: (readonly Block[])[] = [];
  for (let from = 0; from < runs.length; ) {
    let to = from + 1;
    if (isGallery(runs[from]?.at(-1))) while (to < runs.length && isOnlyGallery(runs[to])) to += 1;
    joined.push(...inEqualParts(runs.slice(from, to)));
    from = to;
  }
  return joined;
}

function isOnlyGallery(run: readonly Block[] | undefined): boolean {
  return run?.length === 1 && isGallery(run[0]);
}

function isGallery(block: Block | undefined): boolean {
  const images = block ? onlyImages(block) : [];
  return images.length > 0 && images.every(isLarge);
}

function isLarge(image: Parameters<typeof shapeOf>[0]): boolean {
  return ['wide', 'tall'].includes(shapeOf(image));
}

function inEqualParts(runs: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const pictures = runs.flat().reduce((sum, block) => sum + onlyImages(block).length, 0);
  const parts = Math.ceil(Math.max(1, pictures) / most);
  const length = Math.ceil(runs.length / parts);
  return Array.from({ length: Math.ceil(runs.length / length) }, (_, part) =>
    runs.slice(part * length, (part + 1) * length).flat(),
  );
}
