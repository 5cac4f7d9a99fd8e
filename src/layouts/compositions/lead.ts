import { type Block, plainText } from '../../notes/index.ts';
import { itemsOf } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { columnsBox, fitsColumns } from './columns.ts';
import { countItemWords, hasTasks, isWords, wordsOf } from './lengths.ts';
import { rowsBox } from './rows.ts';

/** Words of a lead that is said loudly, and of one that is read. */
const loud = 18;
const longest = 40;

/** What is said first, large, and the points it leads to below: as columns on the floor, or as rows. */
export const lead: Composition = {
  name: 'lead',
  takes: (content) => {
    const parts = readLead(content);
    return parts !== undefined && parts.points.length <= 5;
  },
  arrange: (content): Box => {
    const { first, list, points } = readLead(content) ?? { first: [], list: content.blocks, points: [] };
    const isLoud = wordsOf(plainText(first)) <= loud;
    return {
      kind: 'stack',
      class: 'led',
      gap: 'large',
      boxes: [
        { kind: 'flow', class: isLoud ? 'loud' : 'first', style: isLoud ? 'lead' : 'remark', blocks: first },
        fitsColumns(points) ? columnsBox(list) : rowsBox(list),
      ],
    };
  },
  largest: () => 'lg',
  fills: 'spread',
};

/** A claim that fills the slide, and the one remark that goes with it, apart, under a rule. */
export const claim: Composition = {
  name: 'claim',
  takes: (content) => {
    const parts = readLead(content);
    if (parts?.points.length !== 1 || wordsOf(plainText(parts.first)) > loud || hasFormula(parts.first))
      return false;
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
          widths: [3, 4],
          boxes: [{ kind: 'flow', class: 'empty', style: 'row', blocks: [] }, rowsBox(list)],
        },
      ],
    };
  },
  largest: () => 'lg',
  fills: 'spread',
};

function readLead({
  blocks,
}: Content):
  | { first: Content['blocks']; list: Content['blocks']; points: ReturnType<typeof itemsOf> }
  | undefined {
  const [first, list, ...rest] = blocks;
  if (first?.type !== 'paragraph' || list?.type !== 'list' || rest.length > 0 || list.ordered)
    return undefined;
  if (!isWords(blocks) || wordsOf(plainText([first])) > longest) return undefined;
  const points = itemsOf([list]);
  if (hasTasks(points)) return undefined;
  return { first: [first], list: [list], points };
}

/** The lines of a claim are too close for what is raised or lowered in a formula. */
function hasFormula(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) => block.type === 'paragraph' && block.children.some(({ type }) => type === 'inlineMath'),
  );
}
