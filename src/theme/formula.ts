import { createRequire } from 'node:module';
import type { InlineObject } from './inline-object.ts';

const require = createRequire(import.meta.url);

/** What is used of the tree that KaTeX draws a formula from. Lengths in em of the formula. */
interface MathNode {
  readonly text?: string;
  readonly classes?: readonly string[];
  readonly children?: readonly MathNode[];
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly height?: number;
  readonly depth?: number;
  readonly width?: number | string;
  /** How much an italic letter leans out. */
  readonly italic?: number;
}

interface Katex {
  __renderToHTMLTree(tex: string, options: object): MathNode;
}

/** KaTeX sets formulas this much larger than the text around. */
const formulaScale = 1.21;

/**
 * Sizes of a formula in px, as the pieces a line may be broken between. KaTeX lays out heights
 * itself and is asked for them; it is loaded when the first formula comes. Widths are summed
 * up from its letters. TeX that is not valid is shown as its source and measured as that.
 */
export function measureFormula(tex: string, mode: 'inline' | 'display', size: number): InlineObject[] {
  const katex = require('katex') as Katex;
  const em = size * formulaScale;
  const options = { displayMode: mode === 'display', throwOnError: false, strict: false, trust: false };
  try {
    const bases = basesOf(katex.__renderToHTMLTree(tex, options));
    if (bases.length > 0) return bases.map((base) => asObject(base, em));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return [{ width: tex.length * 0.6 * size, above: size, below: size * 0.3 }];
}

function basesOf(node: MathNode): MathNode[] {
  if (node.classes?.some((name) => name === 'base' || name === 'katex-base')) return [node];
  return (node.children ?? []).flatMap(basesOf);
}

function asObject(base: MathNode, em: number): InlineObject {
  const strut = base.children?.find(
    ({ classes }) => classes?.includes('strut') || classes?.includes('katex-strut'),
  );
  const height = ems(strut?.style?.height);
  const below = -ems(strut?.style?.verticalAlign);
  return { width: widthOf(base) * em, above: (height - below) * em, below: below * em };
}

/** Side by side in a row, one over the other in a `vlist`. */
function widthOf(node: MathNode): number {
  const { style = {}, classes = [], children = [] } = node;
  const around = ems(style.marginLeft) + ems(style.marginRight) + ems(style.paddingLeft);
  const scale = sizeScale(classes);
  if (classes.includes('nulldelimiter')) return nullDelimiter;
  const own = Math.max(ems(style.width), ems(style.minWidth), lettersWidth(node));
  const inner = children.map(widthOf);
  const within = isStack(node) ? Math.max(0, ...inner) : inner.reduce((sum, width) => sum + width, 0);
  return around + Math.max(own, within * scale);
}

/** The space around a fraction that has no brackets, from KaTeX's stylesheet. */
const nullDelimiter = 0.12;

function isStack({ classes = [] }: MathNode): boolean {
  return classes.includes('vlist-t') || classes.includes('vlist');
}

/** KaTeX joins letters of words and keeps only the first one's width. */
function lettersWidth({ text = '', width, italic = 0 }: MathNode): number {
  if (typeof width !== 'number') return 0;
  const count = [...text].length;
  return italic + (count > 1 ? count * Math.max(width, averageLetter) : width);
}

const averageLetter = 0.5;

/** `reset-size6 size3`: text of one size inside another; the numbers are KaTeX's sizes. */
function sizeScale(classes: readonly string[]): number {
  const number = (pattern: RegExp): number =>
    Number(classes.flatMap((name) => pattern.exec(name)?.[1] ?? [])[0] ?? Number.NaN);
  const [from, to] = [sizes[number(/^reset-size(\d+)$/)], sizes[number(/^size(\d+)$/)]];
  return from && to ? to / from : 1;
}

const sizes: readonly number[] = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

function ems(length: string | undefined): number {
  return length?.endsWith('em') ? Number.parseFloat(length) : 0;
}
