// Citations as Pandoc, Quarto and Obsidian have them: nothing here knows the book, so its key is shown.
import type { Edit } from '../markdown/rewritten-text.ts';
import type { TextLine } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';
import { readWords } from './unread-words.ts';

const key = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,80}`;
const cited = new RegExp(`(?<![\\p{L}\\p{N}_.@/-])-?@(${key})`, 'gu');
/** Several parted by semicolons, each with a key; a link has its address behind, and a page two brackets. */
const bracket = /(?<![\\![\]\p{L}\p{N}])\[([^[\]\r\n]{0,400}@[^[\]\r\n]{1,400})\](?![([:{])/gu;

/** Do notes cite? A name in brackets alone may be a person's: it is a citation with a year in it or a page behind it. */
export function cites(text: string): boolean {
  const front = /^---[ \t]*\r?\n[\s\S]{0,5000}?\n(?:---|\.\.\.)/.exec(text)?.[0] ?? '';
  return /^(?:bibliography|csl|nocite):[ \t]*(?:\S|$)/m.test(front) || dated.test(readWords(text));
}

const dated =
  /\[(?:[^[\]@\r\n]{0,60}[ -])?-?@[\p{L}\p{N}_:.-]{1,60}(?:(?<=\d{4}[a-z]?)(?![\p{L}\p{N}])|, pp?\. ?\d)[^[\]\r\n]{0,400}\](?![([:{])/u;

/** `[@moon2020, p. 3; @ash2019]` becomes `(moon2020, p. 3; ash2019)`, and `@moon2020 says` loses its sign. */
export function citationEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const known = new Set(
    lines.flatMap((line) => bracketed(line).flatMap(({ keys }) => keys.map(({ name }) => name))),
  );
  let isReported = false;
  return lines.flatMap((line) => {
    const groups = bracketed(line);
    const grouped = groups.flatMap(({ start, end, keys }): Edit[] => [
      replaced(line, start, 1, '('),
      ...keys.map(({ at, sign }) => replaced(line, at, sign, '')),
      replaced(line, end - 1, 1, ')'),
    ]);
    const alone = keysIn(wordsOf(line), 0)
      .filter(
        ({ at, name }) =>
          line.text[at - 1] !== '[' &&
          isKey(name, known) &&
          !groups.some(({ start, end }) => start <= at && at < end),
      )
      .flatMap(({ at, sign, name }) => [
        replaced(line, at, sign, ''),
        ...pagesBehind(line, at + sign + name.length),
      ]);
    const edits = [...grouped, ...alone].sort((a, b) => a.start - b.start);
    const [first] = edits;
    if (first && !isReported) {
      const name =
        groups[0]?.keys[0]?.name ?? keysIn(wordsOf(line), 0).find((one) => isKey(one.name, known))?.name;
      report('citation', first.start, name === undefined ? '@' : `@${name}`);
      isReported = true;
    }
    return edits;
  });
}

/** Names of people have no year in them. */
function isKey(name: string, known: ReadonlySet<string>): boolean {
  return (
    known.has(name) ||
    /^\p{L}[\p{L}\p{N}_:.-]*(?:1[5-9]|20)\d\d[a-z]?(?:[_:.-]?\p{L}[\p{L}\p{N}_-]*)?$/u.test(name)
  );
}

interface CitedKey {
  readonly name: string;
  readonly at: number;
  /** Length of `@` or `-@`. */
  readonly sign: number;
}

function bracketed(
  line: TextLine,
): { readonly start: number; readonly end: number; readonly keys: readonly CitedKey[] }[] {
  return [...wordsOf(line).matchAll(bracket)].flatMap(({ 0: all, 1: inside = '', index }) => {
    const keys = keysIn(inside, index + 1);
    const isWhole = inside.split(';').every((part) => keysIn(part, 0).length > 0);
    return isWhole ? [{ start: index, end: index + all.length, keys }] : [];
  });
}

function keysIn(text: string, from: number): CitedKey[] {
  return [...text.matchAll(cited)].map(({ 0: all, 1: name = '', index }) => ({
    name,
    at: from + index,
    sign: all.length - name.length,
  }));
}

/** `@moon2020 [p. 3]`. */
function pagesBehind(line: TextLine, at: number): Edit[] {
  const found = /^ \[([^[\]\r\n]{1,80})\](?![([:{])/.exec(wordsOf(line).slice(at));
  if (!found || /^[ xX^]/.test(found[1] ?? '')) return [];
  return [replaced(line, at + 1, 1, '('), replaced(line, at + found[0].length - 1, 1, ')')];
}

function wordsOf({ text, isPlain }: TextLine): string {
  return isPlain && text.includes('@') ? readWords(text) : '';
}

function replaced({ start }: TextLine, at: number, length: number, part: string): Edit {
  return { start: start + at, end: start + at + length, parts: part === '' ? [] : [part] };
}
