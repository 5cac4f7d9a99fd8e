import type { List, ListItem } from 'mdast';
import type { Block } from '../../notes/index.ts';
import { openingText } from '../match/units.ts';

/**
 * In a flat list of questions and answers, the items after a question become its nested answers.
 * A question that has answers of its own keeps them first.
 */
export function nestAnswers(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => (block.type === 'list' ? nestList(block) : block));
}

function nestList(list: List): List {
  const groups: ListItem[][] = [];
  for (const item of list.children) {
    const group = groups.at(-1);
    if (!group || isQuestion(item) || !isQuestion(group[0] as ListItem)) groups.push([item]);
    else group.push(item);
  }
  return {
    ...list,
    children: groups.map(([first, ...answers]) => withAnswers(first as ListItem, answers, list)),
  };
}

/** Latin, CJK, Arabic, Greek and Armenian question marks, a closing quote or bracket after them. */
function isQuestion(item: ListItem): boolean {
  return (
    /[?？؟\u037e՞]["'”’»)\]]*$/u.test(openingText(item)) || /^Q(?:uestion)?[.:]\s/i.test(openingText(item))
  );
}

function withAnswers(question: ListItem, answers: readonly ListItem[], list: List): ListItem {
  const start = answers[0]?.position?.start;
  const end = answers.at(-1)?.position?.end;
  if (answers.length === 0) return question;
  const nested: List = {
    type: 'list',
    ordered: false,
    spread: list.spread ?? false,
    children: [...answers],
    ...(start && end && { position: { start, end } }),
  };
  const position = question.position && end && { start: question.position.start, end };
  return { ...question, children: [...question.children, nested], ...(position && { position }) };
}
