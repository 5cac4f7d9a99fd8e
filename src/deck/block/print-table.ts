import type { Table, TableCell } from 'mdast';
import { headRows } from '../../notes/index.ts';
import { attribute } from '../phrasing/link.ts';
import { box, type MarkdownPrinter } from '../printer.ts';

/** Every row as wide as the widest: markdown-it drops cells that the header has no column for. */
export function printTable(node: Table, printer: MarkdownPrinter): string {
  const isSpanned = node.children.some(({ children }) => children.some(({ data }) => data?.span));
  if (isSpanned || headRows(node) > 1) return printSpanned(node, printer);
  const rows = node.children.map((row, at) =>
    row.children.map(
      (cell, column) => printCell(cell, printer) + (at === 0 ? columnWidth(node.data?.shares?.[column]) : ''),
    ),
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const [header = [], ...body] = rows.map((row) => printRow(row, width));
  const printed = [header, printRow(delimiterRow(node, width), width), ...body].join('\n');
  return node.data?.tight ? box('tight', printed) : printed;
}

function printCell(cell: TableCell, printer: MarkdownPrinter): string {
  return printer.line(cell.children, 'cell');
}

/** Nothing to see, as wide as its column; one at the side of the content has a width of its own. */
function columnWidth(share: number | undefined): string {
  return !share ? '' : `<span class="column-width share-${share}"></span>`;
}

function printRow(cells: readonly string[], width: number): string {
  const filled = Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return `| ${filled.join(' | ')} |`;
}

function delimiterRow(node: Table, width: number): string[] {
  return Array.from({ length: width }, (_, at) => delimiters[node.align?.[at] ?? 'none']);
}

const delimiters = { left: ':--', center: ':-:', right: '--:', none: '---' } as const;

/** Markdown has no cells of several columns or rows: such a table is printed with tags, and the words of its cells between empty lines. */
function printSpanned(node: Table, printer: MarkdownPrinter): string {
  const rows = node.children.map(({ children }) => children);
  const width = Math.max(...rows.map((cells) => cells.length));
  const covered = new Set<TableCell>();
  /** Columns that have the width they shall have, in their first cell that takes no other. */
  const sized = new Set<number>();
  const heads = headRows(node);
  const printed = rows.map((cells, row) => {
    const own = cells.flatMap((cell, column) => {
      if (covered.has(cell)) return [];
      const { columns, rows: down } = coveredBy(rows, row, column, row < heads ? heads : rows.length);
      for (const line of rows.slice(row, row + down))
        for (const other of line.slice(column, column + columns)) if (other !== cell) covered.add(other);
      const aligns = node.align?.slice(column, column + columns) ?? [];
      const align = aligns.every((one) => one === aligns[0]) ? aligns[0] : undefined;
      const place = [
        column > 0 && cells.slice(0, column).every((other) => covered.has(other)) ? 'after-tall' : '',
        column + columns < width && cells.slice(column + columns).every((other) => covered.has(other))
          ? 'before-tall'
          : '',
        down > 1 && row + down === rows.length ? 'reaches-foot' : '',
      ];
      const attributes = [
        attribute('class', place.filter(Boolean).join(' ')),
        columns > 1 ? ` colspan="${columns}"` : '',
        down > 1 ? ` rowspan="${down}"` : '',
        align ? ` align="${align}"` : '',
      ].join('');
      const name = row < heads ? 'th' : 'td';
      const share = columns === 1 && !sized.has(column) ? columnWidth(node.data?.shares?.[column]) : '';
      if (columns === 1) sized.add(column);
      const words = printer.line(cell.children) + share;
      return `<${name}${attributes}>${words === '' ? '' : `\n\n${words}\n\n`}</${name}>`;
    });
    return `<tr>\n${own.join('\n')}\n</tr>`;
  });
  const [head, body] = [printed.slice(0, heads), printed.slice(heads)].map((part) => part.join('\n'));
  const table = `<table>\n<thead>\n${head}\n</thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  return node.data?.tight ? box('tight', table) : table;
}

/** What a cell takes, as far as the cells there are empty: of a table that was cut, others may stand there. */
function coveredBy(
  rows: readonly (readonly TableCell[])[],
  row: number,
  column: number,
  end: number,
): { readonly columns: number; readonly rows: number } {
  const { columns = 1, rows: down = 1 } = rows[row]?.[column]?.data?.span ?? {};
  const isEmpty = (cell: TableCell | undefined): boolean => cell !== undefined && cell.children.length === 0;
  const wide = countWhile(columns - 1, (at) => isEmpty(rows[row]?.[column + 1 + at])) + 1;
  const tall = countWhile(Math.min(down, end - row) - 1, (at) => {
    const below = rows[row + 1 + at]?.slice(column, column + wide) ?? [];
    return below.length === wide && below.every(isEmpty);
  });
  return { columns: wide, rows: tall + 1 };
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}
