import { plainText } from '../../notes/index.ts';
import { goesOn, type Item, itemsOf, leadIn, paragraphOf } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { columnsBox, fitsColumns } from './columns.ts';
import {
  canBeLoud,
  countItemWords,
  countWords,
  hasTasks,
  isWords,
  longestUnspaced,
  longestWord,
} from './lengths.ts';
import { inLines } from './lines.ts';
import { areEndings } from './mixed.ts';
import { rowsBox } from './rows.ts';

/** Words of a lead that is said loudly, and of one that is read; characters of a sentence of it that has a line of its own. */
const loud = 20;
/** Characters without a space of what is said loudly: an address is read. */
const longestRun = 30;
const longest = 40;
const shortSentence = 60;

/** What is said first, large, and the points it leads to below: as columns on the floor, or as rows. */
export const lead: Composition = {
  name: 'lead',
  takes: (content) => {
    const parts = readLead(content);
    return parts !== undefined && parts.points.length <= 5 && !areEndings(parts.points, content.lang);
  },
  arrange: (content): Box => {
    const { first, list, points } = readLead(content) ?? { first: [], list: content.blocks, points: [] };
    return {
      kind: 'stack',
      class: 'led',
      gap: 'large',
      boxes: [
        leadBox(first, content.lang),
        fitsColumns(points)
          ? columnsBox(list)
          : rowsBox(list, isLoud(first, content.lang) ? 'row' : 'remark'),
      ],
    };
  },
  // A lead that is read is one step larger than its points.
  largest: ({ blocks, lang }) => (isLoud(blocks.slice(0, 1), lang) ? 'lg' : 'xl'),
  fills: 'spread',
};

/** Most words of a side with its name, and characters of a word of it. */
const longestSide = 18;
const longestName = 17;

/** A loud lead over two or three named sides of it, on a field of their own. */
export const sides: Composition = {
  name: 'sides',
  takes: (content) => {
    const parts = readLead(content);
    if (!parts || parts.points.length < 2 || parts.points.length > 3) return false;
    if (countWords(plainText(parts.first)) > loud || longestWord(parts.points) > longestName) return false;
    return parts.points.every(
      (item) => leadIn(item.words) && item.details.length === 0 && countItemWords(item) <= longestSide,
    );
  },
  arrange: (content): Box => {
    const { first, points } = readLead(content) ?? { first: content.blocks, points: [] };
    return {
      kind: 'stack',
      class: 'sided',
      gap: 'large',
      boxes: [
        leadBox(first, content.lang, 'point'),
        {
          kind: 'row',
          class: 'sides',
          gap: 'column',
          paddingTop: 'medium',
          widths: points.map(() => 1),
          boxes: points.map(sideBox),
        },
      ],
    };
  },
  largest: () => 'lg',
  fills: 'spread',
};

function sideBox({ words, node }: Item): Box {
  const lead = leadIn(words);
  return {
    kind: 'stack',
    class: 'side',
    gap: 'none',
    boxes: [
      { kind: 'line', class: 'name', style: 'head', content: lead?.term ?? [] },
      { kind: 'flow', class: 'words', style: 'row', blocks: [paragraphOf(lead?.rest ?? words, node)] },
    ],
  };
}

/** A claim that fills the slide, and the one remark that goes with it, apart, under a rule. */
export const claim: Composition = {
  name: 'claim',
  takes: (content) => {
    const parts = readLead(content);
    if (parts?.points.length !== 1 || !isLoud(parts.first, content.lang)) return false;
    return parts.points.every((item) => item.details.length === 0 && countItemWords(item) <= 30);
  },
  arrange: (content): Box => {
    const { first, list } = readLead(content) ?? { first: [], list: content.blocks };
    return {
      kind: 'stack',
      class: 'claimed',
      gap: 'large',
      boxes: [
        { kind: 'flow', class: 'loud', style: 'statement', blocks: first },
        {
          kind: 'row',
          class: 'aside',
          gap: 'column',
          inMargin: true,
          widths: [1, 1],
          boxes: [{ kind: 'flow', class: 'empty', style: 'row', blocks: [] }, rowsBox(list, 'remark')],
        },
      ],
    };
  },
  largest: () => 'xxxl',
  fills: 'spread',
};

/** What is said first: loudly, each short sentence on its own lines, or to be read. */
export function leadBox(
  first: Content['blocks'],
  lang: string | undefined,
  style: 'lead' | 'point' = 'lead',
): Box {
  if (!isLoud(first, lang)) return { kind: 'flow', class: 'first', style: 'row', blocks: first };
  return inLines({ kind: 'flow', class: 'loud', style, blocks: first }, shortSentence);
}

/** What goes on below, as "Then," and "They are:" do, claims nothing by itself. */
function isLoud(first: Content['blocks'], lang: string | undefined): boolean {
  const text = plainText(first).trim();
  return (
    countWords(text) <= loud &&
    longestUnspaced(text) <= longestRun &&
    canBeLoud(first) &&
    !goesOn(text, lang) &&
    !/[,:，：、]$/u.test(text)
  );
}

export function readLead({
  blocks,
}: Content):
  | { first: Content['blocks']; list: Content['blocks']; points: ReturnType<typeof itemsOf> }
  | undefined {
  const [first, list, ...rest] = blocks;
  if (first?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0 || list.ordered)
    return undefined;
  if (!isWords(blocks) || countWords(plainText([first])) > longest) return undefined;
  const points = itemsOf([list]);
  if (hasTasks(points)) return undefined;
  return { first: [first], list: [list], points };
}
