import { eachOnce } from './dom-inspection.ts';
import type { TextKind } from './snapshots.ts';

// Colours as the browser computes them.

/** Red, green, blue from 0 to 255, and the alpha from 0 to 1. */
export type Rgba = readonly [number, number, number, number];
export type ColourReader = (css: string) => Rgba;

/** Drawing it is the one way to read every colour there is, `oklch()` and `color-mix()` included. */
export function createColourReader(): ColourReader {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('the browser draws no canvas');
  return eachOnce((css) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  });
}

/** A colour drawn over an opaque one. */
export function over([r, g, b, a]: Rgba, [r2, g2, b2]: Rgba): Rgba {
  const mix = (top: number, below: number): number => Math.round(top * a + below * (1 - a));
  return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

/** `#rrggbb` */
export function hex(colour: Rgba): string {
  const parts = colour.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
  return `#${parts.join('')}`;
}

// What kind of text an element holds: each kind has its own floor and its own measures.

/** Answers for the elements of one slide, each computed once. */
export function createKindReader(slide: Element): (element: Element) => TextKind {
  return eachOnce((element) => kindOf(element, slide));
}

const small =
  'header, footer, small, .within, .part, .footnote, .line-numbers, .file, .picture-caption, figcaption';

function kindOf(element: Element, slide: Element): TextKind {
  if (element.closest('.katex')) return 'math';
  if (element.closest('svg') !== slide) return 'diagram';
  if (element.closest('sub, sup')) return 'raised';
  if (element.closest('pre, code, kbd, samp')) return 'code';
  if (element.closest('table')) return 'table';
  if (element.closest(small)) return 'small';
  return element.closest('h1, h2, h3, h4, h5, h6') ? 'heading' : 'body';
}
