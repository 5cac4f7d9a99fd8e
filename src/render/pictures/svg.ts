// What an SVG is, as far as it has to be known before a browser draws it: its size, and how much there is to draw. A few
// kilobytes of `<use>` inside `<use>` expand to more shapes than any browser draws in a day.
import { limits } from '../../diagnostics/index.ts';

export interface SvgSize {
  readonly width: number;
  readonly height: number;
}

/** What browsers give an SVG that does not say its size. */
const unsized: SvgSize = { width: 300, height: 150 };

/** The natural size in px of a file that begins as an SVG; undefined for any other. */
export function svgSize(head: Uint8Array): SvgSize | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8');
  const start = rootOf(text);
  if (start === undefined) return undefined;
  const root = tagAt(text, start) ?? '';
  const [width, height] = [lengthOf(root, 'width'), lengthOf(root, 'height')];
  const box = /\sviewBox\s*=\s*["']\s*[\d.e+-]+[\s,]+[\d.e+-]+[\s,]+([\d.e+]+)[\s,]+([\d.e+]+)/i.exec(root);
  const [boxWidth = 0, boxHeight = 0] = box?.slice(1).map(Number) ?? [];
  const hasBox = boxWidth > 0 && boxHeight > 0;
  if (width && height) return { width, height };
  if (!hasBox)
    return width || height ? { width: width ?? unsized.width, height: height ?? unsized.height } : unsized;
  if (width) return { width, height: (width * boxHeight) / boxWidth };
  if (height) return { width: (height * boxWidth) / boxHeight, height };
  return { width: boxWidth, height: boxHeight };
}

/** Offset of the `<svg` that only a prologue stands before. Each comment is passed by itself: many are no trap. */
function rootOf(text: string): number | undefined {
  const prologue = /\ufeff|\s+|<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^>[]*\[[^\]]*\])?[^>]*>/iy;
  let at = 0;
  for (let found = prologue.exec(text); found; found = prologue.exec(text)) at = prologue.lastIndex;
  return /^<svg[\s/>]/i.test(text.slice(at, at + 5)) ? at : undefined;
}

/** From `<` to `>`, passing over what stands in quotes; undefined when it does not end. */
function tagAt(text: string, start: number): string | undefined {
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return text.slice(start, at + 1);
  }
  return undefined;
}

/** https://www.w3.org/TR/css-values/#absolute-lengths; em and ex of the browser's own 16 px. */
const pixels: ReadonlyMap<string, number> = new Map(
  Object.entries({ '': 1, px: 1, in: 96, cm: 96 / 2.54, mm: 9.6 / 2.54, pt: 4 / 3, pc: 16, em: 16, ex: 8 }),
);

/** Undefined for a share of something, which is no size. */
function lengthOf(tag: string, name: string): number | undefined {
  const [, number, unit = ''] =
    new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)([a-z%]*)\\s*["']`, 'i').exec(tag) ?? [];
  const length = Number(number) * (pixels.get(unit.toLowerCase()) ?? Number.NaN);
  return length > 0 ? length : undefined;
}

/** An element, and all that it holds up to `end`. */
interface SvgElement {
  readonly id: string | undefined;
  /** Names of elements that are drawn once more for it. */
  readonly uses: readonly string[];
  end: number;
}

/** Whether more would be drawn than `limits.svgElements`, every element that another refers to counted each time. */
export function expandsTooFar(svg: string): boolean {
  if (hasNestedEntity(svg)) return true;
  const elements = elementsOf(svg);
  if (!elements || elements.length > limits.svgElements) return true;
  const byId = new Map(elements.map(({ id }, at) => [id, at]));
  const known = new Map<number, number>();
  const count = (start: number, depth: number): number => {
    const before = known.get(start);
    if (before !== undefined) return before;
    // One that holds itself is not drawn.
    known.set(start, 0);
    let sum = 0;
    const end = elements[start]?.end ?? start;
    for (let at = start; at < end && sum <= limits.svgElements; at += 1) {
      sum += 1;
      for (const name of elements[at]?.uses ?? []) {
        const target = byId.get(name);
        if (target !== undefined) sum += depth > deepest ? limits.svgElements : count(target, depth + 1);
      }
    }
    known.set(start, sum);
    return sum;
  };
  return elements.length > 0 && count(0, 0) > limits.svgElements;
}

/** Whether what one name stands for holds other names, or elements: each use of it would count again. */
function hasNestedEntity(svg: string): boolean {
  const [, ...values] = svg.split(/<!ENTITY/i);
  return values.some((value) => /&|<(?!!)/.test(value.split(/\]\s{0,100}>/, 1)[0] ?? ''));
}

/** How deep elements, and references, may stand inside each other. Browsers themselves take 256 elements. */
const deepest = 1_000;

/** In the order of the text; undefined where they stand too deep inside each other. */
function elementsOf(svg: string): readonly SvgElement[] | undefined {
  const elements: SvgElement[] = [];
  const open: SvgElement[] = [];
  const close = (): void => {
    const last = open.pop();
    if (last) last.end = elements.length;
  };
  for (let at = svg.indexOf('<'); at >= 0; at = svg.indexOf('<', at)) {
    const hidden = passed.find(([start]) => svg.startsWith(start, at));
    if (hidden) {
      const end = svg.indexOf(hidden[1], at);
      if (end < 0) break;
      at = end + hidden[1].length;
      continue;
    }
    const tag = tagAt(svg, at);
    if (tag === undefined) break;
    at += tag.length;
    if (tag.startsWith('</')) close();
    else {
      const element = { id: /\sid\s*=\s*["']([^"']*)/.exec(tag)?.[1], uses: usesOf(tag), end: 0 };
      elements.push(element);
      open.push(element);
      if (tag.endsWith('/>')) close();
      if (open.length > deepest) return undefined;
    }
  }
  while (open.length > 0) close();
  return elements;
}

/** What holds no elements. */
const passed: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/** `href="#a"` and `url(#a)`: symbols, patterns, masks, markers, filters. A link draws nothing. */
function usesOf(tag: string): readonly string[] {
  if (/^<(?:\w+:)?a[\s/>]/.test(tag)) return [];
  return [...tag.matchAll(/(?:\shref|:href)\s*=\s*["']\s*#([^"']+)|url\(\s*["']?#([^"')]+)/g)].map(
    ([, href, url]) => (href ?? url ?? '').trim(),
  );
}
