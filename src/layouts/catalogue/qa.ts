import type { Block } from '../../notes/index.ts';
import {
  type Item,
  isQuestion,
  itemsOf,
  itemText,
  paragraphOf,
  readListWithSentences,
  splitQuestion,
  withoutLoneBullet,
  withSentences,
} from '../content/index.ts';
import type { Box, Content, FlowBox, Layout } from '../layout.ts';

/** Questions with their answers. */
export const qa: Layout = {
  name: 'qa',
  purpose: 'questions, each with its answer',
  slots: ['question', 'answer'],
  overflow: 'items',
  largest: 'lg',
  fills: 'spread',
  score: ({ blocks, role, title }) => {
    if (isAnswer(title, blocks))
      return { score: 0.9, reason: 'the answer to the question that is its title' };
    const listed = readListWithSentences(blocks);
    const items = listed ? itemsOf([listed.list]) : [];
    if (items.length === 0) return undefined;
    const questions = items.filter((item) => isQuestion(itemText(item))).length;
    const answered = items.filter((item) => item.details.length > 0).length;
    if (questions < items.length && role !== 'qa') return undefined;
    if (answered === 0 && role !== 'qa') return undefined;
    // What was said in a part for questions may be no question.
    if (answered === 0 && questions === 0) return undefined;
    return {
      score: 0.9,
      reason:
        items.length === 1 ? 'a question and its answer' : `${items.length} questions with their answers`,
    };
  },
  isFor: ({ blocks, title }) => readListWithSentences(blocks) !== undefined || isAnswer(title, blocks),
  arrange: ({ blocks, title }: Content): Box => {
    if (isAnswer(title, blocks))
      return { kind: 'stack', class: 'questions', gap: 'large', boxes: [answer(blocks)] };
    const listed = readListWithSentences(blocks);
    if (!listed) return { kind: 'flow', class: 'content', style: 'body', blocks };
    const items = itemsOf([listed.list]).map(answered);
    const boxes = items.length === 1 ? items.flatMap(alone) : items.map(pair);
    return withSentences({ kind: 'stack', class: 'questions', gap: 'large', boxes }, listed);
  },
};

/** The slide's title is the question, and what stands below it its answer. */
function isAnswer(title: string, blocks: readonly Block[]): boolean {
  if (!isQuestion(title)) return false;
  return blocks.every((block) => {
    if (block.type === 'list')
      return !itemsOf([block]).some((item) => isQuestion(itemText(item)) && item.details.length > 0);
    return block.type === 'paragraph';
  });
}

/** An answer in the question's own paragraph comes before what stands below; a paragraph below is the answer. */
function answered(item: Item): Item {
  const parts = item.details[0]?.type === 'paragraph' ? undefined : splitQuestion(item.words);
  if (!parts) return item;
  const [words, answer] = parts;
  return {
    ...item,
    words,
    details: [paragraphOf(answer, item.node.children[0] ?? item.node), ...item.details],
  };
}

/** The question at the left, its answer at the right, under one rule. */
function pair(item: Item): Box {
  const question: Box = { kind: 'line', class: 'question', style: 'question', content: item.words };
  if (item.details.length === 0) return { ...question, paddingTop: 'small' };
  return {
    kind: 'row',
    class: 'pair',
    gap: 'column',
    paddingTop: 'small',
    widths: [1, 2],
    boxes: [{ ...question, inMargin: true }, answer(item.details)],
  };
}

/** One question fills the slide: it stands at the top, its answer on the floor. */
function alone(item: Item): readonly Box[] {
  if (item.details.length === 0) return [pair(item)];
  const said = answer(item.details);
  return [
    { kind: 'line', class: 'loud', style: 'lead', content: item.words },
    { ...said, class: 'answer under-rule', style: 'row', paddingTop: 'small' },
  ];
}

/** An answer that is one bullet stands without its bullet. */
function answer(blocks: readonly Block[]): FlowBox {
  return { kind: 'flow', class: 'answer', style: 'body', blocks: withoutLoneBullet(blocks) };
}
