import type { Table, TableCell } from 'mdast';
import type { Printer } from '../printer.ts';
import { box } from './box.ts';

/** Every row as wide as the widest: markdown-it drops cells that the header has no column for. */
export function table(node: Table, printer: Printer): string {
  const rows = node.children.map((row) => row.children.map((cell) => printCell(cell, printer)));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const [header = [], ...body] = rows.map((row) => printRow(row, width));
  const printed = [header, printRow(signs(node, width), width), ...body].join('\n');
  return node.data?.tight ? box('tight', printed) : printed;
}

function printCell(cell: TableCell, printer: Printer): string {
  return printer.line(cell.children, 'cell');
}

function printRow(cells: readonly string[], width: number): string {
  const filled = Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return `| ${filled.join(' | ')} |`;
}

function signs(node: Table, width: number): string[] {
  return Array.from({ length: width }, (_, at) => signOf[node.align?.[at] ?? 'none']);
}

const signOf = { left: ':--', center: ':-:', right: '--:', none: '---' } as const;
