import { escapeHtml } from '../../escape.ts';
import type { ChartKind } from '../../layouts/index.ts';

/** A chart to be drawn: every text as it stands in the table, beside the number it means. */
export interface Chart {
  readonly kind: ChartKind;
  /** What the labels are: the head of their column. */
  readonly head: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What is said of all labels, for each of the series: "Total", "37". */
  readonly total?: { readonly label: string; readonly texts: readonly string[] };
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
  readonly value: number;
  readonly text: string;
  /** Drawn in the accent: what the notes set bold, or the largest of all. */
  readonly isNotable: boolean;
}

/** Where it is drawn, px. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Of the labels. */
  readonly size: number;
  textWidth(text: string, weight: 'normal' | 'strong'): number;
}

// The few SVG elements that charts are made of. Coordinates are px, rounded to a tenth.

export function svgText(
  words: string,
  at: { readonly x: number; readonly y: number },
  classes: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  if (words === '') return '';
  return `<text class="${classes}" x="${px(at.x)}" y="${px(at.y)}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}

export function rect(
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  classes: string,
): string {
  return `<rect class="${classes}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" />`;
}

export function circle(at: { readonly x: number; readonly y: number }, r: number, classes: string): string {
  return `<circle class="${classes}" cx="${px(at.x)}" cy="${px(at.y)}" r="${px(r)}" />`;
}

export function path(points: readonly { readonly x: number; readonly y: number }[], classes: string): string {
  return `<path class="${classes}" d="M${points.map(({ x, y }) => `${px(x)} ${px(y)}`).join('L')}" />`;
}

export function px(length: number): string {
  return String(Math.round(length * 10) / 10);
}

/** `mark` or `mark notable`. */
export function marked(name: string, point: { readonly isNotable: boolean }): string {
  return point.isNotable ? `${name} notable` : name;
}

/** Words in lines of at most this width, px; a word that is wider has a line of its own. */
export function wrap(words: string, width: number, { textWidth }: Canvas): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, 'normal') <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
