// The talk as it hangs from the edge of each page: a bar for each line of it, as long as the line has words.
import type { Box } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import { nodeWords, type Plan } from '../plan/index.ts';

export interface FringeBar {
  /** The slide that the line stands on, from 1. */
  readonly slide: number;
  /** In % of the longest. */
  readonly length: number;
  /** Whether a slide, or a section, begins with it. */
  readonly begins: 'section' | 'slide' | 'line';
}

/** Words of the longest bar and bars of a slide, so that a table or a long text is no curtain; and the shortest bar in %. */
const [mostWords, mostBars, shortest] = [40, 9, 8];

/** Bars that make a fringe: fewer say nothing. */
const fewest = 10;

/** Empty for a talk that is too short to be seen as a whole. */
export function makeFringe({ slides }: Plan): readonly FringeBar[] {
  let section = '';
  const bars = slides.flatMap(({ layout, section: [own = ''], body }, at) => {
    if (layout === 'title' || layout === 'closing' || layout === 'agenda' || !body) return [];
    const isNew = own !== section;
    section = own;
    return linesIn(body)
      .slice(0, mostBars)
      .map((words, index) => ({
        slide: at + 1,
        words: Math.min(words, mostWords),
        begins: index > 0 ? ('line' as const) : isNew ? ('section' as const) : ('slide' as const),
      }));
  });
  if (bars.length < fewest) return [];
  const most = Math.max(...bars.map(({ words }) => words));
  return bars.map(({ words, ...bar }) => ({
    ...bar,
    length: Math.max(shortest, Math.round((100 * words) / most)),
  }));
}

/** Words of each line: of an item with what is below it, a paragraph, a row. */
function linesIn(box: Box): readonly number[] {
  if (box.kind === 'flow') return box.blocks.flatMap(linesOfBlock).filter(Boolean);
  if (box.kind === 'line') return [wordsOf(box.content)].filter(Boolean);
  return 'boxes' in box ? box.boxes.flatMap(linesIn) : [];
}

function linesOfBlock(block: Block): readonly number[] {
  if (block.type === 'list' || block.type === 'table')
    return block.children.map((item) => wordsOf([item as unknown as Block]));
  return [wordsOf([block])];
}

function wordsOf(nodes: readonly (Block | Phrasing)[]): number {
  return nodeWords(nodes).tokens.length;
}
