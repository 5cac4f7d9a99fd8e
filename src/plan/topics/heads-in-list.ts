// A flat list can be an outline all the same: some of its items head those behind them.
import type { List, ListItem } from 'mdast';
import { isAnswer, isAsking, isQuestion, leadIn } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { isLabel } from './head-words.ts';

/** An item that heads the items behind it, up to the next head. */
export interface HeadInList {
  readonly at: number;
  readonly by: 'label' | 'question' | 'name';
}

/** Heads in a list that are enough to say that it is an outline. */
const fewest = 2;

/** Items behind a question that are its answer; more are a list that asks something on the way. */
const longestAnswer = 4;

/** Characters of a question that can be a title. */
const longestQuestion = 110;

/** The labels of a list, or else the names in a long one and its questions with their answers; none where it is a list of equals. */
export function headsInList(list: List): readonly HeadInList[] {
  if (list.ordered) return [];
  const labels = labelsIn(list).map((at) => ({ at, by: 'label' }) as const);
  if (labels.length > 0) return labels;
  const questions = questionsIn(list).map((at) => ({ at, by: 'question' }) as const);
  const names = namesIn(list.children.slice(0, questions[0]?.at)).map((at) => ({ at, by: 'name' }) as const);
  return [...names, ...questions];
}

/** All bold, or with a colon at the end, and nothing below. */
function labelsIn({ children }: List): readonly number[] {
  const isHead = children.map((item) => isBare(item) && isLabel(item.children[0] as Block));
  return hasEach(isHead) ? placesOf(isHead) : [];
}

/** Items of a list in which names are looked for, and names among them that say that it is an outline. */
const longList = { items: 12, names: 3 } as const;

/** Share of the points that begin with a small letter where names stand out by their capital. */
const smallShare = 0.3;

/**
 * "Reward modeling – what is it for" and "Human preference data" among points that begin with small letters or are
 * longer: what was indented before somebody pasted it. A name alone has a point behind it.
 */
function namesIn(items: readonly ListItem[]): readonly number[] {
  if (items.length < longList.items || !items.every(isBare)) return [];
  const named = items.map(nameIn);
  const isHead = named.map((name, at) => name === 'with a remark' || (name === 'alone' && !named[at + 1]));
  const points = items.filter((_, at) => !isHead[at]);
  const small = points.filter((item) => /^\p{Ll}/u.test(textOf(item)));
  const isOutline = placesOf(isHead).length >= longList.names && small.length >= smallShare * points.length;
  return isOutline ? placesOf(isHead) : [];
}

/** Two to six words with a capital first, alone or before a dash and what is said of them. */
function nameIn(item: ListItem): 'alone' | 'with a remark' | undefined {
  const [line] = item.children;
  if (line?.type !== 'paragraph') return undefined;
  const lead = leadIn(line.children as Phrasing[]);
  if (lead && !/[-–—]/u.test(lead.separator)) return undefined;
  const name = lead ? plainText(lead.term) : plainText([line]);
  const isName = name.length <= longestName && /^\p{Lu}[^.!?:;,]*$/u.test(name.trim());
  const words = name.trim().split(/\s+/u).length;
  if (!isName || words < 2 || words > mostWords) return undefined;
  return lead ? 'with a remark' : 'alone';
}

const longestName = 48;
const mostWords = 6;

/** Each question is answered by the few items behind it. */
function questionsIn({ children }: List): readonly number[] {
  const isHead = children.map(
    (item, at) => isBare(item) && (asks(item) || isAnswered(item, children[at + 1])),
  );
  if (!hasEach(isHead)) return [];
  const places = placesOf(isHead);
  const areShort = places.every(
    (at, index) => (places[index + 1] ?? children.length) - at - 1 <= longestAnswer,
  );
  return areShort ? places : [];
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
