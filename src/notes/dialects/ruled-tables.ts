// Tables with rules of characters: Pandoc’s grids, simple and multiline tables, and what programs print.
import type { WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';

/** The lines of a cell, from the top; none in an empty one. */
export type CellLines = readonly WrittenRange[];

export interface DrawnTable {
  /** Its last line. */
  readonly to: number;
  readonly rows: readonly (readonly CellLines[])[];
  /** Do the first rows name the columns? Rows above a rule may be several. */
  readonly hasHeader: boolean;
  /** As a delimiter row has them: `:-:`. */
  readonly aligns?: readonly string[];
}

const border = /^[ \t]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*$/;

/** `+---+---+` above and below each row of `| a | b |`; a rule of `=` stands below the names of the columns. */
export function gridTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
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
  return bars.slice(1).map((end, at) => wordsBetween(line, (bars[at] as number) + 1, end));
}

export function wordsBetween({ text, start }: TextLine, from: number, to: number): WrittenRange | undefined {
  const piece = text.slice(from, to);
  const words = piece.trim();
  if (words === '') return undefined;
  const begin = start + from + piece.indexOf(words);
  return { start: begin, end: begin + words.length };
}

const dashes = /^ {0,3}(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+) *$/;
const longRule = /^ {0,3}-{4,} *$/;

/** Pandoc’s simple and multiline tables: runs of dashes below the names of the columns. */
export function ruledTable(lines: readonly TextLine[], from: number): DrawnTable | undefined {
  const isMultiline = longRule.test(withoutLineEnd((lines[from] as TextLine).text));
  const first = dashesBelow(lines, from, isMultiline ? 6 : 1);
  // reStructuredText has a rule above the names, too; a row with an empty first cell goes on with the one before.
  const isClosed = first === from && lines[from + 2]?.text.trim() === lines[from]?.text.trim();
  const ruleAt = isClosed ? from + 2 : first;
  if (ruleAt === undefined || (ruleAt === from && isMultiline)) return undefined;
  if (from > 0 && !isBlankLine(lines[from - 1] as TextLine)) return undefined;
  const head = lines.slice(isMultiline || isClosed ? from + 1 : from, ruleAt);
  const starts = [...withoutLineEnd((lines[ruleAt] as TextLine).text).matchAll(/[-=]+/g)].map(
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
      const goesOn = isClosed && rows.length > 0 && line.text.slice(0, starts[1] ?? 0).trim() === '';
      if (open === undefined || !(isMultiline || goesOn)) {
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
    const piece = wordsBetween(
      line,
      column === 0 ? 0 : Math.min(start, length),
      starts[column + 1] ?? length,
    );
    if (piece) cells[column]?.push(piece);
  }
}
