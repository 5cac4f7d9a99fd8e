// Heights of tables, over columns as a browser shares out their widths.
import type { Table, TableRow } from 'mdast';
import type { Phrasing } from '../notes/index.ts';
import type { ContentWidths } from './break-lines.ts';
import type { MeasureContext, Placement } from './measure-context.ts';
import { textHeight } from './paragraph.ts';
import type { TextStyle } from './theme.ts';

/** The rule below the header row in the base stylesheet, px. */
const headerRule = 2;

/** Rows as tall as their tallest cell, over columns as a browser shares them out. */
export function tableHeight(context: MeasureContext, table: Table, placement: Placement): number {
  const columns = columnsOf(context, table, placement);
  if (isTooLarge(context, columns, table, placement)) return Number.POSITIVE_INFINITY;
  const widths =
    givenWidths(context, table, placement) ??
    columnWidths(context, columns, table, placement.width, table.data?.tight ? 'character' : 'word');
  const styles = [cellStyle(context, placement, 0), cellStyle(context, placement, 1)] as const;
  const heights = table.children.map((node, row) => {
    const style = styles[row === 0 ? 0 : 1];
    const wanted = cellWidths(context, node, row, placement, style);
    const cells = node.children.map(({ children, data }, at) => {
      const covered = widths.slice(at, at + (data?.span?.columns ?? 1));
      const width = sum(covered) - (columns[at]?.padding ?? 0);
      const [only] = children;
      if (!only) return 0;
      const isOneLine = children.length === 1 && only.type === 'text' && (wanted[at]?.whole ?? 0) <= width;
      return isOneLine ? style.line : textHeight(context, children as Phrasing[], style, width);
    });
    const air = row === 0 ? 0 : 2 * (table.data?.air ?? 0);
    return Math.max(0, ...cells) + rowFrame(context, row) + air;
  });
  return heights.reduce((sum, height) => sum + height, 0) + outerRules(context);
}

/** Rules above and below the table; the last stands in the place of that of its last row. */
function outerRules({ number }: MeasureContext): number {
  const rule = number('--table-rule');
  return rule === 0 ? 0 : 2 * rule - Math.min(rule, number('--rule-width'));
}

/** Words that need not be broken at the normal size are not broken at a larger one: it does not fit. */
function isTooLarge(
  context: MeasureContext,
  columns: readonly Column[],
  table: Table,
  { style, width }: Placement,
): boolean {
  const { theme, typeSize } = context;
  const given = givenWidths(context, table, { width });
  if (given) return columns.some(({ word }, at) => word > (given[at] ?? 0) * (1 + rounding));
  if (table.data?.tight || (style.size <= theme.bodySizes.sm.body.size && typeSize === undefined))
    return false;
  return isTooWide(context, columns, table, width);
}

/** px, where the columns have the widths of a table that they are a part of. */
function givenWidths(
  context: MeasureContext,
  table: Table,
  { width }: Pick<Placement, 'width'>,
): readonly number[] | undefined {
  const stub = stubWidth(context, table);
  return table.data?.shares?.map((share, at) => (at === 0 && stub > 0 ? stub : (share / 100) * width));
}

/** px that the first column takes in the column at the side of the content; 0 where it stands among the others. */
function stubWidth({ number }: MeasureContext, { data }: Table): number {
  return data?.stub && number('--label-column') > 0 ? number('--label-column') + number('--label-gap') : 0;
}

/** Whether the longest words of the columns are wider together than there is room. */
function isTooWide(
  context: MeasureContext,
  columns: readonly Column[],
  table: Table,
  width: number,
): boolean {
  const stub = stubWidth(context, table);
  if (stub === 0) return total(columns, 'word') > width;
  return (columns[0]?.word ?? 0) > stub || total(columns.slice(1), 'word') > width;
}

function columnWidths(
  context: MeasureContext,
  columns: readonly Column[],
  table: Table,
  width: number,
  least: 'character' | 'word',
): readonly number[] {
  const stub = stubWidth(context, table);
  return stub === 0
    ? shareWidth(columns, width, least)
    : [stub, ...shareWidth(columns.slice(1), width, least)];
}

/**
 * How the columns of a table as wide as the line share it, in whole %, a first one beside the content with 0; undefined
 * where their longest words do not fit side by side. So wide are they on each slide that a part of the table stands on.
 */
export function columnShares(
  context: MeasureContext,
  table: Table,
  placement: Placement,
): readonly number[] | undefined {
  const all = columnsOf(context, table, placement);
  const hasStub = stubWidth(context, table) > 0;
  if (hasStub && isTooWide(context, all, table, placement.width)) return undefined;
  const columns = hasStub ? all.slice(1) : all;
  const widths = shareWidth(columns, placement.width, 'word');
  const percent = 100 / sum(widths);
  const least = columns.map(({ word }) => Math.ceil((100 * word) / placement.width));
  const shares = widths.map((width, at) => Math.max(least[at] ?? 0, Math.round(width * percent)));
  for (let over = sum(shares) - 100; over !== 0; over = sum(shares) - 100) {
    const room = shares.map((share, at) => share - (least[at] ?? 0));
    const widest = room.indexOf(Math.max(...room));
    if (over > 0 && room[widest] === 0) return undefined;
    shares[widest] = (shares[widest] ?? 0) - Math.sign(over);
  }
  return hasStub ? [0, ...shares] : shares;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** Whether a table is too wide even in its narrowest columns. */
export function isTightTable(context: MeasureContext, table: Table, placement: Placement): boolean {
  return isTooWide(context, columnsOf(context, table, placement), table, placement.width);
}

function rowFrame({ number }: MeasureContext, row: number): number {
  return 2 * number('--cell-padding-y') + (row === 0 ? headerRule : number('--rule-width'));
}

function cellStyle({ number }: MeasureContext, { style }: Placement, row: number): TextStyle {
  const name = row === 0 ? '--table-head' : '--table';
  const weight = (row === 0 && number('--table-head-weight')) || style.weight;
  return { ...style, weight, size: number(`${name}-size`), line: number(`${name}-line`) };
}

/** Widths of a column, px, its padding included. */
interface Column extends ContentWidths {
  readonly padding: number;
}

function columnsOf(context: MeasureContext, table: Table, placement: Placement): Column[] {
  const rows = table.children;
  const count = Math.max(0, ...rows.map(({ children }) => children.length));
  const columns = Array.from({ length: count }, () => ({ character: 0, word: 0, whole: 0 }));
  const styles = [cellStyle(context, placement, 0), cellStyle(context, placement, 1)] as const;
  for (const [row, node] of rows.entries()) {
    for (const [at, widths] of cellWidths(
      context,
      node,
      row,
      placement,
      styles[row === 0 ? 0 : 1],
    ).entries()) {
      const column = columns[at];
      if (!column || (node.children[at]?.data?.span?.columns ?? 1) > 1) continue;
      column.character = Math.max(column.character, widths.character);
      column.word = Math.max(column.word, widths.word);
      column.whole = Math.max(column.whole, widths.whole);
    }
  }
  return columns.map((column, at) => {
    const padding = paddingOf(context, at, count, stubWidth(context, table) > 0);
    const { character, word, whole } = column;
    return { padding, character: padding + character, word: padding + word, whole: padding + whole };
  });
}

/** How narrow and how wide the cells of a row can be; the head of a table is none of the rows of another. */
function cellWidths(
  context: MeasureContext,
  node: TableRow,
  row: number,
  placement: Placement,
  style: TextStyle,
): readonly ContentWidths[] {
  const measure = (): readonly ContentWidths[] =>
    node.children.map(({ children }) => context.widths(children as Phrasing[], style));
  return row === 0 ? measure() : context.cellWidths(node, placement, measure);
}

/** The first and the last column have no padding outside; one beside the content ends before the gap. */
function paddingOf({ number }: MeasureContext, column: number, count: number, hasStub: boolean): number {
  if (hasStub && column === 0) return number('--label-gap');
  const sides = (column === (hasStub ? 1 : 0) ? 0 : 1) + (column === count - 1 ? 0 : 1);
  return sides * number('--cell-padding-x');
}

function total(columns: readonly Column[], of: 'character' | 'word' | 'whole'): number {
  return columns.reduce((sum, column) => sum + column[of], 0);
}

/** Browsers set text at a size rounded down to a 64th of a px, so it is this much narrower at most. */
const rounding = 0.0007;

/**
 * CSS 2.1, 17.5.2.2: columns as wide as they like to be when there is room, otherwise between
 * their narrowest and their widest in proportion to the difference.
 */
function shareWidth(columns: readonly Column[], width: number, least: 'character' | 'word'): number[] {
  const whole = total(columns, 'whole');
  if (whole <= width * (1 + rounding)) return columns.map((column) => column.whole);
  const share = Math.max(0, (width - total(columns, least)) / (whole - total(columns, least)));
  return columns.map((column) => column[least] + (column.whole - column[least]) * share);
}
