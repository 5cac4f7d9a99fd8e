import type { Table } from 'mdast';
import { readNumberTable } from '../../layouts/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';
import type { Chart } from './chart.ts';

interface Cell {
  readonly text: string;
  readonly isStrong: boolean;
}

/** The chart that the rows of an HTML table are; nothing where they are none. */
export function readChart(rows: string): Chart | undefined {
  const [header = [], ...body] = [...rows.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    cellsOf(row),
  );
  const numbers = readNumberTable(asTable([header, ...body]));
  if (!numbers) return undefined;
  const { kind, labels, series } = numbers;
  const isNotable = notableOf(
    body,
    series.map(({ values }) => values),
  );
  return {
    kind,
    head: header[0]?.text ?? '',
    labels,
    series: series.map(({ name, values }, at) => ({
      name,
      points: values.map((value, row) => ({
        value,
        text: body[row]?.[at + 1]?.text ?? '',
        isNotable: isNotable(row, at),
      })),
    })),
  };
}

function cellsOf(row: string): readonly Cell[] {
  return [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, inner = '']) => ({
    text: unescapeHtml(textOf(inner)).trim(),
    isStrong: inner.includes('<strong>'),
  }));
}

function asTable(rows: readonly (readonly Cell[])[]): Table {
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map(({ text }) => ({
        type: 'tableCell',
        children: text === '' ? [] : [{ type: 'text', value: text }],
      })),
    })),
  };
}

/** What the notes set bold, a row or a cell; where nothing is, the one largest number. */
function notableOf(
  body: readonly (readonly Cell[])[],
  columns: readonly (readonly number[])[],
): (row: number, column: number) => boolean {
  if (body.some((row) => row.some(({ isStrong }) => isStrong)) && !body.every((row) => row[0]?.isStrong)) {
    return (row, column) => Boolean(body[row]?.[0]?.isStrong || body[row]?.[column + 1]?.isStrong);
  }
  const all = columns.flat();
  const largest = Math.max(...all);
  const isAlone = all.filter((value) => value === largest).length === 1;
  return (row, column) => isAlone && columns[column]?.[row] === largest;
}
