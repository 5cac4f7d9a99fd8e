// Tables without rules: columns that tabs or spaces align.
import type { WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { type DrawnTable, wordsBetween } from './ruled-tables.ts';

/** Several lines of as many columns each, parted by tabs, or by two spaces and more that begin at the same places. */
export function alignedTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  if (!isBelowNothing(lines[from - 1])) return undefined;
  const corner = headBehindCorner(lines[from], lines[from + 1]);
  const rows: (readonly WrittenRange[])[] = corner ? [corner] : [];
  let at = from + rows.length;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (!line.isPlain || isBlankLine(line) || !isRow(line)) break;
    const cells = cellsOf(line);
    if (cells.length < 2 || (rows[0] && rows[0].length !== cells.length)) break;
    rows.push(cells);
  }
  const isWhole = at === lines.length || isBlankLine(lines[at] as TextLine);
  if (
    rows.length < 2 ||
    !isWhole ||
    isByChance(rows, lines[from] as TextLine) ||
    !isAligned(rows, lines, from)
  )
    return undefined;
  const texts = rows.map((row, index) =>
    row.map(({ start, end }) => textAt(lines[from + index] as TextLine, start, end)),
  );
  // `Title:` and such say what stands behind them, line by line.
  if (texts.every(([name = '']) => /[:：]$/u.test(name))) return undefined;
  const [head = [], ...body] = texts;
  const isHead =
    corner !== undefined || (head.every((text) => !isAmount(text)) && body.some((row) => row.some(isAmount)));
  // A column of numbers or days from its first cell on has no head.
  const isCounted = head.some((_, column) => texts.every((row) => /\d/.test(row[column] ?? '')));
  const isNames = !texts.flat().some(isAmount) && rows.length > 2 && !isCounted;
  return { to: at - 1, rows: rows.map((row) => row.map((place) => [place])), hasHeader: isHead || isNames };
}

/** The names of columns above all but the first, which has none. */
function headBehindCorner(
  line: TextLine | undefined,
  next: TextLine | undefined,
): readonly WrittenRange[] | undefined {
  if (!line || !next || !/^ {4,}\S.* {2}/.test(line.text) || !isRow(next)) return undefined;
  const [names, cells] = [cellsOf(line), cellsOf(next)];
  const isBelow = names.every(
    ({ start }, index) => start - line.start === (cells[index + 1]?.start ?? 0) - next.start,
  );
  const corner = { start: line.start, end: line.start };
  return names.length > 1 && cells.length === names.length + 1 && isBelow ? [corner, ...names] : undefined;
}

/** Two lines of prose may have two spaces at one place. */
function isByChance(rows: readonly (readonly WrittenRange[])[], { text }: TextLine): boolean {
  return !text.includes('\t') && rows.length * (rows[0]?.length ?? 0) < 6;
}

/** Above a table of columns stands nothing, or a line of words that is none of it. */
function isBelowNothing(above: TextLine | undefined): boolean {
  return above === undefined || isBlankLine(above) || cellsOf(above).length === 1;
}

/** No item of a list, no heading, no table with bars. */
function isRow({ text }: TextLine): boolean {
  return !/^[ \t]*(?:[-*+•◦▪▫‣⁃·–o§>#|]|\[[ xX]\]|\(?\w{1,3}[.)])[ \t]|^(?: {4}|\t)|[|]/.test(text);
}

function cellsOf(line: TextLine): readonly WrittenRange[] {
  const text = withoutLineEnd(line.text).trimEnd();
  const gaps = text.includes('\t') ? /[ ]*\t[ \t]*/g : / {2,}/g;
  const cells: WrittenRange[] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(gaps)) {
    const cell = wordsBetween(line, from, index);
    if (cell) cells.push(cell);
    from = index + gap.length;
  }
  const last = wordsBetween(line, from, text.length);
  return last ? [...cells, last] : cells;
}

/** With tabs as they are; else every column begins, or ends, at one place in all lines, and is short. */
function isAligned(
  rows: readonly (readonly WrittenRange[])[],
  lines: readonly TextLine[],
  from: number,
): boolean {
  const all = rows.map((row, index) => ({ row, line: lines[from + index] as TextLine }));
  if (all.every(({ line }) => withoutLineEnd(line.text).trimEnd().includes('\t'))) return true;
  if (all.some(({ line }) => line.text.includes('\t'))) return false;
  const columns = (rows[0] ?? []).map((_, column) =>
    all.map(({ row, line }) => ({
      start: (row[column]?.start ?? 0) - line.start,
      end: (row[column]?.end ?? 0) - line.start,
    })),
  );
  return columns.every(
    (cells) =>
      cells.every(({ start }) => start === cells[0]?.start) ||
      cells.every(({ end }) => end === cells[0]?.end),
  );
}

function textAt(line: TextLine, start: number, end: number): string {
  return line.text.slice(start - line.start, end - line.start);
}

function isAmount(text: string): boolean {
  return /^[^\p{L}\d]{0,3}\d[\d.,:\s’']*\s?[^\s\d]{0,4}$/u.test(text);
}
