// Tables that a slide shows as a chart stand in Marp's HTML as tables still, so that plain Marp
// shows them too. Here each becomes its drawing.

import type { Table } from 'mdast';
import { escapeHtml } from '../../escape.ts';
import { readNumberTable } from '../../layouts/index.ts';
import { localisedWords } from '../../plan/index.ts';
import { type BodySize, bodySizes, createTextWidth, type Theme } from '../../theme/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';
import { drawBars, drawColumns } from './bars.ts';
import { type Canvas, type Chart, px, svgText } from './chart.ts';
import { drawLine } from './line.ts';

const slide = /<section[^>]*? class="([^"]*)"[\s\S]*?<\/section>/g;
const frame = /(<div class="[^"]*\bchart-\w+ flow frame frame-(\w+)"[^>]*>)\s*/.source;
const rows = /<table>([\s\S]*?)<\/table>/.source;
const table = new RegExp(`${frame}(?:${rows}|<div class="tight">\\s*${rows}\\s*</div>)`, 'g');

/** The same HTML with its charts drawn. `lang`: what kind of chart each is, for those who listen. */
export function drawCharts(html: string, theme: Theme, lang: string): string {
  const textWidth = createTextWidth(theme);
  const kinds = localisedWords(lang).charts;
  return html.replace(slide, (section: string, classes: string) => {
    const bodySize = bodySizes.find((name) => classes.split(' ').includes(name)) ?? 'sm';
    const title = titleOf(section);
    return section.replace(table, (...[whole, opening, frame, rows, tight]: string[]) => {
      const chart = readChart(rows ?? tight ?? '');
      if (!chart || frame === undefined) return whole ?? '';
      const said = [title, kinds[chart.kind], saidOf(chart)].filter((words) => words !== '').join('. ');
      return `${opening}\n${drawing(chart, said, canvasOf(theme, bodySize, frame, textWidth))}`;
    });
  });
}

function canvasOf(
  theme: Theme,
  bodySize: BodySize,
  frame: string,
  textWidth: ReturnType<typeof createTextWidth>,
): Canvas {
  const number = (name: string): number => theme.numbers[bodySize].get(name) ?? 0;
  const size = number('--chart-size');
  return {
    width: theme.content.width,
    height: number(`--frame-${frame}`),
    size,
    textWidth: (text, weight) => textWidth(text, size, weight),
  };
}

/** Of the slide, without which of several slides it is. */
function titleOf(section: string): string {
  const heading = /<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/.exec(section)?.[1] ?? '';
  return unescapeHtml(textOf(heading.replace(/<span class="part[\s\S]*?<\/span>/g, ''))).trim();
}

function drawing(chart: Chart, said: string, canvas: Canvas): string {
  const { width, height, size } = canvas;
  const isBeside = chart.total && chart.series.length === 1;
  const total = svgText(isBeside ? totalOf(chart) : '', { x: width, y: size }, 'total', 'end');
  const numbers = escapeHtml(JSON.stringify(chart));
  return `<svg class="chart" role="img" aria-label="${escapeHtml(said)}" data-chart="${numbers}" viewBox="0 0 ${px(width)} ${px(height)}">${inside(chart, canvas)}${total}</svg>`;
}

/** For those who do not see it: every number with its label, once. */
function saidOf({ series, labels, total }: Chart): string {
  const lines = series.map(
    ({ name, points }) => `${name}: ${points.map(({ text }, at) => `${labels[at]} ${text}`).join(', ')}`,
  );
  return [...lines, ...(total ? [totalOf({ total })] : [])].join('; ');
}

function totalOf({ total }: Pick<Chart, 'total'>): string {
  return total ? `${total.label} ${total.texts.join(', ')}` : '';
}

function inside(chart: Chart, canvas: Canvas): string {
  switch (chart.kind) {
    case 'bars':
    case 'dots':
      return drawBars(chart, canvas);
    case 'columns':
      return drawColumns(chart, canvas);
    case 'line':
      return drawLine(chart, canvas);
  }
}

interface Cell {
  readonly text: string;
  readonly isStrong: boolean;
}

/** The chart that the rows of an HTML table are; undefined where they are none. */
export function readChart(rows: string): Chart | undefined {
  const [header = [], ...body] = [...rows.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    cellsOf(row),
  );
  const table = asTable([header, ...body]);
  // Where the notes ask for it, the table has a chart that it would not have by itself.
  const numbers = readNumberTable(table) ?? readNumberTable({ ...table, data: { isChart: true } });
  if (!numbers) return undefined;
  const { kind, labels, series, total } = numbers;
  const isNotable = notableOf(
    body.slice(0, labels.length),
    series.map(({ values }) => values),
  );
  return {
    kind,
    head: header[0]?.text ?? '',
    labels,
    ...(total && { total }),
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
