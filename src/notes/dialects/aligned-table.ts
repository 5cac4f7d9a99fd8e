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

/** Rows and columns that are a table however its cells are aligned. */
const surely = { rows: 3, columns: 2 } as const;

/** Characters of a line that somebody has set in columns. */
const longestRow = 400;

/**
 * Lines that go on to a blank one and have columns in common: places where none of them has a letter. Cells may be empty,
 * and set to the left or the right.
 */
export function columnTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  if (!isBelowNothing(lines[from - 1])) return undefined;
  let to = from;
  while (lines[to]?.isPlain && isGapped(lines[to] as TextLine)) to += 1;
  const isWhole = to === lines.length || isBlankLine(lines[to] as TextLine);
  if (!isWhole || to - from < surely.rows) return undefined;
  const block = lines.slice(from, to).map((line) => ({ ...line, text: withoutLineEnd(line.text).trimEnd() }));
  if (block.some(({ text }) => text.length > longestRow)) return undefined;
  const columns = commonColumns(block.map(({ text }) => text));
  const rows = block.map((line) => columns.map(({ start, end }) => wordsBetween(line, start, end)));
  const filled = rows.map((row) => row.filter((cell) => cell !== undefined).length);
  const isHead = (block[0] as TextLine).text.startsWith(' ') && (filled[0] ?? 0) > 1;
  if (columns.length < surely.columns || filled.some((count) => count < 2)) return undefined;
  if (rows.filter((row) => row[0] !== undefined).length < rows.length - (isHead ? 1 : 0)) return undefined;
  return tableOf(rows, block, to - 1);
}

/** No sentence with a wide gap, no code, no item. */
function isGapped(line: TextLine): boolean {
  const text = line.text.trim();
  return (
    isRow({ ...line, text }) &&
    /\S {2,}\S/.test(text) &&
    !/\t|[{}]|;$|=>|==|[.!?] {2,3}\p{Lu}\p{Ll}/u.test(text)
  );
}

/** Between runs of two places and more that are blank in all of the lines. */
function commonColumns(texts: readonly string[]): readonly WrittenRange[] {
  const length = Math.max(...texts.map((text) => text.length));
  const isFree = Array.from({ length }, (_, at) => texts.every((text) => (text[at] ?? ' ') === ' '));
  const columns: { start: number; end: number }[] = [];
  for (let at = 0; at < length; at += 1) {
    const last = columns.at(-1);
    if (isFree[at]) continue;
    const isGap = !last || (isFree[at - 1] && isFree[at - 2]);
    if (isGap) columns.push({ start: at, end: at + 1 });
    else last.end = at + 1;
  }
  return columns;
}

/** Rows of one count of tabs, or fewer at their end, in which cells are empty. */
export function tabTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  const above = lines[from - 1];
  if (above !== undefined && !isBlankLine(above) && above.text.trim().includes('\t')) return undefined;
  let to = from;
  while (lines[to]?.isPlain && isTabRow(lines[to] as TextLine)) to += 1;
  const block = lines.slice(from, to);
  const cells = block.map((line) => tabCells(line));
  const most = Math.max(0, ...cells.map((row) => row.length));
  const whole = cells.filter((row) => row.length === most).length;
  if (block.length < surely.rows || most < 3 || whole * 2 < block.length) return undefined;
  if (block.filter(({ text }) => !text.startsWith('\t')).length < 2) return undefined;
  const rows = cells.map((row) => Array.from({ length: most }, (_, at) => row[at]));
  return tableOf(rows, block, to - 1);
}

/** Tabs between words, and no bullet before the first of them. */
function isTabRow({ text }: TextLine): boolean {
  return (
    /\S[ ]*\t[ \t]*\S/.test(text) &&
    !/^[ \t]*(?:[-*+•◦▪▫‣⁃·–o§>#|]|\[[ xX]\]|\(?\w{1,3}[.)])[ \t]|[|]/.test(text)
  );
}

function tabCells(line: TextLine): (WrittenRange | undefined)[] {
  const text = withoutLineEnd(line.text);
  let from = 0;
  return text.split('\t').map((cell) => {
    const start = from;
    from += cell.length + 1;
    return wordsBetween(line, start, start + cell.length);
  });
}

/** The first row names the columns where it has no amounts and others do. */
function tableOf(
  rows: readonly (readonly (WrittenRange | undefined)[])[],
  lines: readonly TextLine[],
  to: number,
): DrawnTable {
  const texts = rows.map((row, index) =>
    row.map((cell) => (cell ? textAt(lines[index] as TextLine, cell.start, cell.end) : '')),
  );
  const [head = [], ...body] = texts;
  // A row of years has no other sense.
  const isHead = head[0] !== '' && head.slice(1).every((text) => /^(?:(?:19|20)\d\d)?$/.test(text));
  const hasHeader =
    (isHead || head.every((text) => !isAmount(text))) && body.some((row) => row.some(isAmount));
  return { to, rows: rows.map((row) => row.map((cell) => (cell ? [cell] : []))), hasHeader };
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
