// Lists that Markdown takes for code: indented by four below a label, or in a fence that names no language.
import type { Edit } from '../markdown/rewritten-text.ts';
import {
  indentOf,
  isBlankLine,
  leadingSpace,
  type TextLine,
  withoutLineEnd,
} from '../markdown/source-lines.ts';
import { isPlainWords, setInEdits } from './set-in-words.ts';

/** Columns from which lines that are in no list are code. */
const codeIndent = 4;

export function indentedListEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = fenceEnd(lines, at) ?? indentEnd(lines, at);
    if (end === undefined) continue;
    const isFence = !lines[at]?.isPlain;
    const inside = lines.slice(isFence ? at + 1 : at, end);
    const hasLanguage = isFence && /[^`~\s]/.test(lines[at]?.text ?? '');
    if (
      !hasLanguage &&
      end <= lines.length &&
      (isListed(inside, isFence ? itemInFence : item) || (isFence && isProse(inside)))
    )
      edits.push(
        ...(isFence
          ? [lines[at], lines[end]].flatMap((line) => (line ? [emptied(line)] : []))
          : dedented(inside)),
      );
    else if (!isFence) edits.push(...setInEdits(inside));
    at = isFence ? end : end - 1;
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** The line that ends a fence; undefined where none begins. */
export function fenceEnd(lines: readonly TextLine[], from: number): number | undefined {
  const mark = lines[from]?.isPlain ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(lines[from]?.text ?? '')?.[1];
  if (mark === undefined) return undefined;
  let end = from + 1;
  while (end < lines.length && lines[end]?.text.trim() !== mark) end += 1;
  return end;
}

/** Behind the last line of what is indented below a label at the margin. */
function indentEnd(lines: readonly TextLine[], from: number): number | undefined {
  if (!isIndented(lines[from] as TextLine) || !isBelowLabel(lines, from)) return undefined;
  let end = from + 1;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (!isBlankLine(line) && !isIndented(line)) break;
    if (!isBlankLine(line)) end = at + 1;
  }
  return end;
}

function isIndented({ text, isPlain }: TextLine): boolean {
  return isPlain && text.trim() !== '' && indentOf(text) >= codeIndent;
}

/** Right below a heading, or behind a blank line below a line that names something. */
function isBelowLabel(lines: readonly TextLine[], from: number): boolean {
  let at = from - 1;
  while (at >= 0 && isBlankLine(lines[at] as TextLine)) at -= 1;
  const above = lines[at];
  if (!above?.isPlain || indentOf(above.text) > 0) return false;
  const words = above.text.trim();
  if (/^#{1,6}\s/.test(words)) return true;
  if (at === from - 1 || /^(?:[-*+•>|]|\d+[.)])\s/.test(words)) return false;
  return words.length <= 60 && /\p{L}/u.test(words) && !/[.!?。;,]$/u.test(words);
}

const item = /^\s*(?:[-*+•◦]|\d{1,3}[.)])[ \t]+(\S.*)/;
const itemInFence = /^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(\S.*)/;

/** Every line at the margin of these is a bullet of words, and what stands deeper is no code. */
function isListed(inside: readonly TextLine[], sign: RegExp): boolean {
  const full = inside.filter((line) => !isBlankLine(line)).map(({ text }) => text.trimEnd());
  const margin = Math.min(...full.map(indentOf));
  const signs = new Set(full.flatMap((text) => /^\s*([-+])\s/.exec(text)?.[1] ?? []));
  // Lines that were taken out and put in.
  if (full.length === 0 || signs.size > 1) return false;
  if (full.every((text) => /^\s*[-*+]\s+[\w.-]+:(?:\s|$)/.test(text) && !/^\s*\S+\s+\p{Lu}/u.test(text)))
    return false;
  return full.every((text) => {
    const words = sign.exec(text)?.[1];
    const isValue = words === undefined && /^\s*[\w.-]+:(?:\s|$)/.test(text);
    return (
      (words !== undefined || (indentOf(text) > margin && !isValue)) && isPlainWords(words ?? text.trim())
    );
  });
}

/** Words of a paragraph of prose, and of its lines on average. */
const prose = { words: 8, onLine: 5 } as const;

/** Paragraphs that begin and end as sentences do; below them a few words may say where they are from. */
function isProse(inside: readonly TextLine[]): boolean {
  const paragraphs = inside
    .map(({ text }) => text.trimEnd())
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').filter(Boolean))
    .filter(({ length }) => length > 0);
  const last = paragraphs.at(-1);
  const isNamed = paragraphs.length > 1 && last?.length === 1 && isOrigin(last[0] ?? '');
  const sentences = isNamed ? paragraphs.slice(0, -1) : paragraphs;
  return sentences.length > 0 && sentences.every(isOfSentences);
}

function isOfSentences(lines: readonly string[]): boolean {
  const text = lines.join(' ');
  const words = text.split(/\s+/).length;
  return (
    words >= prose.words &&
    words >= prose.onLine * lines.length &&
    /^[\p{Lu}"“«¿¡]/u.test(text) &&
    /[.!?。…]["”»]?$/u.test(text) &&
    lines.every((line) => indentOf(line) === 0 && isPlainWords(line) && !/\S {3}|\t/.test(line))
  );
}

/** `(The Miller’s Book, chapter 2)`, or a name without the end of a sentence. */
function isOrigin(text: string): boolean {
  return text.length <= 80 && isPlainWords(text) && /^(?:\(.*\)|\p{Lu}.*[^.!?:;,])$/u.test(text);
}

function emptied({ text, start }: TextLine): Edit {
  return { start, end: start + withoutLineEnd(text).length, parts: [] };
}

function dedented(inside: readonly TextLine[]): Edit[] {
  const margin = Math.min(...inside.filter((line) => !isBlankLine(line)).map(({ text }) => indentOf(text)));
  return inside.flatMap(({ text, start }) => {
    const length = leadingSpace(text, margin);
    return length === 0 ? [] : [{ start, end: start + length, parts: [] }];
  });
}

/** Markdown's own item goes on there. */
export function isBelowItem(lines: readonly TextLine[], at: number): boolean {
  let isBelowBlank = false;
  for (let above = at - 1; above >= 0; above -= 1) {
    const line = lines[above] as TextLine;
    if (isBlankLine(line)) isBelowBlank = true;
    else if (isItem(line.text.trimStart())) return true;
    else if (indentOf(line.text) === 0 || (isBelowBlank && indentOf(line.text) < 2)) return false;
  }
  return false;
}

/** With its bullet or number at the margin. */
export function isItem(text: string): boolean {
  return /^(?:[-*+•]|\d{1,3}[.)])[ \t]/.test(text);
}
