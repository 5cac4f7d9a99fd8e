// Columns that stand on a line, each under its figure and over its label.
import { scaleBand, scaleLinear } from 'd3-scale';
import type { Canvas, Chart } from './chart.ts';
import { marked, px, rect, text } from './svg.ts';

/** px. */
const widestStep = 220;
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
      text(label, { x: middle, y: height - size * 0.4 }, marked('tick', point), 'middle'),
      text(point.text, { x: middle, y: base - tall - size * 0.45 }, marked('value', point), 'middle'),
    ].join('');
  });
  return [
    text(series?.name ?? '', { x: 0, y: size }, 'heading'),
    text(head, { x: 0, y: height - size * 0.4 }, 'heading'),
    ...columns,
    `<line class="axis" x1="${px(left)}" y1="${px(base)}" x2="${px(right)}" y2="${px(base)}" />`,
  ].join('');
}
