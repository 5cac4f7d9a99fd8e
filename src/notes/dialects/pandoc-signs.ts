// Pandoc's signs within text: small letters below and above the line, lists that count on, definitions behind `~`, and lines that
// stay lines.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { readWords } from './unread-words.ts';

/** Quickly told from all other text. */
export const pandocSigns: RegExp =
  /[~^][^\s~^]{1,14}[~^]|^[ \t]*(?:\(@[\w-]*\)|#\.)[ \t]|^ {0,2}~[ \t]|^\| /m;

/** Other signs of Pandoc: `~2~` alone may be as it was meant. */
const others =
  /^% \S|\^\[|\[@|\{[.#][\w-]+|^:{3,}|^[ \t]*\(@[\w-]*\)[ \t]|^#\. |\^[\p{L}\d]{1,4}\^|^ {0,2}:[ \t]+\S/u;

export function pandocSignEdits(lines: readonly TextLine[]): Edit[] {
  const isPandoc = lines.some(({ text, isPlain }) => isPlain && others.test(text));
  const counted = exampleEdits(lines);
  const inLines = lines.flatMap((line, at) => [
    ...definition(lines, at),
    ...hashed(line),
    ...(isPandoc ? small(line) : []),
  ]);
  return [...counted, ...inLines, ...lineBlocks(lines)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const example = /^([ \t>]*)\(@([\w-]*)\)(?=[ \t]+\S)/;

/** `(@)` and `(@name)` at the beginning of lines count on through the text, and `(@name)` elsewhere is its number. */
function exampleEdits(lines: readonly TextLine[]): Edit[] {
  const numbers = new Map<string, number>();
  const items = lines.flatMap((line): Edit[] => {
    const found = line.isPlain ? example.exec(line.text) : null;
    if (!found) return [];
    const [all, margin = '', name = ''] = found;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name === '' ? `(${number})` : name, number);
    const start = line.start + margin.length;
    return [{ start, end: line.start + all.length, parts: [`${number}.`] }];
  });
  if (items.length === 0) return [];
  const begun = new Set(items.map(({ start }) => start));
  const references = lines.flatMap(({ text, start, isPlain }): Edit[] =>
    !isPlain || !text.includes('@')
      ? []
      : [...readWords(text).matchAll(/(?<![\p{L}\p{N}_.])@([\w-]{1,60})/gu)].flatMap(
          ({ 0: all, 1: name = '', index }) => {
            const number = numbers.get(name);
            if (number === undefined || begun.has(start + index - 1)) return [];
            return [{ start: start + index, end: start + index + all.length, parts: [`${number}`] }];
          },
        ),
  );
  return [...items, ...references];
}

/** `#.` is the next number of its list. */
function hashed({ text, start, isPlain }: TextLine): Edit[] {
  const found = isPlain ? /^([ \t>]*)#\.(?=[ \t]+\S)/.exec(text) : null;
  if (!found) return [];
  const from = start + (found[1]?.length ?? 0);
  return [{ start: from, end: from + 2, parts: ['1.'] }];
}

const tilde = /^( {0,2})~(?=[ \t]+\p{L})/u;

/** A term alone, and `~ what it means` below it. About so many is no meaning. */
function definition(lines: readonly TextLine[], at: number): Edit[] {
  const line = lines[at] as TextLine;
  const found = line.isPlain ? tilde.exec(line.text) : null;
  if (!found || !isBelowTerm(lines, at)) return [];
  const start = line.start + (found[1]?.length ?? 0);
  return [{ start, end: start + 1, parts: [':'] }];
}

function isBelowTerm(lines: readonly TextLine[], at: number): boolean {
  let above = at - 1;
  while (lines[above]?.isPlain && tilde.test(lines[above]?.text ?? '')) above -= 1;
  if (isBlankLine(lines[above] ?? { text: 'x' })) above -= 1;
  const term = lines[above];
  const before = lines[above - 1];
  const isAlone = before === undefined || isBlankLine(before);
  return (
    isAlone &&
    term?.isPlain === true &&
    /^(?!\d+[.)])[^\s#>|~:+-][^\r\n]{0,60}(?<![.!?:,;])[\r\n]*$/u.test(term.text)
  );
}

/** `H~2~O` and `10^th^`: what is small right behind a letter or a number, with no space in it. */
const smallLetters =
  /(?<=[\p{L}\p{N})\]*_])(?:(?<![\p{N}~])~(?<sub>[+−-]?\d{1,4}[+−-]?(?!~\d|~~)|[+−-]|\p{L}{1,12}(?!~[\p{L}\p{N}~]))~|\^(?<sup>[+−-]?\d{1,4}[+−-]?|[+−-]|\p{L}{1,12})\^(?![\p{L}\p{N}^]))/dgu;

function small({ text, start, isPlain }: TextLine): Edit[] {
  if (!isPlain || !/[~^]\S{1,14}[~^]/.test(text)) return [];
  return [...readWords(text).matchAll(smallLetters)].flatMap(({ 0: all, index, groups, indices }): Edit[] => {
    const name = groups?.sub === undefined ? 'sup' : 'sub';
    const [from, to] = indices?.groups?.[name] ?? [];
    if (from === undefined || to === undefined) return [];
    return [
      {
        start: start + index,
        end: start + index + all.length,
        parts: [`<${name}>`, { start: start + from, end: start + to }, `</${name}>`],
      },
    ];
  });
}

/** Lines of a block that begin with a bar, and those set in that go on with them; a table has bars at both ends. */
function lineBlocks(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let to = at;
    while (to < lines.length && isBarred(lines[to], to > at)) to += 1;
    const block = lines.slice(at, to);
    const isTable =
      block.some(({ text }) => /\|\s*$|^\|[\s:-]+\|/.test(text)) || /^\s*\|/.test(lines[to]?.text ?? '');
    if (block.length > 1 && !isTable)
      edits.push(...block.flatMap((line, index) => broken(line, block[index + 1])));
    at = Math.max(at, to);
  }
  return edits;
}

function isBarred(line: TextLine | undefined, isBehind: boolean): boolean {
  if (!line?.isPlain) return false;
  return /^\| +\S/.test(line.text) || (isBehind && /^[ \t]+\S/.test(line.text));
}

/** The line without its bar, and with a break behind it where another follows. */
function broken({ text, start }: TextLine, next: TextLine | undefined): Edit[] {
  const lead = /^(?:\| +|[ \t]+)/.exec(text)?.[0].length ?? 0;
  const end = start + withoutLineEnd(text).trimEnd().length;
  const bar = { start, end: start + lead, parts: [] };
  return next?.text.startsWith('|') ? [bar, { start: end, end, parts: ['\\'] }] : [bar];
}
