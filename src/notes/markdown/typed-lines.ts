// Lines below each other that were ended on purpose, with no sign for Markdown: they stay lines.
import type { List, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../plain-text.ts';
import { type LineHabits, runsOn, widthInColumns, withoutAddresses } from './line-habits.ts';
import { asList } from './note-lines.ts';
import { keepLines, withBreaks } from './own-lines.ts';
import { splitLines } from './source-text.ts';
import { asParagraph, at, endOf, startOf } from './tree.ts';

/** Lines that make a list where nothing stands above, fewer are a paragraph of lines; and lines that make one below words. */
const [fewest, many] = [3, 5] as const;

/**
 * A paragraph whose line ends are meant: a list of its lines, or where they are two, or one of them a sentence, with a break
 * behind each. The one right above a list stands for itself, since it leads to that; so does the first where it leads to the others.
 */
export function typedLines(
  { children }: Paragraph,
  {
    parent,
    before,
    after,
  }: { readonly parent: Nodes; readonly before: Nodes | undefined; readonly after: Nodes | undefined },
  source: string,
  habits: () => LineHabits,
): RootContent[] | undefined {
  if (parent.type !== 'root' && parent.type !== 'listItem') return undefined;
  if (!children.some((child) => child.type === 'text' && /[\r\n]/.test(child.value))) return undefined;
  if (children.some(holdsPicture)) return undefined;
  const lines = splitLines(children, source).filter((line) => line.length > 0);
  const written = lines.map((line) => asWritten(line, source));
  if (!areTypedLines(written, habits())) return undefined;
  const isOwn = parent.type === 'root';
  const isAbove = isOwn && after?.type === 'list' && isRightAbove(lines, after, source);
  const head = hasColon(written[0]) || (isOwn && areSetIn(written)) ? 1 : 0;
  const body = lines.slice(head, isAbove ? -1 : undefined);
  const texts = written.slice(head).map(({ words }) => words);
  const isList =
    isOwn &&
    body.length >= fewest - head &&
    !texts.some(isSentence) &&
    (head === 1 || isApart(before, body.length));
  if (head === 1 && !isList) return undefined;
  const isBroken = children.some(({ type }) => type === 'break') || keepLines(children, source) !== children;
  return [
    ...lines.slice(0, head).map((line) => asParagraph(line)),
    ...(isList && !isBroken ? [asList(body)] : [asParagraph(withBreaks(body))]),
    ...(isAbove ? lines.slice(-1).map((line) => asParagraph(line)) : []),
  ];
}

/**
 * Bullets would seem to belong to the list or the words right above them, unless these lead to them. Right below a title
 * stands who speaks, and where.
 */
function isApart(before: Nodes | undefined, lines: number): boolean {
  if (before?.type === 'heading') return before.depth > 1;
  if (before?.type === 'paragraph') return lines >= many || /[:：]$/u.test(plainText([before]).trim());
  return before?.type !== 'list';
}

function hasColon(line: WrittenLine | undefined): boolean {
  return /[:：]["”*_]{0,3}$/u.test(line?.words ?? '');
}

/** All lines but the first stand further in. */
function areSetIn([first, ...others]: readonly WrittenLine[]): boolean {
  const isAtMargin = /^\S/.test(first?.written ?? '');
  return isAtMargin && others.length > 1 && others.every(({ written }) => /^(?: {2}|\t)/.test(written));
}

function holdsPicture(node: PhrasingContent): boolean {
  return node.type === 'image' || ('children' in node && node.children.some(holdsPicture));
}

/** No blank line parts the last of them from the list. */
function isRightAbove(lines: readonly PhrasingContent[][], list: List, source: string): boolean {
  const end = endOf(lines.at(-1)?.at(-1) as Nodes);
  return source.slice(end, startOf(list)).split(/\r\n|\r|\n/).length <= 2;
}

function asWritten(line: readonly PhrasingContent[], source: string): WrittenLine {
  const [start, end] = [startOf(line[0] as Nodes), endOf(line.at(-1) as Nodes)];
  return { words: plainText(line).trim(), written: lineAround(start, end, source) };
}

/** The list of lines without the one that leads to the others, and that one above it: in bold, with a colon, or set out. */
export function headedLines(list: List, source: string): RootContent[] {
  const lines = list.children.flatMap(({ children: [line] }) => (line?.type === 'paragraph' ? [line] : []));
  const isBold = ({ children }: Paragraph): boolean =>
    children.length === 1 && children[0]?.type === 'strong';
  const [first, ...rest] = lines;
  const written = lines.map(({ children }) => asWritten(children, source));
  const isOnly = first && isBold(first) && !rest.some(isBold);
  if (!first || !(isOnly || hasColon(written[0]) || areSetIn(written))) return [list];
  const position = at(startOf(rest[0] ?? list), endOf(list));
  return [first, { ...asList(rest.map(({ children }) => children)), position }];
}

/** The whole line of the notes, or lines. */
function lineAround(start: number, end: number, source: string): string {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', end);
  return source.slice(from, to === -1 ? source.length : to).trimEnd();
}

/** A line as a reader sees it, and as it stands in the notes. */
interface WrittenLine {
  readonly words: string;
  readonly written: string;
}

/** Columns of the widest line of notes that show no margin, at least. */
const least = 60;

/** Columns of the longest line that is none of prose; of the longest sentence among such lines; and of a line above one in lower case. */
const longest = { line: 100, sentence: 50, lowerCase: 50 } as const;

/** Share of a margin that a line leaves free where its end was meant; people do not press Enter at one column. */
const ragged = 0.7;

/** Share of lines of which that is so. */
const share = 0.5;

/**
 * Are all ends of these lines meant? Each begins as a line does and ends as one, few of them as a sentence, which reads as
 * well with the next one behind it; and the next word would have had room.
 */
function areTypedLines(lines: readonly WrittenLine[], habits: LineHabits): boolean {
  const pairs = lines.slice(1).map((next, index) => ({ line: lines[index] as WrittenLine, next }));
  if (pairs.length === 0 || lines.some(({ words }) => isOther.test(words))) return false;
  if (pairs.some(({ line, next }) => runsOn(line.words, next.words, habits.isLowerCase))) return false;
  // One question reads as well before its answer.
  const isClosed = ({ words }: WrittenLine): boolean =>
    isSentence(words) || (pairs.length === 1 && /[?？]$/u.test(words));
  const open = pairs.filter(({ line }) => !isClosed(line));
  const isLong = pairs.some(({ line }) => isClosed(line) && widthInColumns(line.words) > longest.sentence);
  if (isLong || open.length * 2 < pairs.length) return false;
  const free = open.filter(({ line, next }) => hasRoom(line, next, habits) || isLabelled(next.words));
  return free.length >= share * open.length;
}

/** An item of a list that Markdown does not see, a row of a table, a command of other markups, and what goes over a line end itself. */
const isOther = /^(?:[-*+•◦▪–]|\d{1,3}[.)])\s|^(?:\||\\|\$\$|#\+|%%|\{[%{]|:::)|[\r\n]|^[^\p{L}\p{N}]*$/u;

/** `etc.` and `F.I.R.S.T.` end no sentence; questions are asked in lists, too. */
function isSentence(words: string): boolean {
  return /[.!…。！][)"'”’»*_]{0,3}$/u.test(words) && !/(?:\p{L}\.){2,12}$|\betc\.$/u.test(words);
}

/** Would the next word have stood on this line? Where both are addresses nothing but that parts them. */
function hasRoom(line: WrittenLine, next: WrittenLine, { margin, widest }: LineHabits): boolean {
  if (isAddress.test(line.words) && isAddress.test(next.words)) return true;
  if (margin !== undefined) {
    const width = widthInColumns(line.written);
    return width <= ragged * margin && width + 1 + firstWord(next.written) <= margin;
  }
  const width = widthInColumns(withoutAddresses(line.written));
  const most = /^\p{Ll}/u.test(next.words) ? longest.lowerCase : longest.line;
  return width <= most && width + 1 + firstWord(next.written) <= Math.max(widest, least);
}

const isAddress = /^(?:https?:\/\/|www\.)\S+$/;

const dense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A link or code that the line begins with, as it is written, else its first word: programs that wrap tear none of them. */
const first = /^(?:\[[^[\]]{0,200}\](?:\([^()\s]{0,2000}\)|\[[^[\]]{0,200}\])?|`[^`]{1,200}`)?\S*/u;

function firstWord(line: string): number {
  const text = line.trimStart();
  return dense.test(text) ? 2 : widthInColumns(first.exec(text)?.[0] ?? '');
}

/** `Article: words`, `Lectures : words`. */
function isLabelled(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}-]{0,20}(?: [\p{L}\p{M}-]{1,20})?\s?[:：]\s\S/u.test(text);
}
