// Quotations that stand in a fence without a language, each above its source: nothing in them is code.
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { fenceEnd } from './indented-lists.ts';
import { isPlainWords } from './set-in-words.ts';
import { isVerse } from './verses.ts';

/** Fences without a language. */
export const bareFence: RegExp = /^ {0,3}(?:`{3,}|~{3,})[ \t\r]*$/m;

/** Letters of a source. */
const longestSource = 100;

/** Words of the shortest quotation: above a name, and above one word in small letters. */
const fewest = { words: 4, aboveOther: 8 } as const;

export function fencedQuoteEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = fenceEnd(lines, at);
    if (end === undefined) continue;
    const isBare = /^ {0,3}[`~]+\s*$/.test(lines[at]?.text ?? '');
    const quotes = isBare && end < lines.length ? quotesIn(lines.slice(at + 1, end)) : undefined;
    if (quotes)
      edits.push(
        emptied(lines[at] as TextLine),
        ...quotes.flatMap(quoteEdits),
        emptied(lines[end] as TextLine),
      );
    at = end;
  }
  return edits;
}

interface Quote {
  readonly lines: readonly TextLine[];
  readonly source: TextLine;
}

/** Undefined unless all of it is quotations with their sources. */
function quotesIn(inside: readonly TextLine[]): readonly Quote[] | undefined {
  const quotes: Quote[] = [];
  let from = 0;
  for (const [at, line] of inside.entries()) {
    const isLast = inside[at + 1] === undefined || isBlankLine(inside[at + 1] as TextLine);
    if (!isLast || !isSource(line, inside[at - 1])) continue;
    const words = inside.slice(from, at);
    const first = words.findIndex((word) => !isBlankLine(word));
    const isName = /\p{Lu}|\S\s+\S+\s+\S/u.test(line.text);
    if (first === -1 || !isQuoted(words.slice(first), isName ? fewest.words : fewest.aboveOther))
      return undefined;
    quotes.push({ lines: words.slice(first), source: line });
    from = at + 1;
  }
  const isWhole = inside.slice(from).every(isBlankLine);
  return quotes.length > 0 && isWhole ? quotes : undefined;
}

const dash = /^\s{0,8}(?:[-–—―~]|--)\s*(?=[\p{L}@"“«])/u;

/** A dash and a name: below a blank line, or behind a dash that is no bullet, or with a capital below a sentence. */
function isSource({ text }: TextLine, above: TextLine | undefined): boolean {
  const sign = dash.exec(text)?.[0];
  const name = text.slice(sign?.length ?? 0).trim();
  if (sign === undefined || above === undefined) return false;
  if (name.length > longestSource || !isPlainWords(name)) return false;
  if (/[!?;:,]$|(?<!(?:^|\P{L})(?:[JSD]r|\p{Lu}))\.$/u.test(name)) return false;
  if (isBlankLine(above) || /[–—―]|--/.test(sign)) return true;
  return /^["“«]?\p{Lu}/u.test(name) && /[.!?…]["”»]?\s*$/.test(above.text);
}

/** Words at one margin, and neither columns nor the signs of code. */
function isQuoted(lines: readonly TextLine[], fewestWords: number): boolean {
  const full = lines.filter((line) => !isBlankLine(line)).map(({ text }) => text.trimEnd());
  const margin = Math.min(...full.map(indentOf));
  const isText = full.every(
    (text) =>
      indentOf(text) === margin &&
      !/[^.!?…\s] {3}|\t\S/.test(text.trim()) &&
      isPlainWords(text.trim().replace(/#(?=\d)|(?<=\p{L} ?);(?=\s*$|\s+\p{L})/gu, '')),
  );
  const isSetting = full.every((text) => /^\s*[a-z][\w.-]*:\s/.test(text));
  if (!isText || isSetting) return false;
  return (
    full
      .join(' ')
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word)).length >= fewestWords
  );
}

function quoteEdits({ lines, source }: Quote): Edit[] {
  const isBroken = isVerse(lines.filter((line) => !isBlankLine(line)));
  const [first] = lines;
  const words = lines.map((line, at): Edit => {
    const { text, start } = line;
    const lead = text.length - text.trimStart().length;
    if (isBlankLine(line)) return { start, end: start + withoutLineEnd(text).length, parts: ['>'] };
    const sign = /^\s*(?:[-+*#>]|\d+[.)])/.test(text) ? '\\' : '';
    const end = start + text.trimEnd().length;
    const next = lines[at + 1];
    const hasBreak = isBroken && next !== undefined && !isBlankLine(next);
    return {
      start,
      end: start + withoutLineEnd(text).length,
      parts: [`${line === first ? '\n' : ''}> ${sign}`, { start: start + lead, end }, hasBreak ? '\\' : ''],
    };
  });
  const name = source.start + (dash.exec(source.text)?.[0].length ?? 0);
  const above = lines.at(-1);
  const gap = above && !isBlankLine(above) ? '>\n' : '';
  return [
    ...words,
    {
      start: source.start,
      end: source.start + withoutLineEnd(source.text).length,
      parts: [`${gap}> — `, { start: name, end: source.start + source.text.trimEnd().length }],
    },
  ];
}

function emptied({ text, start }: TextLine): Edit {
  return { start, end: start + withoutLineEnd(text).length, parts: [] };
}
