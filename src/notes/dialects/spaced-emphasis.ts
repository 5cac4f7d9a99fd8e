// Emphasis whose sign has a space on its wrong side, as programs export what was selected and set in bold: `**word **rest`.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine } from '../markdown/source-lines.ts';

/** A space at a sign, or a letter right behind the sign that a label ends with. */
export const spacedSigns: RegExp =
  /(?:[ \t\u00a0]|&nbsp;)[*_]|[*_](?:[ \t\u00a0]|&nbsp;)|[:.!?\])]\*\*\p{L}/u;

const spaceBehind = /^(?:[ \t\u00a0]|&nbsp;)+/;
const spaceBefore = /(?:[ \t\u00a0]|&nbsp;){1,20}$/;

/** Code, formulas, links’ addresses, what is escaped, and runs of a sign. */
const signs = /(?<!`)(`+)(?!`)[^\r\n]*?(?<!`)\1(?!`)|\$[^$\r\n]*\$|\]\([^()\s]*\)|\\.|\*+|_+/g;

/** Signs of blocks, before the words of a line. */
const lead = /^[ \t]*(?:>[ \t]?){0,9}(?:(?:[-+*•]|\d{1,9}[.)]|#{1,6})[ \t]+)?(?:\[[ xX]\][ \t]+)?/;

/** The space goes outside. Where the signs of a paragraph do not pair line by line, all of them stay. */
export function spacedEmphasisEdits(lines: readonly TextLine[]): Edit[] {
  return paragraphsOf(lines).flatMap((paragraph) => {
    const pairs = (['*', '_'] as const).flatMap((letter) => {
      const found = paragraph.map(({ text }) => pairsOf(text, letter));
      return found.every((list) => list !== undefined) ? [found] : [];
    });
    return paragraph.flatMap(({ text, start }, at) =>
      pairs
        .flatMap((found) => found[at] ?? [])
        .flatMap((pair) => mended(pair, text, start))
        .sort((a, b) => a.start - b.start),
    );
  });
}

/** Lines that emphasis may reach over. */
function paragraphsOf(lines: readonly TextLine[]): readonly TextLine[][] {
  const found: TextLine[][] = [];
  let open: TextLine[] | undefined;
  for (const line of lines) {
    if (!line.isPlain || isBlankLine(line)) {
      open = undefined;
      continue;
    }
    const isNew = open === undefined || line.text.includes('|') || leadOf(line.text).trim() !== '';
    if (isNew) found.push([]);
    open = found.at(-1);
    open?.push(line);
  }
  return found.filter((paragraph) => paragraph.some(({ text }) => spacedSigns.test(text)));
}

function leadOf(text: string): string {
  return lead.exec(text)?.[0] ?? '';
}

/** Offsets of two signs in a line. */
interface Pair {
  readonly sign: string;
  readonly open: number;
  readonly close: number;
}

/** Undefined where a sign is left over. */
function pairsOf(text: string, letter: '*' | '_'): readonly Pair[] | undefined {
  const from = leadOf(text).length;
  const open = new Map<string, number>();
  const pairs: Pair[] = [];
  for (const { 0: sign, index } of text.matchAll(signs)) {
    if (index < from || !sign.startsWith(letter) || isWithinName(text, index, sign)) continue;
    const begun = open.get(sign);
    if (begun === undefined) open.set(sign, index);
    else {
      open.delete(sign);
      pairs.push({ sign, open: begun, close: index });
    }
  }
  return open.size === 0 ? pairs : undefined;
}

/** `snake_case`. */
function isWithinName(text: string, at: number, sign: string): boolean {
  const isLetter = (character = ' '): boolean => /[\p{L}\p{N}]/u.test(character);
  return sign.startsWith('_') && isLetter(text[at - 1]) && isLetter(text[at + sign.length]);
}

function mended(pair: Pair, text: string, start: number): Edit[] {
  const { sign, open, close } = pair;
  const inside = text.slice(open + sign.length, close);
  const [before, behind] = [text[open - 1] ?? '', text.slice(close + sign.length, close + sign.length + 9)];
  const spaces = {
    open: spaceBehind.exec(inside)?.[0].length ?? 0,
    close: spaceBefore.exec(inside)?.[0].length ?? 0,
  };
  const words = inside.slice(spaces.open, inside.length - spaces.close);
  if (!isMeant({ sign, words, spaces, isFirst: isFirst(text, open), before, behind })) return [];
  const isFree = (spaces.open > 0 || !isWord(before)) && (spaces.close > 0 || !isWord(behind));
  const tags = isFree ? [sign, sign] : tagsOf(sign);
  const [from, to] = [start + open, start + close];
  const [first, last] = [from + sign.length + spaces.open, to - spaces.close];
  return [
    { start: from, end: first, parts: [isWord(before) && spaces.open > 0 ? ' ' : '', tags[0] ?? ''] },
    {
      start: last,
      end: to + sign.length,
      parts: [tags[1] ?? '', spaces.close > 0 && /^[^\s.,;:!?)\]|]/.test(behind) ? ' ' : ''],
    },
  ];
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

function tagsOf({ length }: string): readonly [string, string] {
  const names = length === 3 ? ['b', 'i'] : [length === 2 ? 'b' : 'i'];
  return [
    names.map((name) => `<${name}>`).join(''),
    names
      .map((name) => `</${name}>`)
      .reverse()
      .join(''),
  ];
}

/** Nothing stands before it in its line, its cell or its bracket. */
function isFirst(text: string, at: number): boolean {
  return at === leadOf(text).length || /[|([{"“„«][ \t]{0,20}$/.test(text.slice(Math.max(0, at - 21), at));
}

interface Emphasis {
  readonly sign: string;
  readonly words: string;
  readonly spaces: { readonly open: number; readonly close: number };
  readonly isFirst: boolean;
  readonly before: string;
  readonly behind: string;
}

/** More than a letter of a formula: a word, a letter of its own, a time, a number in brackets. */
const word = /\p{L}[\p{L}\p{M}\p{N}'’.:]|\p{Lu}|\p{Lo}|\d[:.,/]\d|[[(]\d/u;

/** Patterns of paths, `**kwargs`; elsewhere than at the beginning also `f(**a, **b)`. */
const ofPrograms = /^(?:[./*]|(?:kw)?args\b|argv\b)|\|/;
const argument = /^[\w.]{1,40},/;

/** `*.md *.txt`, `*p = *q;`, `*1 … *2`: one sign alone is also a pointer, a pattern, a footnote. */
const noLabel = /^[^\p{L}"“„«'[(]|[=;/\\<>{}]|\w\.[a-z]{1,4}(?:\s|$)|[.,!]$/u;

/** Words of what one sign alone sets apart, at most. */
const longestLabel = 8;

/** One of the two signs stands as Markdown has it or, at the beginning, none. */
function isMeant({ sign, words, spaces, isFirst, before, behind }: Emphasis): boolean {
  if (!word.test(words) || ofPrograms.test(words) || /^[./*]/.test(behind)) return false;
  if (!isFirst && argument.test(words)) return false;
  const isStrong = sign.length === 2 || sign === '***';
  if (spaces.open === 0 && spaces.close === 0)
    return sign === '**' && isFirst && /[:.!?\])]$/.test(words) && /^\p{L}/u.test(behind);
  if (spaces.open > 0 && spaces.close > 0) return isFirst && isStrong && /\p{L}{2}/u.test(words);
  if (isStrong) return sign !== '__' || (!isWord(before) && !/^[A-Z_]+$/.test(words));
  const isLabel = !noLabel.test(words) && words.split(/\s/).length <= longestLabel;
  return isFirst && spaces.close > 0 && isLabel && !/^\d/.test(behind);
}
