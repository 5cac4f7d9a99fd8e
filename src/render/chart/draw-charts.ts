// Tables that a slide shows as a chart stand in Marp's HTML as tables still, so that plain Marp
// shows them too. Here each becomes its drawing.
import { type BodySize, bodySizes, createTextWidth, type Theme } from '../../theme/index.ts';
import { drawBars } from './bars.ts';
import type { Canvas, Chart } from './chart.ts';
import { drawColumns } from './columns.ts';
import { drawLine } from './line.ts';
import { readChart } from './read-chart.ts';
import { px } from './svg.ts';

const slide = /<section[^>]*? class="([^"]*)"[\s\S]*?<\/section>/g;
const frame = /(<div class="[^"]*\bchart-\w+ flow frame frame-(\w+)"[^>]*>)\s*/.source;
const rows = /<table>([\s\S]*?)<\/table>/.source;
const table = new RegExp(`${frame}(?:${rows}|<div class="tight">\\s*${rows}\\s*</div>)`, 'g');

/** The same HTML with its charts drawn. */
export function drawCharts(html: string, theme: Theme): string {
  const textWidth = createTextWidth(theme);
  return html.replace(slide, (section: string, classes: string) => {
    const bodySize = bodySizes.find((name) => classes.split(' ').includes(name)) ?? 'sm';
    return section.replace(table, (...[whole, opening, frame, rows, tight]: string[]) => {
      const chart = readChart(rows ?? tight ?? '');
      if (!chart || frame === undefined) return whole ?? '';
      return `${opening}\n${drawing(chart, canvasOf(theme, bodySize, frame, textWidth))}`;
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

function drawing(chart: Chart, canvas: Canvas): string {
  const { width, height } = canvas;
  return `<svg class="chart" viewBox="0 0 ${px(width)} ${px(height)}">${inside(chart, canvas)}</svg>`;
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
