import { plainText } from '../../notes/index.ts';
import { type Item, itemsOf, onlyList, paragraphOf, sentencesOf } from '../content/index.ts';
import type { Box, Composition, FlowBox } from '../layout.ts';
import { countItemWords, countWords, hasTasks, isWords } from './lengths.ts';
import { rowsBox } from './rows.ts';

/** Words of the first point, of each other one, and how much longer the first is than any of them. */
const lengths = { first: [14, 54], other: 12, ratio: 2 } as const;

/** A first point that says much more than the two or three after it: it has one half, they stand in rows in the other. */
export const oneAndMore: Composition = {
  name: 'one-and-more',
  takes: ({ blocks }) => {
    const items = itemsOf(blocks);
    const [first, ...others] = items;
    if (!first || others.length < 2 || others.length > 3 || onlyList(blocks)?.ordered) return false;
    if (!isWords(blocks) || hasTasks(items) || items.some(({ details }) => details.length > 0)) return false;
    const most = Math.max(...others.map(countItemWords));
    const words = countItemWords(first);
    return (
      words >= lengths.first[0] &&
      words <= lengths.first[1] &&
      most <= lengths.other &&
      words >= lengths.ratio * most
    );
  },
  arrange: ({ blocks }): Box => {
    const list = onlyList(blocks);
    const [first] = itemsOf(blocks);
    if (!list || !first) return { kind: 'flow', class: 'content', style: 'body', blocks };
    return {
      kind: 'row',
      class: 'weighted',
      gap: 'column',
      widths: [1, 1],
      boxes: [
        { kind: 'stack', class: 'under-rule', gap: 'small', paddingTop: 'small', boxes: claimed(first) },
        rowsBox([{ ...list, children: list.children.slice(1) }]),
      ],
    };
  },
  largest: () => 'xl',
  fills: 'whole',
};

/** A sentence, and what it adds in a second one, smaller below it. */
function claimed({ words, node }: Item): readonly FlowBox[] {
  const like = node.children[0] ?? node;
  const [claim = words, ...rest] = sentencesOf(words);
  const isParted = rest.length === 1 && rest.every((sentence) => countWords(plainText(sentence)) >= 6);
  const flow = (name: string, style: FlowBox['style'], own: typeof words): FlowBox => ({
    kind: 'flow',
    class: name,
    style,
    blocks: [paragraphOf(own, like)],
  });
  if (!isParted) return [flow('words', 'row', words)];
  return [flow('words', 'row', claim), ...rest.map((sentence) => flow('remark', 'note', sentence))];
}
