// Tables that are drawn with characters: Pandoc’s grids, simple and multiline tables, and columns that tabs or spaces
// align. They become tables with bars.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';

/** The lines of a cell, from the top; none in an empty one. */
type CellLines = readonly WrittenRange[];

interface DrawnTable {
  /** Its last line. */
  readonly to: number;
  readonly rows: readonly (readonly CellLines[])[];
  /** Do the first rows name the columns? Rows above a rule may be several. */
  readonly hasHeader: boolean;
  /** As a delimiter row has them: `:-:`. */
  readonly aligns?: readonly string[];
}

export function tableEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (!line.isPlain || isBlankLine(line)) continue;
    const table = gridTable(lines, at) ?? ruledTable(lines, at) ?? alignedTable(lines, at);
    if (!table) continue;
    const margin = /^[ \t>]*/.exec(line.text)?.[0] ?? '';
    const last = lines[table.to] as TextLine;
    const start = line.start + Math.min(margin.length, line.text.length);
    edits.push({
      start,
      end: last.start + withoutLineEnd(last.text).length,
      parts: pipeTable(table, `\n${margin}`, lines[at - 1]),
    });
    at = table.to;
  }
  return edits;
}

function pipeTable(
  { rows, hasHeader, aligns }: DrawnTable,
  lineEnd: string,
  above: TextLine | undefined,
): Edit['parts'] {
  const columns = Math.max(...rows.map((row) => row.length));
  const numbers = Array.from({ length: columns }, (_, at) => at);
  const rule = `|${numbers.map((at) => aligns?.[at] ?? '---').join('|')}|`;
  const [head = [], ...body] = hasHeader ? rows : [[], ...rows];
  const printed = (row: readonly CellLines[]): Edit['parts'] => [
    '|',
    ...numbers.flatMap((at) => [' ', ...cellParts(row[at] ?? []), ' |']),
  ];
  const isBelowWords = above?.isPlain && !isBlankLine(above);
  return [
    ...(isBelowWords ? [lineEnd] : []),
    ...printed(head),
    lineEnd + rule,
    ...body.flatMap((row) => [lineEnd, ...printed(row)]),
  ];
}

function cellParts(cell: CellLines): Edit['parts'] {
  return cell.flatMap((place, at) => (at === 0 ? [place] : [' ', place]));
}

const border = /^[ \t]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*$/;

/** `+---+---+` above and below each row of `| a | b |`; a rule of `=` stands below the names of the columns. */
function gridTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  if (!border.test(withoutLineEnd((lines[from] as TextLine).text))) return undefined;
  const columns = edgesOf(lines[from] as TextLine).length - 1;
  const rows: CellLines[][] = [];
  let open: WrittenRange[][] | undefined;
  let hasHeader = false;
  let aligns: readonly string[] | undefined;
  let to = from;
  // Programs print rows without rules between them; Pandoc has one below each.
  const isPrinted = bordersFrom(lines, from) <= 3;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const text = withoutLineEnd(line.text).trim();
    if (!isGridLine(line)) break;
    if (border.test(withoutLineEnd(line.text))) {
      if (at > from && !open && rows.length === 0) return undefined;
      if (open) rows.push(open);
      if (text.includes('=')) hasHeader = rows.length > 0;
      if (text.includes(':')) aligns = text.slice(1, -1).split('+').map(alignOf);
      open = undefined;
      to = at;
      continue;
    }
    const pieces = piecesBetween(line, '|');
    if (pieces.length !== columns) return undefined;
    if (open && isPrinted && pieces[0]) {
      rows.push(open);
      open = undefined;
    }
    open ??= pieces.map(() => []);
    for (const [column, piece] of pieces.entries()) if (piece) open[column]?.push(piece);
  }
  return rows.length === 0
    ? undefined
    : { to, rows, hasHeader: hasHeader || rows.length > 1, ...(aligns && { aligns }) };
}

function isGridLine({ text, isPlain }: TextLine): boolean {
  return isPlain && /^[+|].*[+|]$/.test(text.trim());
}

function bordersFrom(lines: readonly TextLine[], from: number): number {
  let count = 0;
  for (let at = from; count <= 3 && at < lines.length && isGridLine(lines[at] as TextLine); at += 1)
    if (border.test(withoutLineEnd((lines[at] as TextLine).text))) count += 1;
  return count;
}

function edgesOf({ text }: TextLine): readonly number[] {
  return [...text.matchAll(/\+/g)].map(({ index }) => index);
}

function alignOf(rule: string): string {
  return `${rule.startsWith(':') ? ':' : ''}---${rule.endsWith(':') ? ':' : ''}`;
}

/** The words between the bars of a line; undefined where there are none. */
function piecesBetween(line: TextLine, bar: string): readonly (WrittenRange | undefined)[] {
  const text = withoutLineEnd(line.text).trimEnd();
  const bars = [...text].flatMap((letter, at) => (letter === bar ? [at] : []));
  return bars.slice(1).map((end, at) => trimmed(line, (bars[at] as number) + 1, end));
}

function trimmed({ text, start }: TextLine, from: number, to: number): WrittenRange | undefined {
  const piece = text.slice(from, to);
  const words = piece.trim();
  if (words === '') return undefined;
  const begin = start + from + piece.indexOf(words);
  return { start: begin, end: begin + words.length };
}

const dashes = /^ {0,3}-{2,}(?: +-{2,})+ *$/;
const longRule = /^ {0,3}-{4,} *$/;

/** Pandoc’s simple and multiline tables: runs of dashes below the names of the columns. */
function ruledTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  const isMultiline = longRule.test(withoutLineEnd((lines[from] as TextLine).text));
  const ruleAt = dashesBelow(lines, from, isMultiline ? 6 : 1);
  if (ruleAt === undefined || (ruleAt === from && isMultiline)) return undefined;
  if (from > 0 && !isBlankLine(lines[from - 1] as TextLine)) return undefined;
  const head = lines.slice(isMultiline ? from + 1 : from, ruleAt);
  const starts = [...withoutLineEnd((lines[ruleAt] as TextLine).text).matchAll(/-+/g)].map(
    ({ index }) => index,
  );
  const rows: CellLines[][] = [];
  let open: WrittenRange[][] | undefined;
  let to: number | undefined;
  for (let at = ruleAt + 1; at < lines.length && to === undefined; at += 1) {
    const line = lines[at] as TextLine;
    const isEnd = isMultiline
      ? longRule.test(withoutLineEnd(line.text))
      : isBlankLine(line) || dashes.test(withoutLineEnd(line.text));
    if (isEnd) to = isBlankLine(line) ? at - 1 : at;
    else if (!line.isPlain) return undefined;
    else if (isBlankLine(line)) open = undefined;
    else {
      if (open === undefined || !isMultiline) {
        open = starts.map(() => []);
        rows.push(open);
      }
      addCells(open, line, starts);
    }
  }
  if (to === undefined && isMultiline) return undefined;
  const names: WrittenRange[][] = starts.map(() => []);
  for (const line of head) addCells(names, line, starts);
  const hasHeader = head.length > 0;
  if (rows.length === 0 || (!hasHeader && !dashes.test(withoutLineEnd((lines[to ?? from] as TextLine).text))))
    return undefined;
  if (hasHeader && names.filter((cell) => cell.length > 0).length < 2) return undefined;
  return { to: to ?? lines.length - 1, rows: hasHeader ? [names, ...rows] : rows, hasHeader };
}

function dashesBelow(lines: readonly TextLine[], from: number, most: number): number | undefined {
  for (let at = from; at <= from + most && at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (isBlankLine(line) || !line.isPlain) return undefined;
    if (dashes.test(withoutLineEnd(line.text))) return at;
  }
  return undefined;
}

/** Each column reaches to where the next begins. */
function addCells(cells: WrittenRange[][], line: TextLine, starts: readonly number[]): void {
  const { length } = withoutLineEnd(line.text);
  for (const [column, start] of starts.entries()) {
    const piece = trimmed(line, column === 0 ? 0 : Math.min(start, length), starts[column + 1] ?? length);
    if (piece) cells[column]?.push(piece);
  }
}

/** Several lines of as many columns each, parted by tabs, or by two spaces and more that begin at the same places. */
function alignedTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  if (!isBelowNothing(lines[from - 1])) return undefined;
  const rows: (readonly WrittenRange[])[] = [];
  let at = from;
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
  const isHead = head.every((text) => !isAmount(text)) && body.some((row) => row.some(isAmount));
  const isNames = !texts.flat().some(isAmount) && rows.length > 2;
  return { to: at - 1, rows: rows.map((row) => row.map((place) => [place])), hasHeader: isHead || isNames };
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
    const cell = trimmed(line, from, index);
    if (cell) cells.push(cell);
    from = index + gap.length;
  }
  const last = trimmed(line, from, text.length);
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
