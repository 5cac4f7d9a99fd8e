// Text files and what is pasted from word processors: a line is a line, and spaces that only look like spaces indent.
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: Word ends a line within a paragraph so
const unprinted = /[\ufffc\u000b\u2028]/g;

/** Anything that `spaceEdits` looks for. */
export const oddSpace: RegExp = new RegExp(`[\\u00a0\\u2002\\u2003]|${unprinted.source}`);

/** No-break spaces that indent or stand behind a sign of Markdown, line ends of Word, and places of pictures that were not copied. */
export function spaceEdits(lines: readonly TextLine[]): Edit[] {
  return lines.flatMap(({ text, start, isPlain }) => {
    if (!isPlain) return [];
    const lead =
      /^[ \t\u00a0\u2003\u2002]*(?:(?:[-*+>]|#{1,6}|\d{1,3}[.)])[ \u00a0]+)*/.exec(text)?.[0] ?? '';
    const wide = [...lead.matchAll(/[\u00a0\u2002\u2003]/g)].map(({ index }) =>
      replacedBy(' ', start + index),
    );
    const other = [...text.slice(lead.length).matchAll(unprinted)].map(({ 0: sign, index }) =>
      replacedBy(sign === '\ufffc' ? '' : '  \n', start + lead.length + index),
    );
    return [...wide, ...other];
  });
}

function replacedBy(part: string, at: number): Edit {
  return { start: at, end: at + 1, parts: [part] };
}

/** Characters of a line that no margin has wrapped. */
const narrow = 40;

/** Of a line that is one of prose. */
const wide = 50;

/**
 * In a text file lines that were not wrapped at a margin stay lines, and what is indented below a line by a tab is a list
 * below it.
 */
export function textFileEdits(lines: readonly TextLine[]): Edit[] {
  const groups: (readonly TextLine[])[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at];
    if (line && isWords(line)) continue;
    if (at - from > 1) groups.push(lines.slice(from, at));
    from = at + 1;
  }
  // With what a text begins its title stands.
  const below = groups.filter(([first]) => first !== lines[0]);
  const headed = below.filter(isHeaded).length;
  const labels = lines.filter((line, at) => {
    const before = lines[at - 1];
    const isFirst = before === undefined || isBlankLine(before);
    const next = lines.slice(at + 1, at + 3).find((below) => !isBlankLine(below));
    return isFirst && headOf(line) !== undefined && next && !isWords(next);
  });
  const isPattern = headed > 0 && headed + labels.length > 1 && headed * 2 >= below.length;
  const isHead = (group: readonly TextLine[]): boolean =>
    isPattern && group[0] !== lines[0] && headOf(group[0]) !== undefined;
  const edits = groups.flatMap((group) => groupEdits(group, isHead(group) ? 'headed' : 'lines'));
  return [...edits, ...(isPattern ? labels.flatMap(headingEdits) : [])].sort((a, b) => a.start - b.start);
}

/** A colon that leads to what is below is no part of a heading. */
function headingEdits({ start, text }: TextLine): Edit[] {
  const end = start + text.trimEnd().length;
  const colon = /[:：]\s*$/u.test(text) ? [{ start: end - 1, end, parts: [] }] : [];
  return [{ start, end: start, parts: ['## '] }, ...colon];
}

/** A few words, and below them a longer line that says something. */
function isHeaded([first, ...below]: readonly TextLine[]): boolean {
  const head = headOf(first);
  const texts = below.map(({ text }) => text.trim());
  return (
    head !== undefined && texts.some((text) => text.length > head.length && /[.!?。]$|[,;:] |、/u.test(text))
  );
}

/** The words of a line that could head what is below, without `Step 2:`. */
function headOf(line: TextLine | undefined): string | undefined {
  const words = line && isWords(line) ? line.text.trim().replace(/^\p{L}+ \d{1,3}: /u, '') : '';
  return isLabel(words) && !/[:：]\s*\S/u.test(words) ? words : undefined;
}

/** A line of words that is neither Markdown nor a row of a table. */
function isWords({ text, isPlain }: TextLine): boolean {
  return (
    isPlain &&
    /\S/.test(text) &&
    !/^\s*(?:[-*+>|#•◦▪]|\d{1,3}[.)]|\[[ xX]\]|\(?\w{1,3}\))(?:[ \t]|$)|^[-=~+_*|]{3,}\s*$/.test(text)
  );
}

const outlineNumber = /^\d{1,2}(?:\.\d{1,2}){0,3}\.? +(?=\p{L})/u;

/** `1 Before`, `1.1 Boxes`: the first are headings, and what they head is a list. */
function outlineEdits(group: readonly TextLine[]): Edit[] {
  return group.map(({ text, start }) => {
    const dots = outlineNumber.exec(text)?.[0].match(/\.\d/g)?.length ?? 0;
    return { start, end: start, parts: [dots === 0 ? '## ' : `${'  '.repeat(dots - 1)}- `] };
  });
}

/** Every line has a number, and all are in order: amounts are not. */
function isOutline(group: readonly TextLine[]): boolean {
  const numbers = group.map(({ text }) => outlineNumber.exec(text)?.[0].trim().split('.') ?? []);
  let top = 0;
  const isInOrder = numbers.every(([first, second]) => {
    if (!second) top += 1;
    return first === `${top}`;
  });
  return isInOrder && top > 1 && top < numbers.length;
}

function groupEdits(group: readonly TextLine[], kind: 'headed' | 'lines' = 'lines'): Edit[] {
  if (isOutline(group)) return outlineEdits(group);
  const indents = group.map(({ text }) => indentOf(text));
  const below = group.slice(1);
  if (indents[0] === 0 && below.every(({ text }) => text.startsWith('\t'))) return nestedEdits(below);
  if (indents.some((indent) => indent > 3)) return [];
  const [first, second] = group;
  const isAboveProse = isLabel(first?.text.trim() ?? '') && (second?.text.trim().length ?? 0) >= wide;
  if (first && (kind === 'headed' || isAboveProse)) {
    const end = first.start + first.text.trimEnd().length;
    const gap = { start: end, end, parts: ['\n'] };
    return [
      ...(kind === 'headed' ? headingEdits(first) : []),
      gap,
      ...(below.length > 1 ? groupEdits(below) : []),
    ];
  }
  const texts = group.map(({ text }) => text.trim());
  const widest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const free = texts
    .slice(1)
    .filter((next, at) => (texts[at]?.length ?? 0) + 1 + (/^\S*/.exec(next)?.[0].length ?? 0) <= widest);
  // `noteLines` makes lists of these.
  const open = texts.filter((text) => !/[.,;!。]$/u.test(text)).length;
  const isNames = open === texts.length && widest <= narrow;
  if (isNames && texts.length > 2 && texts.every((text) => /^\p{Ll}/u.test(text))) return nestedEdits(group);
  if (texts.length > 2 && (isNames || (texts.length > 4 && open >= 0.7 * texts.length))) return [];
  if (widest > narrow && free.length < 0.7 * (texts.length - 1)) return [];
  return group.slice(0, -1).map(({ text, start }) => {
    const end = start + text.trimEnd().length;
    return { start: end, end: start + withoutLineEnd(text).length, parts: ['  '] };
  });
}

/** A few words above prose that no margin has wrapped. */
function isLabel(text: string): boolean {
  return (
    text.length <= narrow &&
    text.split(/\s+/).length <= 6 &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    !/[.!?,;。]$/u.test(text)
  );
}

/** Bullets for lines that are indented below another. */
function nestedEdits(group: readonly TextLine[]): Edit[] {
  const indents = group.map(({ text }) => indentOf(text));
  const levels = [...new Set(indents)].sort((a, b) => a - b);
  return group.map(({ text, start }, at) => ({
    start,
    end: start + (/^[ \t]*/.exec(text)?.[0].length ?? 0),
    parts: [`${'  '.repeat(levels.indexOf(indents[at] ?? 0))}- `],
  }));
}
