// Who gave each of several talks, where the notes write it as a heading of its own.
import type { Heading, RootContent } from 'mdast';
import type { Source } from '../diagnostics/index.ts';
import { asParagraph } from './markdown/tree.ts';
import { oneLine } from './title-block/fields.ts';
import { readPeople } from './title-block/people.ts';
import { readMeaning } from './title-block/title-patterns.ts';

/** Pairs of headings from which the second of each is a byline. */
const fewestPairs = 2;

/**
 * `### Talk` right above `### Ada King – City Libraries`, more than once: the second is a line in italics below the first,
 * which would have nothing below it. Half of them at least must name somebody.
 */
export function readBylines(blocks: readonly RootContent[], source: Source): readonly RootContent[] {
  const pairs = blocks.flatMap((_, at) => (isPair(blocks, at) ? [at] : []));
  const named = pairs.filter((at) => namesSomebody(blocks[at + 1] as Heading, source));
  if (named.length < fewestPairs || named.length * 2 < pairs.length) return blocks;
  const bylines = new Set(pairs.map((at) => at + 1));
  return blocks.map((block, at) => {
    if (block.type !== 'heading' || !bylines.has(at)) return block;
    const { children, position } = block;
    return asParagraph([{ type: 'emphasis', children, ...(position && { position }) }]);
  });
}

/** Two headings of one level with nothing between them, and words below the second. */
function isPair(blocks: readonly RootContent[], at: number): boolean {
  const [before, first, second, next] = [blocks[at - 1], blocks[at], blocks[at + 1], blocks[at + 2]];
  if (first?.type !== 'heading' || second?.type !== 'heading' || first.depth !== second.depth) return false;
  const isBelowEqual = before?.type === 'heading' && before.depth === first.depth;
  return !isBelowEqual && next !== undefined && next.type !== 'heading';
}

function namesSomebody({ children }: Heading, source: Source): boolean {
  const meaning = readMeaning(children, 'heading-below', source);
  if (typeof meaning === 'object' && meaning.speaker) return true;
  const [name = '', place] = oneLine(children).split(/ [-–—|] /u);
  return place !== undefined && readPeople(name, 'dash') !== undefined;
}
