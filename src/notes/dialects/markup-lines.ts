// What the readers of whole markups share: lines of blocks in blocks, and their edits.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, leadingSpace, type TextLine, textLines } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';

/** A line of a block, without its line end and without what sets the block in. */
export interface BlockLine extends TextLine {
  /** Where the line begins with what sets it in. */
  readonly from: number;
  /** It stands behind the sign of its block, on the same line. */
  readonly isFirst: boolean;
}

export interface MarkupPlace {
  /** What lines of the block begin with in Markdown. */
  readonly margin: string;
  /** Blocks around this one. */
  readonly depth: number;
  readonly report: Report;
}

/** Edits for the lines of a block in a block, which begin with the margin. */
export type ReadInside = (inner: readonly BlockLine[], margin: string) => Edit[];

/** Edits, and the number of the line behind what they read. */
export interface MarkupBlock {
  readonly to: number;
  readonly edits: readonly Edit[];
}

export function marginOf({ isFirst }: BlockLine, { margin }: Pick<MarkupPlace, 'margin'>): string {
  return isFirst ? '' : margin;
}

/** The line with another beginning, in place of so many of its characters. */
export function begun(
  line: BlockLine,
  length: number,
  place: Pick<MarkupPlace, 'margin'>,
  ...parts: Edit['parts']
): Edit[] {
  const margin =
    isBlankLine(line) && parts.length === 0 ? marginOf(line, place).trimEnd() : marginOf(line, place);
  const end = line.start + length;
  if (margin === '' && parts.length === 0 && end === line.from) return [];
  return [{ start: line.from, end, parts: [margin, ...parts] }];
}

/** Lines that are not shown. */
export function gone(lines: readonly BlockLine[], place: Pick<MarkupPlace, 'margin'>): Edit {
  const [first, last] = [lines[0] as BlockLine, lines.at(-1) as BlockLine];
  const margin = marginOf(first, place).trimEnd();
  return { start: first.from, end: last.start + last.text.length, parts: [margin] };
}

/** Without the white space that all of them begin with, of so many columns at most. */
export function dedented(lines: readonly BlockLine[], most: number = Infinity): readonly BlockLine[] {
  const columns = lines
    .filter((line) => !isBlankLine(line))
    .reduce((least, { text }) => Math.min(least, indentOf(text)), most);
  return columns === 0 || columns === Infinity ? lines : lines.map((line) => setOut(line, columns));
}

function setOut(line: BlockLine, columns: number): BlockLine {
  const length = leadingSpace(line.text, columns);
  return { ...line, text: line.text.slice(length), start: line.start + length };
}

/** The number of the line behind those that are blank or set in, without blank ones at their end. */
export function blockEnd(lines: readonly BlockLine[], from: number): number {
  let to = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as BlockLine;
    if (isBlankLine(line)) continue;
    if (indentOf(line.text) === 0) break;
    to = at + 1;
  }
  return to;
}

/** What an item holds: its first line behind its sign, and the lines below. */
export function innerLines(
  line: BlockLine,
  sign: number,
  below: readonly BlockLine[],
  most?: number,
): readonly BlockLine[] {
  const start = line.start + sign;
  const first = { ...line, text: line.text.slice(sign), start, from: start, isFirst: true };
  return [first, ...dedented(below, most)];
}

/** Lines as code, in a fence that is longer than any in them. */
export function codeEdits(lines: readonly BlockLine[], language: string, place: MarkupPlace): Edit[] {
  const fences = lines.flatMap(({ text }) => text.match(/`{3,}/g) ?? []);
  const fence = '`'.repeat(fences.reduce((most, { length }) => Math.max(most, length + 1), 3));
  return lines.flatMap((line, at): Edit[] => {
    const head = at === 0 ? [`${fence}${language}\n${place.margin}`] : [];
    const start = line.start + line.text.length;
    const close =
      at === lines.length - 1 ? [{ start, end: start, parts: [`\n${place.margin}${fence}`] }] : [];
    return [...begun(line, 0, place, ...head), ...close];
  });
}

/** Where lines of words follow one another. */
export function paragraphs(text: string): readonly WrittenRange[] {
  const found: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const line of textLines(text, 'text')) {
    const isWords = line.isPlain && !isBlankLine(line);
    const last = found.at(-1);
    if (isWords && isOpen && last) last.end = line.start + line.text.length;
    else if (isWords) found.push({ start: line.start, end: line.start + line.text.length });
    isOpen = isWords;
  }
  return found;
}
