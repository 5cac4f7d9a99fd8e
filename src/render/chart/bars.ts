// Bars that lie and dots on lines: labels at the left, a panel for each column of the table, all on
// one scale, every figure at the end of its bar.
import { scaleBand, scaleLinear } from 'd3-scale';
import {
  type Canvas,
  type Chart,
  type ChartPoint,
  circle,
  marked,
  px,
  rect,
  svgText,
  wrap,
} from './chart.ts';

/** Distances in px. */
const [afterLabels, betweenPanels, beforeFigure] = [32, 32, 14];
const widestRow = 108;
const thickest = 72;
const radius = 9;

export function drawBars(chart: Chart, canvas: Canvas): string {
  const { labels, series, head } = chart;
  // Of one series it stands beside the name of that.
  const total = series.length > 1 ? chart.total : undefined;
  const { width, height, size, textWidth } = canvas;
  const left =
    afterLabels +
    Math.max(...[head, ...labels, total?.label ?? ''].map((label) => textWidth(label, 'strong')));
  const panel = (width - left - betweenPanels * (series.length - 1)) / series.length;
  const heads = series.map(({ name }) => wrap(name, panel, canvas));
  const top = Math.max(1, ...heads.map((lines) => lines.length)) * size * 1.25 + size * 0.5;
  const pitch = Math.min(widestRow, (height - top) / (labels.length + (total ? 1 : 0)));
  const scale = scaleOf(chart, canvas, panel);
  const panelAt = (at: number): number => left + at * (panel + betweenPanels);
  const names = heads.map((lines, at) =>
    lines
      .map((line, row) => svgText(line, { x: panelAt(at), y: size * (1 + 1.25 * row) }, 'heading'))
      .join(''),
  );
  const rows = labels.map((label, row) => {
    const y = top + pitch * (row + 0.5);
    const points = series.map(({ points }) => points[row]);
    const isNotable = points.some((point) => point?.isNotable);
    const marks = points.map((point, at) =>
      point ? markOf(chart, point, { x: panelAt(at), y, panel, pitch, scale, size }) : '',
    );
    return svgText(label, { x: 0, y: y + size * 0.34 }, marked('row-label', { isNotable })) + marks.join('');
  });
  const foot = total ? totalRow(total, { y: top + pitch * labels.length, pitch, panelAt, canvas }) : '';
  return [svgText(head, { x: 0, y: size }, 'heading'), ...names, ...rows, foot].join('');
}

/** Below a line, in figures alone: on the scale of the bars it has no place. */
function totalRow(
  { label, texts }: NonNullable<Chart['total']>,
  at: {
    readonly y: number;
    readonly pitch: number;
    readonly panelAt: (series: number) => number;
    readonly canvas: Canvas;
  },
): string {
  const { width, size } = at.canvas;
  const y = at.y + at.pitch / 2 + size * 0.34;
  return [
    `<line class="axis" x1="0" y1="${px(at.y)}" x2="${px(width)}" y2="${px(at.y)}" />`,
    svgText(label, { x: 0, y }, 'row-label notable'),
    ...texts.map((text, series) => svgText(text, { x: at.panelAt(series), y }, 'value')),
  ].join('');
}

interface BarRow {
  readonly x: number;
  /** Of the middle. */
  readonly y: number;
  readonly panel: number;
  readonly pitch: number;
  readonly scale: (value: number) => number;
  readonly size: number;
}

function markOf({ kind }: Chart, point: ChartPoint, { x, y, panel, pitch, scale, size }: BarRow): string {
  const length = scale(point.value);
  const figure = { y: y + size * 0.34 };
  if (kind === 'dots') {
    const line = `<line class="axis" x1="${px(x)}" y1="${px(y)}" x2="${px(x + panel)}" y2="${px(y)}" />`;
    const dot = circle({ x: x + length, y }, radius, marked('mark', point));
    const words = svgText(
      point.text,
      { x: x + length + radius + beforeFigure, ...figure },
      marked('value halo', point),
    );
    return line + dot + words;
  }
  const thickness = Math.min(thickest, pitch * 0.66);
  const bar = rect({ x, y: y - thickness / 2, width: length, height: thickness }, marked('mark', point));
  return bar + svgText(point.text, { x: x + length + beforeFigure, ...figure }, marked('value', point));
}

/** Bars begin at nothing; dots show distances, so their scale begins a little before the least. */
function scaleOf({ kind, series }: Chart, { textWidth }: Canvas, panel: number): (value: number) => number {
  const points = series.flatMap(({ points }) => points);
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const figures = Math.max(...points.map((point) => textWidth(point.text, 'strong')));
  const end = panel - figures - beforeFigure - (kind === 'dots' ? radius : 0);
  return kind === 'dots'
    ? scaleLinear()
        .domain([low, high])
        .range([2 * radius, end])
    : scaleLinear().domain([0, high]).range([0, end]);
}

// Columns that stand on a line, each under its figure and over its label.

/** px. */
const widestStep = 380;
const afterHead = 32;

export function drawColumns({ head, labels, series: [series] }: Chart, canvas: Canvas): string {
  const { width, height, size, textWidth } = canvas;
  const points = series?.points ?? [];
  const left = head === '' ? 0 : textWidth(head, 'normal') + afterHead;
  const right = Math.min(width, left + labels.length * widestStep);
  const base = height - size * 1.7;
  const band = scaleBand().domain(labels).range([left, right]).paddingInner(0.36).paddingOuter(0.1);
  const high = Math.max(...points.map(({ value }) => value));
  const scale = scaleLinear()
    .domain([0, high])
    .range([0, base - size * 3.1]);
  const columns = points.map((point, at) => {
    const label = labels[at] ?? '';
    const [x, tall] = [band(label) ?? 0, scale(point.value)];
    const middle = x + band.bandwidth() / 2;
    return [
      rect({ x, y: base - tall, width: band.bandwidth(), height: tall }, marked('mark', point)),
      svgText(label, { x: middle, y: height - size * 0.4 }, marked('tick', point), 'middle'),
      svgText(point.text, { x: middle, y: base - tall - size * 0.45 }, marked('value', point), 'middle'),
    ].join('');
  });
  return [
    svgText(series?.name ?? '', { x: 0, y: size }, 'heading'),
    svgText(head, { x: 0, y: height - size * 0.4 }, 'heading'),
    ...columns,
    `<line class="axis" x1="${px(left)}" y1="${px(base)}" x2="${px(right)}" y2="${px(base)}" />`,
  ].join('');
}
