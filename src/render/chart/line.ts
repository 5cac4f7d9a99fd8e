// Lines through time: a figure at every point, the name at the end of its line.
import { scaleLinear, scalePoint } from 'd3-scale';
import {
  type Canvas,
  type Chart,
  type ChartPoint,
  type ChartSeries,
  circle,
  marked,
  path,
  px,
  svgText,
} from './chart.ts';

/** px. */
const radius = 6;
const afterHead = 44;

export function drawLine({ head, labels, series }: Chart, canvas: Canvas): string {
  const { width, height, size, textWidth } = canvas;
  const isAlone = series.length === 1;
  const half = (words: readonly string[]): number =>
    Math.max(...words.map((word) => textWidth(word, 'strong'))) / 2;
  const figures = series.flatMap(({ points }) => points.map((point) => point.text));
  const side = Math.max(half(labels), half(figures));
  const left = (head === '' ? 0 : textWidth(head, 'normal') + afterHead) + side;
  const names = isAlone ? 0 : 2 * half(series.map(({ name }) => name)) + size;
  const right = width - Math.max(side, names + radius);
  const base = height - size * 1.7;
  const across = scalePoint().domain(labels).range([left, right]);
  const top = size * (isAlone ? 3.2 : 2);
  const up = scaleLinear()
    .domain(domainOf(series))
    .range([base - size * 1.6, top]);
  const place = (value: number, at: number) => ({ x: across(labels[at] ?? '') ?? 0, y: up(value) });
  const strongest = strongestOf(series);
  const lines = series.map((one) => {
    const isNotable = one === strongest;
    const points = one.points.map(({ value }, at) => place(value, at));
    const last = points.at(-1) ?? { x: 0, y: 0 };
    const end = { x: last.x + radius + size * 0.6, y: last.y + size * 0.34 };
    return [
      path(points, marked('path', { isNotable })),
      ...points.map((point) => circle(point, radius, marked('mark', { isNotable }))),
      ...one.points.map((point, at) =>
        figureOf(
          isAlone ? point : { ...point, isNotable },
          points.slice(Math.max(0, at - 1), at + 2),
          points[at] ?? end,
          sideOf(series, one, at),
          size,
        ),
      ),
      isAlone ? '' : svgText(one.name, end, marked('series', { isNotable })),
    ].join('');
  });
  return [
    isAlone ? svgText(series[0]?.name ?? '', { x: 0, y: size }, 'heading') : '',
    `<line class="axis" x1="${px(left - side)}" y1="${px(base)}" x2="${px(right)}" y2="${px(base)}" />`,
    svgText(head, { x: 0, y: height - size * 0.4 }, 'heading'),
    ...labels.map((label, at) =>
      svgText(label, { x: place(0, at).x, y: height - size * 0.4 }, 'tick', 'middle'),
    ),
    ...lines,
  ].join('');
}

interface LinePoint {
  readonly x: number;
  readonly y: number;
}

/** Beside a line that runs steeply through its point, a figure steps out of the way. */
function figureOf(
  point: ChartPoint,
  around: readonly LinePoint[],
  at: LinePoint,
  side: 'above' | 'below',
  size: number,
): string {
  const [before = at, , after = at] = around;
  const isThrough = (before.y - at.y) * (at.y - after.y) > 0;
  const rise = isThrough && Math.abs(after.y - before.y) > 2 * size ? Math.sign(before.y - after.y) : 0;
  const step = 0.8 * size * rise * (side === 'above' ? -1 : 1);
  const y = side === 'above' ? at.y - size * 0.75 : at.y + size * 1.4;
  return svgText(point.text, { x: at.x + step, y }, marked('value halo', point), 'middle');
}

/** The topmost line has its figures above, the others below; alone, a line has them outside its bends. */
function sideOf(series: readonly ChartSeries[], one: ChartSeries, at: number): 'above' | 'below' {
  const valueAt = (line: ChartSeries, point: number): number | undefined => line.points[point]?.value;
  const here = valueAt(one, at) ?? 0;
  if (series.length > 1) {
    return series.every((other) => (valueAt(other, at) ?? 0) <= here) ? 'above' : 'below';
  }
  const [before, after] = [valueAt(one, at - 1) ?? here, valueAt(one, at + 1) ?? here];
  return before >= here && after >= here && before + after > 2 * here ? 'below' : 'above';
}

/** From nothing where that is near, otherwise from the least value. */
function domainOf(series: readonly ChartSeries[]): readonly [number, number] {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low >= 0 && low < 0.4 * high ? 0 : low, high];
}

/** One line is what the slide is about; of several, the one with a bold figure or the highest at the end. */
function strongestOf(series: readonly ChartSeries[]): ChartSeries | undefined {
  const end = ({ points }: ChartSeries): number => points.at(-1)?.value ?? 0;
  const highest = [...series].sort((a, b) => end(b) - end(a))[0];
  return series.find(({ points }) => points.every(({ isNotable }) => isNotable)) ?? highest;
}
