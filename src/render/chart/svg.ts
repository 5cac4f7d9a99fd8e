// The few SVG elements that charts are made of. Coordinates are px, rounded to a tenth.
import { escapeHtml } from '../html-text.ts';

export function text(
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
