// Headings that Markdown does not see: `##Words` without a space, and in files that have no others lines underlined with
// other signs than `=` and `-` or framed, and numbered lines above words.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine } from '../markdown/source-lines.ts';

export function typedHeadingEdits(lines: readonly TextLine[]): Edit[] {
  const hasOthers = lines.some(({ text, isPlain }) => isPlain && /^ {0,3}#{1,6}[ \t]+\S/.test(text));
  const tight = hasOthers ? [] : tightHeadings(lines);
  const spaced = tight.length > 0 ? tight : deepHeadings(lines);
  if (hasOthers || spaced.length > 0) return spaced;
  const found = [framedHeadings, underlinedHeadings, numberedHeadings, laddersOfHeadings, capitalHeadings]
    .map((read) => read(lines))
    .find(({ length }) => length > 0);
  return found ? [...titleEdit(lines, found), ...found] : [];
}

/** A title block above such headings: its lines, and the letters of one. */
const titleBlock = { lines: 5, letters: 100 } as const;

/** The first line, where a few short lines are all that stands above the first heading. */
function titleEdit(lines: readonly TextLine[], [heading]: readonly Edit[]): Edit[] {
  const above = lines.filter((line) => line.start < (heading?.start ?? 0) && !isBlankLine(line));
  const [first] = above;
  const isBlock = above.every(
    ({ text, isPlain }) =>
      isPlain && text.trim().length <= titleBlock.letters && /^\s*[^-*+>|#=\s].*\p{L}/u.test(text),
  );
  if (!first || above.length > titleBlock.lines || !isBlock || !isName(first.text)) return [];
  const end = first.start + first.text.trimEnd().length;
  return [
    { start: first.start, end: first.start, parts: ['# '] },
    { start: end, end, parts: ['\n'] },
  ];
}

/** Words that begin as a title does, and say nothing behind a colon that metadata would. */
function isName(text: string): boolean {
  return /^["„“«]?[\p{Lu}\p{Lo}\d]/u.test(text.trim()) && !/[.!。,;:：]$|^\p{L}+\s?[:：]/u.test(text.trim());
}

const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV'.split(' ');
const letters = [...'ABCDEFGHIJKLMNO'];

/**
 * `I. Facts`, `II. Decision`, or `A.` and `B.`, each alone between blank lines and counted up; below them what is numbered
 * and stands so is of the second level.
 */
function laddersOfHeadings(lines: readonly TextLine[]): Edit[] {
  const steps = lines.flatMap((line, at) => {
    const [, sign = '', words = ''] = /^([IVX]{1,4}|[A-O])[.)][ \t]+(\S[^\r\n]*)/.exec(line.text) ?? [];
    return line.isPlain && isTitle(words) && isBetweenBlanks(at, lines) ? [{ line, sign, at }] : [];
  });
  const isLadder = [romans, letters].some((row) => steps.every(({ sign }, index) => row[index] === sign));
  // Between two of them stands what the first is about.
  const isAboveNothing = steps.some(({ at }, index) => {
    const next = nextWords(lines, at + 1);
    return next === undefined || next === steps[index + 1]?.line;
  });
  if (steps.length < 2 || !isLadder || isAboveNothing) return [];
  const numbers = lines.filter(({ text, isPlain }, at) => {
    const [, , words = ''] = isPlain ? (numbered.exec(text) ?? []) : [];
    const isAbove = words !== '' && isTitle(words) && isBetweenBlanks(at, lines);
    return isAbove && isAboveWords(nextWords(lines, at + 1));
  });
  const parts = [
    ...steps.map(({ line }) => ({ start: line.start, end: line.start, parts: ['## '] })),
    ...numbers.map(({ start }) => ({ start, end: start, parts: ['### '] })),
  ];
  return parts.sort((a, b) => a.start - b.start);
}

/** The first line from there on that is not blank. */
function nextWords(lines: readonly TextLine[], from: number): TextLine | undefined {
  let at = from;
  while (lines[at] && isBlank(lines[at])) at += 1;
  return lines[at];
}

function isBetweenBlanks(at: number, lines: readonly TextLine[]): boolean {
  return isBlank(lines[at - 1]) && at + 1 < lines.length && isBlank(lines[at + 1]);
}

const capitals =
  /^(?=(?:[^\p{Lu}]*\p{Lu}){4})[\p{Lu}\p{N}][\p{Lu}\p{N} ,.:'’&/()?!–-]*[\p{Lu}\p{N})?!:]\s*$/u;

/** Lines in capitals alone that other lines stand below, at least three times. */
function capitalHeadings(lines: readonly TextLine[]): Edit[] {
  const isCapital = (line: TextLine | undefined): boolean =>
    line?.isPlain === true && capitals.test(line.text) && isTitle(line.text);
  const found = lines.filter((line, at) => {
    if (!isCapital(line) || !isBlank(lines[at - 1])) return false;
    const next = nextWords(lines, at + 1);
    return next !== undefined && !isCapital(next);
  });
  if (found.length < 3 || found.length < lines.filter(isCapital).length) return [];
  return found.flatMap(({ start, text }, index) => {
    const end = start + text.trimEnd().length;
    const sign = index === 0 && lines.every((line) => line.start >= start || isBlank(line)) ? '# ' : '## ';
    const from = text.trimEnd().endsWith(':') ? end - 1 : end;
    return [
      { start, end: start, parts: [sign] },
      { start: from, end, parts: ['\n'] },
    ];
  });
}

/** `#Words` on several lines, of more than one level or each above something, and no line of tags. */
function tightHeadings(lines: readonly TextLine[]): Edit[] {
  const found = lines.flatMap(({ text, start, isPlain }, at) =>
    isPlain && /^#{1,6}[^\s#!+\d]/.test(text) ? [{ text, start, at }] : [],
  );
  const isTag = ({ text }: Pick<TextLine, 'text'>): boolean => /^#[^\s#]+(?:[ \t]+#[^\s#]+)*\s*$/.test(text);
  const hasLevels = found.some(({ text }) => text.startsWith('##'));
  const isHeading = !found.every(isTag) || (hasLevels && found.every(({ at }) => isAlone(at, lines)));
  return found.length < 2 || !isHeading ? [] : found.flatMap(withSpaces);
}

/** Space between the signs of a heading and its words. */
function withSpaces({ text, start }: Pick<TextLine, 'text' | 'start'>): Edit[] {
  const places = [/^#+/.exec(text)?.[0].length ?? 0, /[^#\s](?=#+\s*$)/.exec(text.slice(7))?.index];
  const [open = 0, close] = places;
  const before = { start: start + open, end: start + open, parts: [' '] };
  const behind = close === undefined ? [] : [start + 8 + close];
  return [before, ...behind.map((place) => ({ start: place, end: place, parts: [' '] }))];
}

/** `##Words`: no tag has two signs. Commands of programs that build do, `##vso[…]`. */
const deep = /^#{2,6}["„“«'(¿¡*_]{0,3}[\p{L}\p{N}](?![\w.]{0,40}\[)/u;
const severalTags = /^#{2,6}[^\s#]+(?:[ \t]+#{1,6}[^\s#]+)+\s*$/;

/** With them `#Several words`, whatever other headings there are. */
function deepHeadings(lines: readonly TextLine[]): Edit[] {
  const found = lines.filter(({ text, isPlain }) => isPlain && deep.test(text) && !severalTags.test(text));
  if (found.length === 0) return [];
  const titles = lines.filter(
    ({ text, isPlain }, at) =>
      isPlain && /^#\p{Lu}[^#\r\n]*[ \t]\S/u.test(text) && !text.includes(' #') && isAlone(at, lines),
  );
  return [...found, ...titles].sort((a, b) => a.start - b.start).flatMap(withSpaces);
}

/** Set off from what stands above, and with something below. */
function isAlone(at: number, lines: readonly TextLine[]): boolean {
  return isBlank(lines[at - 1]) && lines.slice(at + 1, at + 3).some((next) => !isBlank(next));
}

const framed = /^(?:(={2,6})[ \t]*(\S.*?)[ \t]*\1|([*_~-]{3,})[ \t]+(\S.*?)[ \t]+\3)[ \t]*[\r\n]*$/d;

/** `== Words ==` as wikis have it, and `*** Words ***`, at least twice. */
function framedHeadings(lines: readonly TextLine[]): Edit[] {
  const found = lines.flatMap(({ text, start, isPlain }) => {
    const match = isPlain ? framed.exec(text) : null;
    const place = match?.indices?.[2] ?? match?.indices?.[4];
    if (!place || !isTitle(text.slice(place[0], place[1]))) return [];
    const words = { start: start + place[0], end: start + place[1] };
    return [{ start, end: start + text.trimEnd().length, words, depth: match?.[1]?.length ?? 2 }];
  });
  if (found.length < 2) return [];
  const most = isFromTop(found.map(({ depth }) => depth)) ? (found[0]?.depth ?? 0) + 1 : 0;
  return found.map(({ start, end, words, depth }) => {
    return { start, end, parts: [`${'#'.repeat(Math.abs(most - depth))} `, words] };
  });
}

/** DokuWiki has more signs around what stands higher: its first heading has most of all. */
function isFromTop(depths: readonly number[]): boolean {
  const [first = 0, ...others] = depths;
  return first > 3 && others.every((depth) => depth < first);
}

const underline = /^([~^*+"_.:#'—–])\1{2,}[ \t]*[\r\n]*$/;

/** Lines with a row of one sign below, about as long, at least twice; each sign is a level. */
function underlinedHeadings(lines: readonly TextLine[]): Edit[] {
  const found = lines.flatMap(({ text }, at) => {
    const sign = underline.exec(text)?.[1];
    const words = lines[at - 1];
    if (sign === undefined || !words || !isTitle(words.text) || !isBlank(lines[at - 2])) return [];
    const difference = Math.abs(text.trim().length - words.text.trim().length);
    return difference <= (sign === '~' ? 1 : 3) ? [{ sign, words, rule: lines[at] as TextLine }] : [];
  });
  if (found.length < 2) return [];
  const signs = [...new Set(found.map(({ sign }) => sign))];
  const top = depthAbove(lines, found[0]?.words);
  return found.flatMap(({ sign, words, rule }) => asHeading(words, rule, top + signs.indexOf(sign)));
}

/** A line of words above a row of signs, as a heading. */
function asHeading(words: TextLine, rule: TextLine, depth: number): Edit[] {
  return [
    { start: words.start, end: words.start, parts: [`${'#'.repeat(Math.min(6, depth))} `] },
    { start: rule.start, end: rule.start + rule.text.trimEnd().length, parts: [] },
  ];
}

/** One level below the lowest of Markdown's own headings above the line; the second at least. */
function depthAbove(lines: readonly TextLine[], below: TextLine | undefined): number {
  const above = lines.filter(({ start, isPlain }) => isPlain && start < (below?.start ?? 0));
  const depths = above.map(({ text }, at) => {
    const sign = /^(?:(#{1,6})[ \t]|(=|--)[-=]*[ \t]*[\r\n]*$)/.exec(text);
    if (sign?.[2] === undefined) return sign?.[1]?.length ?? 0;
    return isBlank(above[at - 1]) ? 0 : sign[2] === '=' ? 1 : 2;
  });
  return 1 + depths.reduce((most, depth) => Math.max(most, depth), 1);
}

/** Tildes below words, beside headings of other kinds: Markdown would take them for the beginning of code. */
export function tildeHeadings(lines: readonly TextLine[]): Edit[] {
  const rules = lines.flatMap((rule, at) => {
    const words = lines[at - 1];
    return rule.isPlain && words && /^~{3,}[ \t]*[\r\n]*$/.test(rule.text) ? [{ words, rule }] : [];
  });
  const depth = depthAbove(lines, rules[0]?.words);
  return rules.flatMap(({ words, rule }) => asHeading(words, rule, depth));
}

const numbered = /^(\d{1,2})[.)][ \t]+(\S[^\r\n]*)/;

/** What happened then is a title. */
const year = /^\d{4}\s*$/;

interface NumberedLine {
  readonly line: TextLine;
  readonly number: number;
  readonly words: string;
  readonly at: number;
}

/**
 * `1. Decisions` above lines of words, counted up from 1: Markdown would take the words for those of a list’s item. Numbers
 * that stand line by line are lists below them.
 */
function numberedHeadings(lines: readonly TextLine[]): Edit[] {
  const found = lines.flatMap((line, at): NumberedLine[] => {
    const [, number, words = ''] = line.isPlain ? (numbered.exec(line.text) ?? []) : [];
    const isSetOff = isBlank(lines[at - 1]) && !numbered.test(lines[at + 1]?.text ?? '');
    return number === undefined || !isSetOff ? [] : [{ line, number: Number(number), words, at }];
  });
  const others = lines.filter(({ text, isPlain }) => isPlain && numbered.test(text)).length - found.length;
  const outlined = found.filter(({ at, number }) => isAboveOwnNumbers(lines, at, number)).length;
  const isOutline = outlined > 1 && outlined * 2 >= found.length;
  const isRow = found.every(
    ({ line, number, words, at }, index) =>
      number === index + 1 &&
      (isOutline ||
        ((isTitle(words) || year.test(words)) &&
          (isAboveWords(lines[at + 1], lines[at + 2]) || isAboveBullets(lines, at, line)))),
  );
  if (found.length < 2 || !isRow || (others > 0 && !isListed(lines, found))) return [];
  // The dot is escaped by what stands before it: a heading holds no list.
  return found.flatMap(({ line: { text, start }, words: title }) => {
    const gap = start + text.search(/[ \t]/);
    const words = gap + text.slice(gap - start).search(/\S/);
    const cut = isTitle(title) || year.test(title) ? -1 : title.search(/[.!?] +\S/);
    return [
      { start, end: start, parts: ['## '] },
      { start: gap, end: words, parts: [' '] },
      ...(cut === -1 ? [] : [{ start: words + cut + 1, end: words + cut + 2, parts: ['\n\n'] }]),
    ];
  });
}

/** `1.1 words`, indented, below `1. Words`. */
function isAboveOwnNumbers(lines: readonly TextLine[], at: number, number: number): boolean {
  const next = nextWords(lines, at + 1);
  return next?.isPlain === true && /^[ \t]+\S/.test(next.text) && next.text.trim().startsWith(`${number}.1`);
}

/** Behind a blank line bullets that Markdown takes for none of the item. */
function isAboveBullets(lines: readonly TextLine[], at: number, { text }: TextLine): boolean {
  const next = nextWords(lines, at + 1);
  const own = /^\d+[.)][ \t]+/.exec(text)?.[0].length ?? 0;
  const indent = /^( *)(?:[-*+•][ \t]|\[[ xX]\] )/.exec(next?.text ?? '')?.[1]?.length;
  return isBlank(lines[at + 1]) && indent !== undefined && indent < own;
}

/** All other numbers stand in lists of their own, none of which begins above the first heading. */
function isListed(lines: readonly TextLine[], headings: readonly NumberedLine[]): boolean {
  const at = new Set(headings.map((heading) => heading.at));
  const isNumber = (index: number): boolean =>
    lines[index]?.isPlain === true && numbered.test(lines[index].text) && !at.has(index);
  return lines.every(
    (_, index) =>
      !isNumber(index) ||
      (index > (headings[0]?.at ?? 0) && (isNumber(index - 1) || isNumber(index + 1)) && !at.has(index - 1)),
  );
}

/** Right below, or below a blank line, stands a line at the margin, or far from it, that goes on no item. */
function isAboveWords(next: TextLine | undefined, second?: TextLine): boolean {
  const below = next && isBlank(next) ? second : next;
  return below?.isPlain === true && /^(?: {8,})?\S/.test(below.text) && !numbered.test(below.text);
}

/** Short, with words, and no sentence. */
function isTitle(text: string): boolean {
  const words = text.trim();
  return (
    words.length <= 60 &&
    /\p{L}/u.test(words) &&
    !/[.!。,;]$/u.test(words) &&
    !/^(?:[-*+•>|]|\d+[.)]\s*$)/.test(words)
  );
}

function isBlank(line: TextLine | undefined): boolean {
  return line === undefined || isBlankLine(line);
}
