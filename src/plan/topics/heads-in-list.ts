// A flat list can be an outline all the same: some of its items head those behind them.
import type { List, ListItem } from 'mdast';
import { isAnswer, isAsking, isQuestion, leadIn } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { isLabel } from './head-words.ts';

/** Items that head the items behind them, up to the next head. */
export interface HeadsInList {
  readonly by: 'label' | 'question';
  readonly places: readonly number[];
}

/** Heads in a list that are enough to say that it is an outline. */
const fewest = 2;

/** Items behind a question that are its answer; more are a list that asks something on the way. */
const longestAnswer = 4;

/** Characters of a question that can be a title. */
const longestQuestion = 110;

/** The labels of a list, or else its questions with their answers; undefined where it is a list of equals. */
export function headsInList(list: List): HeadsInList | undefined {
  if (list.ordered) return undefined;
  return labelsIn(list) ?? questionsIn(list);
}

/** All bold, or with a colon at the end, and nothing below. */
function labelsIn({ children }: List): HeadsInList | undefined {
  const isHead = children.map((item) => isBare(item) && isLabel(item.children[0] as Block));
  return hasEach(isHead) ? { by: 'label', places: placesOf(isHead) } : undefined;
}

/** Each question is answered by the few items behind it. */
function questionsIn({ children }: List): HeadsInList | undefined {
  const isHead = children.map(
    (item, at) => isBare(item) && (asks(item) || isAnswered(item, children[at + 1])),
  );
  if (!hasEach(isHead)) return undefined;
  const places = placesOf(isHead);
  const areShort = places.every(
    (at, index) => (places[index + 1] ?? children.length) - at - 1 <= longestAnswer,
  );
  return areShort ? { by: 'question', places } : undefined;
}

/** A question that is no turn in a discussion: "Josh: is that on purpose?" */
function asks({ children: [line] }: ListItem): boolean {
  if (line?.type !== 'paragraph') return false;
  const text = plainText([line]);
  return text.length <= longestQuestion && isQuestion(text) && !leadIn(line.children as Phrasing[]);
}

/** "Q. What came next", before "A. Nothing". */
function isAnswered(item: ListItem, next: ListItem | undefined): boolean {
  const text = textOf(item);
  return text.length <= longestQuestion && isAsking(text) && isAnswer(textOf(next));
}

function textOf(item: ListItem | undefined): string {
  const [line] = item?.children ?? [];
  return line?.type === 'paragraph' ? plainText([line]) : '';
}

function isBare(item: ListItem): boolean {
  return item.children.length === 1 && item.checked == null && item.children[0]?.type === 'paragraph';
}

/** Enough of them, and something behind each. */
function hasEach(isHead: readonly boolean[]): boolean {
  const places = placesOf(isHead);
  return places.length >= fewest && places.every((at) => isHead[at + 1] === false);
}

function placesOf(isHead: readonly boolean[]): readonly number[] {
  return isHead.flatMap((is, at) => (is ? [at] : []));
}
