// Content that changes its shape changes its slide: a table, a picture, a quotation, many names
// or a long listing stands by itself, with the sentence that introduces it. `---` asks for a
// new slide.

import {
  attributionOf,
  columnsForCode,
  isDiagram,
  isGalleryBeside,
  isOnlyLink,
  isShortParagraph,
  isShownBeside,
  layouts,
  longestSource,
  onlyImages,
  pictureBlock,
  shapeOf,
} from '../../layouts/index.ts';
import { type Block, plainText } from '../../notes/index.ts';
import { isNames, mostItems } from './amount.ts';

/** Lines of code from which a listing stands by itself. */
const longListing = 8;

/** The blocks cut where the content changes shape. */
export function cutByShape(blocks: readonly Block[]): readonly (readonly Block[])[] {
  return stretchesOf(blocks).flatMap((stretch) =>
    isShownBeside(stretch) || isGalleryBeside(stretch) || isNames(stretch)
      ? [stretch]
      : joinGalleries(runsOf(stretch.flatMap(apart))),
  );
}

/** What stands between two rules. */
function stretchesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const stretches: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'thematicBreak') stretches.push([]);
    else stretches.at(-1)?.push(block);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: (readonly Block[])[] = [];
  let run: Block[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [at, block] of blocks.entries()) {
    const above = run.length === 0 ? runs.at(-1) : undefined;
    if (
      above &&
      (isRemark(blocks, at) || isWhoSaidIt(blocks, at) || isSaidBelow(above, block, blocks[at + 1]))
    )
      runs.push([...(runs.pop() ?? []), block]);
    else if (isLonePicture(blocks, at) && run.at(-1)?.type === 'list') {
      runs.push(...withPicture(run, block));
      run = [];
    } else if (standsAlone(block)) {
      const lead = takeLead(run, block);
      close();
      runs.push([...lead, block]);
    } else run.push(block);
  }
  close();
  return runs;
}

/** One picture, and not the first of several. */
export function isLonePicture(blocks: readonly Block[], at: number): boolean {
  const [block, after] = [blocks[at], blocks[at + 1]];
  return block !== undefined && isPictures(block) && !(after && isPictures(after));
}

/** A picture stays with the bullet it follows: beside or below all that comes before where that is little, else with the last bullet. */
export function withPicture(run: readonly Block[], picture: Block): readonly (readonly Block[])[] {
  if (goWithPicture([...run, picture])) return [[...run, picture]];
  const last = run.at(-1);
  if (last?.type !== 'list') return [run, [picture]];
  const [items, item] = [last.children.slice(0, -1), last.children.at(-1)];
  const number = last.ordered ? { start: (last.start ?? 1) + items.length } : {};
  const own: Block = { ...last, ...number, children: item ? [item] : [] };
  if (!goWithPicture([own, picture])) return [run, [picture]];
  const rest = [...run.slice(0, -1), ...(items.length > 0 ? [{ ...last, children: items }] : [])];
  return [...(rest.length > 0 ? [rest] : []), [own, picture]];
}

function goWithPicture(blocks: readonly Block[]): boolean {
  return isShownBeside(blocks) || layouts.image.score({ title: '', role: 'talk', blocks }) !== undefined;
}

/** The line below a quotation that names its source. */
function isWhoSaidIt(blocks: readonly Block[], at: number): boolean {
  const [before, block] = [blocks[at - 1], blocks[at]];
  return before?.type === 'blockquote' && block?.type === 'paragraph' && attributionOf(block) !== undefined;
}

/** The line below a table, a listing or a diagram: its source, or what it says. */
function isSaidBelow(above: readonly Block[], block: Block, after: Block | undefined): boolean {
  const drawn = above.at(-1);
  const isSaid = drawn?.type === 'paragraph' && above.some(({ type }) => type === 'table' || type === 'code');
  if (drawn?.type !== 'table' && drawn?.type !== 'code') return isSaid && isOnlyLink(block);
  if (isOnlyLink(block)) return true;
  if (block.type !== 'paragraph' || /[:：]\s*$/u.test(plainText([block]))) return false;
  const isBeforeDrawing = after !== undefined && standsAlone(after);
  if (!isShortParagraph(block, longestSource)) return !isBeforeDrawing && hasRoomFor(above, block);
  return after?.type === 'heading' || isBeforeDrawing || !(after && isShortParagraph(after));
}

/** Height of a slide below its title, of a row of code as small as it may be, and of a line of words beside it, px; and the letters of such a line. */
const beside = { height: 440, row: 23, line: 38, letters: 72 } as const;

/** Most letters of a remark that stands below a listing. */
const longestRemark = 300;

/** Whether a listing, with what introduces it, leaves room for a remark. */
function hasRoomFor(above: readonly Block[], remark: Block): boolean {
  if (!isShortParagraph(remark, longestRemark)) return false;
  const rows = above.reduce((sum, block) => sum + rowsOf(block), 0);
  const lines = [...above, remark].reduce(
    (sum, block) => sum + (block.type === 'paragraph' ? linesOf(block) : 0),
    0,
  );
  return rows > 0 && rows * beside.row + lines * beside.line <= beside.height;
}

/** Rows that the lines of a listing take, in its columns. */
function rowsOf(block: Block): number {
  if (block.type !== 'code') return 0;
  const rows = Math.ceil(block.value.split('\n').length / columnsForCode(block));
  return isDiagram(block) ? 0 : rows;
}

function linesOf(block: Block): number {
  return Math.ceil(plainText([block]).length / beside.letters);
}

/** A listing that fills a slide as small as it may be: with more than its title above it, it would be cut. */
function fillsSlide(block: Block, lead: Block): boolean {
  const height = rowsOf(block) * beside.row;
  return height <= beside.height && height + linesOf(lead) * beside.line > beside.height;
}

/** The last blocks of a run that introduce what follows: a sub-heading, a short sentence. They leave the run. */
function takeLead(run: Block[], block: Block): Block[] {
  const { type } = block;
  const lead: Block[] = [];
  const last = run.at(-1);
  if (
    last &&
    isShortParagraph(last) &&
    !(run.length > 1 && fillsSlide(block, last)) &&
    (run.length === 1 ||
      type === 'list' ||
      run.at(-2)?.type === 'heading' ||
      /[:：]\s*$/u.test(plainText([last])))
  ) {
    lead.unshift(...run.splice(-1));
  }
  if (run.at(-1)?.type === 'heading') lead.unshift(...run.splice(-1));
  return lead;
}

function standsAlone(block: Block): boolean {
  switch (block.type) {
    case 'table':
    case 'blockquote':
      return true;
    case 'list':
      return block.children.length > mostItems && isNames([block]);
    case 'code':
      return block.value.split('\n').length >= longListing || isDiagram(block);
    default:
      return isPictures(block);
  }
}

// A picture and the few words about it are one thing, and so are pictures that follow one another.

/** Most pictures on one slide. */
const most = 6;

/** A paragraph that is one picture, or several. Icons stand among the words, and so does the place of one that is missing. */
function isPictures(block: Block): boolean {
  const images = onlyImages(block);
  if (images.some(({ data }) => data?.isMissing)) return false;
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
function isRemark(blocks: readonly Block[], at: number): boolean {
  const [first, before, block, after] = [blocks[0], blocks[at - 1], blocks[at], blocks[at + 1]];
  if (!first || !before || !block || !isPictures(first) || !isPictures(before)) return false;
  if (isPictures(block) || !isShortParagraph(block) || /[:：]\s*$/u.test(plainText([block]))) return false;
  return after === undefined || isPictures(after);
}

/** Runs with those that are pictures one after the other put together, as evenly as can be. */
function joinGalleries(runs: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
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
