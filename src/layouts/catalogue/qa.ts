import type { Block } from '../../notes/index.ts';
import { type Item, itemsOf, itemText, onlyList } from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** Questions with their answers. */
export const qa: Layout = {
  name: 'qa',
  purpose: 'questions, each with its answer',
  slots: ['question', 'answer'],
  overflow: 'items',
  suits: ({ blocks, role }) => {
    const items = itemsOf(blocks);
    if (items.length === 0) return undefined;
    const questions = items.filter((item) => isQuestion(itemText(item))).length;
    const answered = items.filter((item) => item.details.length > 0).length;
    if (questions < items.length && role !== 'qa') return undefined;
    if (answered === 0 && role !== 'qa') return undefined;
    return {
      score: 0.9,
      reason:
        items.length === 1 ? 'a question and its answer' : `${items.length} questions with their answers`,
    };
  },
  arrange: ({ blocks }: Content): Box => ({
    kind: 'stack',
    class: 'questions',
    gap: 'large',
    boxes: itemsOf(blocks).length > 0 ? itemsOf(blocks).map(pair) : [answer(blocks)],
  }),
};

function pair(item: Item): Box {
  return {
    kind: 'stack',
    class: 'pair',
    gap: 'small',
    boxes: [
      { kind: 'line', class: 'question', style: 'question', content: item.words },
      ...(item.details.length > 0 ? [answer(item.details)] : []),
    ],
  };
}

/** Beside a rule. An answer that is one bullet stands without its bullet. */
function answer(blocks: readonly Block[]): Box {
  const [only, ...rest] = itemsOf(blocks);
  const inside =
    only && rest.length === 0 && !onlyList(blocks)?.ordered ? (only.node.children as Block[]) : blocks;
  return { kind: 'flow', class: 'answer', style: 'body', blocks: inside, paddingStart: 'medium' };
}

function isQuestion(text: string): boolean {
  return /[?？؟]["'”’)]*\s*(?:\([^()]*\))?$/u.test(text.trim());
}
