// What stands above the first heading and is no text of the talk: a way back, badges, a table of contents.
import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import { isContents } from '../agenda.ts';
import type { Block } from '../block.ts';
import { plainText } from '../plain-text.ts';
import { readMeaning, type TitleFields } from './title-patterns.ts';

interface Leading {
  readonly fields: TitleFields;
  /** Lines for the title slide. */
  readonly details: readonly Block[];
  /** Badges, a logo, tags: for those who read the file. */
  readonly pictures: readonly Block[];
  /** A table of contents: it belongs below the title. */
  readonly contents: readonly RootContent[];
  readonly rest: readonly RootContent[];
}

/** Takes such blocks, as far as they reach. A line in bold that says whose talk it was is none of the headings. */
export function readLeading(blocks: readonly RootContent[], source: Source): Leading {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [plainText(block.children)] : []));
  const details: Block[] = [];
  const pictures: Block[] = [];
  const contents: RootContent[] = [];
  let fields: TitleFields = {};
  let taken = 0;
  for (const block of blocks) {
    const credit = fields.speaker ? undefined : creditOf(block, source);
    if (credit) fields = credit;
    else if (block.type === 'paragraph' && (isPicture(block) || isFiling(block))) pictures.push(block);
    else if (block.type === 'paragraph' && isPointer(block, source)) details.push(block);
    else if (contents.length === 0 && isContents([block as Block], headings)) contents.push(block);
    else if (block.type !== 'thematicBreak') break;
    taken += 1;
  }
  const rest = blocks.slice(taken);
  const isAboveHeading = rest[0]?.type === 'heading' || fields.speaker !== undefined;
  return isAboveHeading
    ? { fields, details, pictures, contents, rest }
    : { fields: {}, details: [], pictures: [], contents: [], rest: blocks };
}

/** "Based on a talk by Ada Lovelace", as a line or in bold. */
function creditOf(block: RootContent, source: Source): TitleFields | undefined {
  if (block.type !== 'paragraph' && !isBoldLine(block, source)) return undefined;
  if (!/^\W*(?:based|notes?|summary|adapted|slides)\b/i.test(plainText(block.children))) return undefined;
  const meaning = readMeaning(block.children, 'line', source);
  return typeof meaning === 'object' && meaning.speaker ? meaning : undefined;
}

function isBoldLine(block: RootContent, source: Source): block is Heading {
  return block.type === 'heading' && source.text[block.position?.start.offset ?? 0] !== '#';
}

/** Links, or pictures that are links, and nothing else. */
function isPointer({ children }: Paragraph, source: Source): boolean {
  return readMeaning(children, 'line', source) === 'detail';
}

/** Notes without the tags that they end with. */
export function partTags(blocks: readonly RootContent[]): readonly [RootContent[], Block[]] {
  const last = blocks.at(-1);
  const hasTags = last?.type === 'paragraph' && blocks.length > 1 && isFiling(last);
  return hasTags ? [blocks.slice(0, -1), [last]] : [[...blocks], []];
}

/** Tags and numbers that a program files its notes by. */
function isFiling(block: Paragraph): boolean {
  return /^(?=[\d#])(?:\d{8,14}\s*)?(?:#[\p{L}\p{N}_/-]+[\s,]*)*$/u.test(plainText([block]));
}

function isPicture({ children }: Paragraph): boolean {
  return children.every(
    (child) =>
      child.type === 'image' ||
      (child.type === 'link' && child.children.every(({ type }) => type === 'image')) ||
      (child.type === 'text' && child.value.trim() === '') ||
      child.type === 'break',
  );
}
