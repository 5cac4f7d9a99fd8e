import type { Code } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import { countWords } from '../compositions/lengths.ts';
import { blocksOfType, isDiagram, isIntroduction } from '../content/index.ts';
import type { BodySize, Box, Content, Layout } from '../layout.ts';

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
    if (listings.length === 0 || blocks.length > listings.length * 2 + 1) return undefined;
    if (listings.some(isDiagram)) return undefined;
    if (!blocks.every((block) => block.type === 'code' || isIntroduction(block))) return undefined;
    return {
      score: 0.8,
      reason: listings.length === 1 ? 'a block of code' : `${listings.length} blocks of code`,
    };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'code').length > 0,
  arrange: ({ blocks }) => {
    const [only, ...others] = blocksOfType(blocks, 'code');
    if (!only || others.length > 0) return { kind: 'flow', class: 'content', style: 'body', blocks };
    const at = blocks.indexOf(only);
    const before = blocks.slice(0, at);
    const isLast = at === blocks.length - 1;
    const isBeside = before.length > 0 && isLast && isShortNote(before);
    if (isBeside && isNarrow(only) && !isLong(only)) return besideNote(before, only);
    return {
      kind: 'stack',
      class: 'listing',
      gap: 'medium',
      boxes: [...notes(before), fieldBox(only), ...notes(blocks.slice(at + 1))],
    };
  },
};

/** The parts of one listing are set alike, and so are its columns. */
function largest({ blocks }: Content): BodySize {
  const isParted = blocksOfType(blocks, 'code').some(
    (listing) => listing.data?.firstLine !== undefined || (isNarrow(listing) && isLong(listing)),
  );
  return isParted ? 'md' : 'xxl';
}

function fieldBox(listing: Code): Box {
  const columns = isNarrow(listing) && isLong(listing) && !hasMarkedLines(listing) ? halvesOf(listing) : [];
  const box = (part: Code): Box => ({
    kind: 'flow',
    class: 'content',
    style: 'body',
    paddingTop: 'small',
    blocks: [inField(part)],
  });
  if (columns.length === 0) return box(listing);
  return {
    kind: 'row',
    class: 'content',
    gap: 'column',
    widths: [1, 1],
    boxes: columns.map((part) => ({ ...box(part), class: 'column-of-code' })),
  };
}

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

/** The share of its lines that each column has at least: a taller one would set both smaller, or on more slides. */
const nearMiddle = 0.42;

/** A listing as two columns, cut near its middle where its lines are set in least; what closes a bracket ends the first. */
function halvesOf(listing: Code): readonly Code[] {
  const lines = listing.value.split('\n');
  const cost = (at: number): number => startCost(lines[at] ?? '') + Math.abs(at - lines.length / 2);
  const places = lines
    .map((_, at) => at)
    .slice(Math.ceil(lines.length * nearMiddle), Math.ceil(lines.length * (1 - nearMiddle)) + 1);
  const middle = places.reduce((best, at) => (cost(at) < cost(best) ? at : best));
  const first = listing.data?.firstLine ?? 1;
  const part = (from: number, to?: number): Code => ({
    ...listing,
    value: lines.slice(from, to).join('\n'),
    data: { ...listing.data, firstLine: first + from },
  });
  return [part(0, middle), part(middle)];
}

function startCost(line: string): number {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return indent / 4 + (/^\s*[)}\]]/.test(line) ? 4 : 0);
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
