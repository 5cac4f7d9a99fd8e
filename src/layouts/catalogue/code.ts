import type { Code } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import { countWords } from '../compositions/lengths.ts';
import { blocksOfType, isDiagram, isOnlyLink, isShortParagraph } from '../content/index.ts';
import type { BodySize, Box, Content, Layout } from '../layout.ts';
import { type ListingColumns, listingColumns, startCost } from './listing-columns.ts';

/** Code, alone or with a sentence about it. */
export const code: Layout = {
  name: 'code',
  purpose: 'a block of code, with a sentence about it',
  slots: ['note', 'content'],
  overflow: 'flow',
  largest,
  fills: 'whole',
  score: ({ blocks }) => {
    const listings = blocksOfType(blocks, 'code');
    const links = blocks.filter(isOnlyLink).length;
    if (listings.length === 0 || blocks.length - links > listings.length * 2 + 1) return undefined;
    if (listings.some(isDiagram)) return undefined;
    if (!blocks.every((block) => block.type === 'code' || isNote(block))) return undefined;
    return {
      score: 0.8,
      reason: listings.length === 1 ? 'a block of code' : `${listings.length} blocks of code`,
    };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'code').length > 0,
  arrange: (content) => {
    const { blocks } = content;
    const [only, ...others] = blocksOfType(blocks, 'code');
    if (!only || others.length > 0) return { kind: 'flow', class: 'content', style: 'body', blocks };
    const at = blocks.indexOf(only);
    const before = blocks.slice(0, at);
    const isLast = at === blocks.length - 1;
    const isBeside = before.length > 0 && isLast && isShortNote(before);
    if (isBeside && isNarrow(only) && !isLong(only)) return besideNote(before, only);
    const after = blocks.slice(at + 1);
    const columns = columnsOf(content, only, before, after);
    const link = columns.ends.length > 1 && isLinkBelow(after) ? after : [];
    return {
      kind: 'stack',
      class: 'listing',
      gap: 'medium',
      boxes: [...notes(before), fieldBox(only, columns, link), ...notes(after.slice(link.length))],
    };
  },
};

/** Letters of what is said above or below a listing. */
const longestNote = 300;

function isNote(block: Block): boolean {
  return block.type === 'heading' || isShortParagraph(block, longestNote);
}

/** The parts of one listing are set alike, and so are its columns. */
function largest({ blocks }: Content): BodySize {
  const isParted = blocksOfType(blocks, 'code').some(
    (listing) => listing.data?.firstLine !== undefined || (isNarrow(listing) && isLong(listing)),
  );
  return isParted ? 'lg' : 'xxl';
}

/** Most letters of a link that stands in a column. */
const briefLink = 36;

function isLinkBelow(blocks: readonly Block[]): boolean {
  const [only, ...others] = blocks;
  return (
    others.length === 0 && only !== undefined && isOnlyLink(only) && plainText([only]).length <= briefLink
  );
}

/** The columns of the one listing between what is said above and below it. A marked line goes across the whole field. */
function columnsOf(
  { isPart }: Content,
  listing: Code,
  before: readonly Block[],
  after: readonly Block[],
): ListingColumns {
  if (hasMarkedLines(listing)) return { widths: [1], ends: [listing.value.split('\n').length] };
  const isBelow = isLinkBelow(after);
  if (isPart) return evenColumns(listing, isBelow ? rowsOfLink : 0);
  const noted = plainText(isBelow ? before : [...before, ...after]).length;
  return listingColumns(listing, noted, isBelow ? plainText(after).length : 0);
}

/** The listing on its field; a link below it, where there is one, stands below the last of its columns. */
function fieldBox(listing: Code, columns: ListingColumns, link: readonly Block[]): Box {
  const box = (part: Code, name: string): Box => ({
    kind: 'flow',
    class: name,
    style: 'body',
    paddingTop: 'small',
    blocks: [inField(part)],
  });
  if (columns.ends.length < 2) return box(listing, 'content');
  const boxes = columnParts(listing, columns).map((part) => box(part, 'column-of-code'));
  const last = boxes.slice(-1);
  return {
    kind: 'row',
    class: 'content',
    gap: 'column',
    widths: columns.widths,
    boxes:
      link.length === 0
        ? boxes
        : [
            ...boxes.slice(0, -1),
            { kind: 'stack', class: 'with-link', gap: 'small', boxes: [...last, ...notes(link)] },
          ],
  };
}

/** Lines of code that are as high as a link and the gap above it. */
const rowsOfLink = 3;

/** Characters of the longest line of a listing that leaves half of the slide empty. */
const narrowLine = 30;

function isNarrow({ value }: Code): boolean {
  return value.split('\n').every((line) => line.length <= narrowLine);
}

/** More lines than stand one below the other as large as they can be read from the last row. */
const mostLines = 12;

function isLong({ value }: Code): boolean {
  return value.split('\n').length > mostLines;
}

/** A marked line goes across the whole field. */
function hasMarkedLines({ lang, meta }: Code): boolean {
  return /\{[\d\s,-]+\}/.test(`${lang ?? ''} ${meta ?? ''}`);
}

/** From so many lines on a listing of lines this long stands in three columns. */
const three = { lines: 31, longest: 26 } as const;

/** In how many columns the lines of a listing stand beside one another. */
export function columnsForCode({ value }: Pick<Code, 'value'>): 1 | 2 | 3 {
  const lines = value.split('\n');
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest > narrowLine || lines.length <= mostLines) return 1;
  return lines.length >= three.lines && longest <= three.longest ? 3 : 2;
}

/** How far from its even place a column may end, as a share of all lines: a taller one would set all smaller, or on more slides. */
const nearEven = 0.08;

/** A listing that is being cut for its amount in columns of one width, cut near their even places where its lines are set in least. */
function evenColumns(listing: Code, below: number): ListingColumns {
  const lines = listing.value.split('\n');
  const count = columnsForCode(listing);
  const ends = Array.from({ length: count - 1 }, (_, at) => {
    const even = ((at + 1) * (lines.length + below)) / count;
    const most = (2 * nearEven * lines.length) / count;
    const near = { best: 0, cost: Number.POSITIVE_INFINITY };
    for (let place = Math.ceil(even - most); place <= even + most; place += 1) {
      const off = Math.abs(place - even);
      if (off >= near.cost) continue;
      const cost = startCost(lines, place) + off;
      if (cost < near.cost) Object.assign(near, { best: place, cost });
    }
    return near.best;
  });
  return { widths: Array.from({ length: count }, () => 1), ends: [...ends, lines.length] };
}

/** The lines of each column, counted on. */
function columnParts(listing: Code, { ends }: ListingColumns): readonly Code[] {
  const lines = listing.value.split('\n');
  const first = listing.data?.firstLine ?? 1;
  return ends.map((to, at) => {
    const from = ends[at - 1] ?? 0;
    const data = { ...listing.data, firstLine: first + from };
    return { ...listing, value: lines.slice(from, to).join('\n'), data };
  });
}

/** Most words of a note that stands in a third of the slide. */
const shortNote = 32;

function isShortNote(blocks: readonly Block[]): boolean {
  return countWords(plainText(blocks)) <= shortNote;
}

/** What is said of a narrow listing at the left, the listing on its field from there to the edge of the slide. */
function besideNote(note: readonly Block[], listing: Code): Box {
  return {
    kind: 'row',
    class: 'listing-beside',
    gap: 'column',
    widths: [1, 2],
    boxes: [
      { kind: 'flow', class: 'note', style: 'note', paddingTop: 'small', blocks: note },
      { kind: 'flow', class: 'content', style: 'body', paddingTop: 'small', blocks: [inField(listing)] },
    ],
  };
}

/** From so many lines on they have numbers, so that a listener can ask about one. */
const fewestNumbered = 4;

/** The field around the listing has its own room above and below. */
function inField(listing: Code): Code {
  const isNumbered =
    listing.data?.firstLine === undefined && listing.value.split('\n').length >= fewestNumbered;
  return {
    ...listing,
    data: { ...listing.data, ...(isNumbered && { firstLine: 1 }), isInField: true },
  };
}

function notes(blocks: readonly Block[]): readonly Box[] {
  return blocks.length === 0 ? [] : [{ kind: 'flow', class: 'note', style: 'note', blocks }];
}
