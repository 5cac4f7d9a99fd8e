// Verses, whose lines are lines wherever they stand: at the margin, set in from it as code is, or behind bars.
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { isBelowItem } from './indented-lists.ts';

/** Lines that make a verse where nothing else says so, and characters of the longest. */
const fewestLines = 4;
const longestLine = 60;

/** Lines between blank ones that are verses, and lines that all begin with a bar, as Pandoc has them. */
export function verseEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at];
    if (line?.isPlain && !isBlankLine(line) && !line.text.startsWith('#')) continue;
    const run = lines.slice(from, at);
    const isBarred = run.length > 1 && run.every(({ text }) => bar.test(text));
    if (isBarred) edits.push(...brokenLines(run, bar));
    else if (run.length >= fewestLines && isVerse(run))
      edits.push(...marginEdits(run, isBelowItem(lines, from)));
    from = at + 1;
  }
  return edits;
}

/** A bar before words, and none behind: a row of a table has several. */
const bar = /^\|[ \t]+(?=[^|\s][^|]*$)/;

/** All lines are set in as code is, or all of them less; an item's own stay below it. */
function marginEdits(run: readonly TextLine[], isBelow: boolean): Edit[] {
  const deep = run.filter(({ text }) => indentOf(text) >= 4).length;
  if (deep === 0) return brokenLines(run, /^/);
  return deep === run.length && !isBelow ? brokenLines(run, /^[ \t]*/) : [];
}

/** Short lines that begin with capitals; most of them end at a sign, and go on to the next as no sentence of prose does. */
export function isVerse(run: readonly TextLine[]): boolean {
  const texts = run.map(({ text }) => text.trim());
  const isShort = texts.every(
    (text) =>
      text.length <= longestLine &&
      /^["„“«‘'(*_]{0,2}\p{Lu}[^|:{}=]*[,;:.!?—–]?\S*$/u.test(text) &&
      text.split(' ').length > 2,
  );
  const ends = texts.filter((text) => /[,;:.!?—–]["”’')*_]{0,2}$/u.test(text)).length;
  const sentences = texts.filter((text) => /[.!?]["”’')*_]{0,2}$/u.test(text)).length;
  return (
    texts.length > 2 &&
    isShort &&
    ends * 2 >= texts.length &&
    sentences < texts.length &&
    !texts.some(isOther)
  );
}

/** An item, a label, a row of columns, code, a line broken by hand already. */
function isOther(text: string): boolean {
  return /^(?:\(?\w{1,3}[.)]|[-*+•]) | {2}|\\$|;$.*\(|\t|^\S+:\s/.test(text);
}

function brokenLines(run: readonly TextLine[], lead: RegExp): Edit[] {
  return run.flatMap(({ text, start }, at): Edit[] => {
    const space = lead.exec(text)?.[0].length ?? 0;
    const end = start + text.trimEnd().length;
    const first = space > 0 ? [{ start, end: start + space, parts: [] }] : [];
    const isLast = at === run.length - 1;
    return isLast
      ? first
      : [...first, { start: end, end: start + withoutLineEnd(text).length, parts: ['  '] }];
  });
}
