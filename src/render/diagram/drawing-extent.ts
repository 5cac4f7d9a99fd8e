// How large a drawing of a diagram is, by its shapes.
import type { TextWidth } from '../../theme/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';

/** Where something begins and ends, in units of the drawing. */
interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where shapes begin and end; of the whole canvas where one does not say it in numbers. */
export function extentOf(svg: string, width: number, height: number, textWidth: TextWidth): Extent {
  const shapes = svg
    .replace(/<defs>[\s\S]*?<\/defs>/g, '')
    .replace(icon, '<rect x="$1" y="$2" width="30" height="40" />');
  const isPlain = !/<(?:path|ellipse)\b|transform=/.test(shapes);
  const [xs, ys]: [number[], number[]] = isPlain
    ? [[], []]
    : [
        [0, width],
        [0, height],
      ];
  const numbers = (tag: string, name: string): number =>
    Number.parseFloat(new RegExp(` ${name}="(-?[\\d.]+)`).exec(tag)?.[1] ?? 'NaN');
  for (const [tag, kind] of shapes.matchAll(/<(rect|circle|line|polyline|polygon|text)\b[^>]*>/g)) {
    const of = (name: string): number => numbers(tag, name);
    if (kind === 'rect') {
      xs.push(of('x'), of('x') + of('width'));
      ys.push(of('y'), of('y') + of('height'));
    } else if (kind === 'circle') {
      xs.push(of('cx') - of('r'), of('cx') + of('r'));
      ys.push(of('cy') - of('r'), of('cy') + of('r'));
    } else if (kind === 'line') {
      xs.push(of('x1'), of('x2'));
      ys.push(of('y1'), of('y2'));
    } else if (kind === 'text') ys.push(of('y') - 9, of('y') + 9);
    else {
      const points = (/ points="([^"]*)"/.exec(tag)?.[1] ?? '').split(/[\s,]+/).map(Number);
      xs.push(...points.filter((_, at) => at % 2 === 0));
      ys.push(...points.filter((_, at) => at % 2 === 1));
    }
  }
  for (const [left, right] of messageLabels(shapes, textWidth)) xs.push(left, right);
  const [across, down] = [xs.filter(Number.isFinite), ys.filter(Number.isFinite)];
  return {
    left: Math.min(width, ...across) - 1,
    top: Math.min(height, ...down) - 1,
    right: Math.max(0, ...across) + 1,
    bottom: Math.max(0, ...down) + 1,
  };
}

/** px, in units of the drawing: as large as labels are set in the end. */
const labelSize = 12.5;

const message = /<g class="message"[^>]*>[\s\S]*?<text\b([^>]*)>([\s\S]*?)<\/text>/g;

/** From where to where the labels of a sequence's messages go: beside a line that leads back, or over a short one. */
function messageLabels(svg: string, textWidth: TextWidth): readonly (readonly [number, number])[] {
  return [...svg.matchAll(message)].map(([, tag = '', words = '']) => {
    const x = Number.parseFloat(/ x="(-?[\d.]+)/.exec(tag)?.[1] ?? '0');
    const lines = words.split('</tspan>').map((line) => unescapeHtml(textOf(line)).trim());
    const width = Math.max(...lines.map((line) => textWidth(line, labelSize, 'normal')));
    const before = tag.includes('text-anchor="middle"') ? width / 2 : 0;
    return [x - before, x - before + width];
  });
}

/** A person: a drawing of its own, set where it stands. */
const icon = /<g transform="translate\((-?[\d.]+),\s*(-?[\d.]+)\)[^"]*">[\s\S]*?<\/g>/g;
