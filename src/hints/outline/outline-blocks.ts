import type { List, ListItem } from 'mdast';
import type { Block } from '../../notes/index.ts';
import { openingText, type TakeUnit } from '../match/units.ts';

/** The blocks of a run of units; a list that was cut keeps its kind and its numbers. */
export function blocksOf(units: readonly TakeUnit[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < units.length; ) {
    const { block } = units[at] as TakeUnit;
    const run = runLength(units, at, block);
    const items = units.slice(at, at + run).flatMap(({ item }) => item ?? []);
    blocks.push(block.type === 'list' ? listOf(block, items) : block);
    at += run;
  }
  return blocks;
}

function runLength(units: readonly TakeUnit[], from: number, block: Block): number {
  let to = from;
  while (units[to]?.block === block) to += 1;
  return to - from;
}

function listOf(list: List, items: readonly ListItem[]): List {
  if (items.length === list.children.length) return list;
  const [first] = items;
  const number = (list.start ?? 1) + list.children.indexOf(first as ListItem);
  const start = first?.position?.start;
  const end = items.at(-1)?.position?.end;
  return {
    ...list,
    ...(list.ordered && { start: number }),
    children: [...items],
    ...(start && end && { position: { start, end } }),
  };
}

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
