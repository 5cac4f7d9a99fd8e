// A table whose longest words do not fit side by side is cut by columns, the first one shown
// with each part, so that it can be read. Where even two columns are too wide, words break.

import type { ListItem, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { withStub } from '../../layouts/index.ts';
import { type Block, headRows, plainText } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';

/** The same blocks with every table as wide as the slide allows. */
export function fitTables(context: PlanContext, blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'table') return fitTable(context, block);
    if (block.type !== 'list') return [block];
    const children = block.children.map(
      (item): ListItem => ({
        ...item,
        children: fitTables(context, item.children as Block[]) as ListItem['children'],
      }),
    );
    return [{ ...block, children }];
  });
}

function fitTable(context: PlanContext, written: Table): Block[] {
  const whole = withWholeCells(written);
  const table = isTight(context, whole) ? written : whole;
  if (!isTight(context, table)) return [table];
  const groups = columnGroups(context, table);
  return groups.map((columns, index) => {
    const part = pick(table, columns);
    const data = {
      ...(index > 0 ? { continued: ['columns'] as const } : {}),
      ...(isTight(context, part) ? { tight: true as const } : {}),
    };
    return { ...part, data: { ...table.data, ...data } };
  });
}

/** Up to so many characters a cell is a name, a date or an amount: it is not wrapped beside cells that are sentences. */
const longestWhole = 22;

/** The table with spaces in its short cells at which no line breaks; itself where all of its cells are short. */
function withWholeCells(table: Table): Table {
  const isShort = (cell: TableCell): boolean => plainText(cell.children).length <= longestWhole;
  if (table.children.every(({ children }) => children.every(isShort))) return table;
  const children = table.children.map(
    (row): TableRow => ({
      ...row,
      children: row.children.map((cell) =>
        isShort(cell) ? { ...cell, children: cell.children.map(withoutBreaks) } : cell,
      ),
    }),
  );
  return { ...table, children };
}

function withoutBreaks(node: PhrasingContent): PhrasingContent {
  if (node.type === 'text') return { ...node, value: node.value.replace(/(?<=\S) (?=\S)/gu, '\u00a0') };
  return node.type === 'strong' || node.type === 'emphasis'
    ? { ...node, children: node.children.map(withoutBreaks) }
    : node;
}

/** Columns that fit side by side, greedily, the first column with each group. */
function columnGroups(context: PlanContext, table: Table): readonly (readonly number[])[] {
  const count = Math.max(0, ...table.children.map((row) => row.children.length));
  const groups: number[][] = [];
  let group = [0];
  for (let column = 1; column < count; column += 1) {
    if (group.length > 1 && isTight(context, pick(table, [...group, column]))) {
      groups.push(group);
      group = [0];
    }
    group.push(column);
  }
  return [...groups, group];
}

function pick(table: Table, columns: readonly number[]): Table {
  const children = table.children.map(
    (row): TableRow => ({
      ...row,
      children: columns.flatMap((column) => withoutSpan(row.children[column])),
    }),
  );
  return { ...table, align: columns.map((column) => table.align?.[column] ?? null), children };
}

/** Beside other columns it would cover other cells. */
function withoutSpan(cell: TableCell | undefined): TableCell[] {
  if (!cell?.data?.span) return cell ? [cell] : [];
  const { span: _, ...data } = cell.data;
  return [{ ...cell, data }];
}

function isTight({ measure, theme }: PlanContext, table: Table): boolean {
  return measure.isTight(withStub(table), 'body', theme.content.width, 'xs');
}

/** A currency before or behind an amount: its sign, or its letters. */
const currency = String.raw`(?:\p{Sc}|(?:CHF|EUR|USD|GBP|SEK|NOK|DKK|PLN|JPY|CNY|INR|Fr|Rs|kr|zł|Kč|Ft|R)\.?)`;

/** A number with its sign and unit, grouped as any language does it: "1.234,56 €", "CHF 1’234.50", "₹12,34,567", "(1,234)", "١٢٣", "1.2e-5". */
const number = new RegExp(
  String.raw`^\(?[~≈<>≤≥±+−–-]?\s?(?:${currency}\s?)?[+−–-]?\p{Nd}[\p{Nd}.,'’٫٬\u00a0\u202f\u2009 ]*(?:[eE][+−-]?\d+|[.,][–-])?(?:\s?(?:%|‰|٪|${currency}|[\p{L}°/²³]{1,4}))?\)?$`,
  'u',
);
/** From one amount to another: "1–3", "10 – 20 %". */
const amounts = /^\p{Nd}[\p{Nd}.,]*\s?[–-]\s?\p{Nd}[\p{Nd}.,]*\s?%?$/u;
/** A day and its month look like a number with its unit. */
const day =
  /\d\.?[\s\u00a0](?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|märz?|mai|juni|juli|okt|dez|mars|avr|juin|août|ene|abr|ago|dic)\.?$/iu;
const nothing = /^(?:[-–—]|n\/?a|\?)?$/iu;

/** Columns of numbers are set to the right, digit below digit, where the notes do not say how they stand. */
export function alignNumbers(table: Table): NonNullable<Table['align']> {
  const [head, ...rows] = table.children;
  return (head?.children ?? []).map((_, column) => {
    const given = table.align?.[column] ?? null;
    if (given !== null) return given;
    const own = rows.slice(headRows(table) - 1).map((row) => row.children[column]);
    const cells = own
      .filter((cell) => (cell?.data?.span?.columns ?? 1) === 1)
      .map((cell) => plainText(cell?.children ?? []).trim());
    const numbers = cells.filter((cell) => (number.test(cell) || amounts.test(cell)) && !day.test(cell));
    const isNumeric =
      numbers.length > 1 &&
      numbers.length + cells.filter((cell) => nothing.test(cell)).length >= cells.length;
    return isNumeric && column > 0 ? 'right' : null;
  });
}
