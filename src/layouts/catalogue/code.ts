import type { Code } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import { countWords } from '../compositions/lengths.ts';
import { blocksOfType, isDiagram, isIntroduction } from '../content/index.ts';
import type { Box, Layout } from '../layout.ts';

/** Code, alone or with a sentence about it. */
export const code: Layout = {
  name: 'code',
  purpose: 'a block of code, with a sentence about it',
  slots: ['note', 'content'],
  overflow: 'flow',
  largest: 'xxl',
  fills: 'whole',
  score: ({ blocks }) => {
    const listings = blocksOfType(blocks, 'code');
    if (listings.length === 0 || blocks.length > listings.length * 2) return undefined;
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
    if (isNarrow(only) && at === blocks.length - 1 && isShortNote(blocks.slice(0, at)))
      return besideNote(blocks.slice(0, at), only);
    return {
      kind: 'stack',
      class: 'listing',
      gap: 'medium',
      boxes: [
        ...notes(blocks.slice(0, at)),
        {
          kind: 'flow',
          class: 'content',
          style: 'body',
          paddingTop: 'small',
          blocks: [inField(only)],
        },
        ...notes(blocks.slice(at + 1)),
      ],
    };
  },
};

/** Characters of the longest line of a listing that leaves half of the slide empty. */
const narrowLine = 30;

function isNarrow({ value }: Code): boolean {
  return value.split('\n').every((line) => line.length <= narrowLine);
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
