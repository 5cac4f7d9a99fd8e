import { createRequire } from 'node:module';
import { type ExpandedTokens, formulaLimits, loadChemistry } from './formula-limits.ts';
import type { InlineObject } from './inline-content.ts';

const require = createRequire(import.meta.url);

interface Katex {
  __renderToHTMLTree(tex: string, options: object): MathNode;
}

/** KaTeX sets formulas this much larger than the text around. */
const formulaScale = 1.21;

/** The parts of a formula in px that a line may be broken between. Undefined for TeX that is not valid: that is shown as it was typed. */
export type MeasureFormula = (
  tex: string,
  mode: 'inline' | 'display',
  size: number,
) => readonly InlineObject[] | undefined;

/** Measures the formulas of one theme and one deck, each once: all sizes are in em. */
export function createFormulas(): MeasureFormula {
  const known = new Map<string, readonly InlineObject[] | undefined>();
  const expanded = { count: 0 };
  return (tex, mode, size) => {
    const key = `${mode} ${tex}`;
    if (!known.has(key)) known.set(key, formulaInEms(tex, mode, expanded));
    const em = size * formulaScale;
    const parts = known
      .get(key)
      ?.map(({ width, above, below }) => ({ width: width * em, above: above * em, below: below * em }));
    return parts && parts.length > 1 && mode === 'inline' && staysWhole(tex) ? [whole(parts, size)] : parts;
  };
}

/** Characters of a formula that is on one line where it fits on one. */
const longestWhole = 26;

/** Fewer are a letter with its index: there is nothing to break it at. */
const shortestWhole = 3;

/** Commands that draw nothing by themselves. */
const drawsNothing =
  /\\(?:left|right|[bB]igg?[lrm]?|displaystyle|math[a-z]+|text[a-z]*|operatorname)(?![a-zA-Z])/gu;

/** Whether a formula in a line is not broken where it fits on one. The stylesheet has it as `.whole`. */
export function staysWhole(tex: string): boolean {
  const drawn = tex
    .replace(drawsNothing, '')
    .replace(/\\[a-z]+/giu, 'x')
    .replace(/[\s{}^_\\]/gu, '');
  return drawn.length >= shortestWhole && drawn.length <= longestWhole;
}

/** Height of a line of text that formulas stand in, of its size. */
const lineShare = 1.3;

/** The parts on one line; on several where that is too long for it. */
function whole(parts: readonly InlineObject[], size: number): InlineObject {
  const joined = sideBySide(parts);
  const fit = (width: number): InlineObject => {
    const lines = linesOf(parts, width).map(sideBySide);
    const last = lines.at(-1) ?? joined;
    const above = lines
      .slice(0, -1)
      .reduce((sum, line) => sum + Math.max(size * lineShare, line.above + line.below), last.above);
    return { width: Math.max(...lines.map((line) => line.width)), above, below: last.below };
  };
  return { ...joined, fit, isFormula: true };
}

function sideBySide(parts: readonly InlineObject[]): InlineObject {
  return {
    width: parts.reduce((sum, part) => sum + part.width, 0),
    above: Math.max(...parts.map(({ above }) => above)),
    below: Math.max(...parts.map(({ below }) => below)),
  };
}

function linesOf(parts: readonly InlineObject[], width: number): readonly (readonly InlineObject[])[] {
  const lines: InlineObject[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (used + part.width > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(part);
    used += part.width;
  }
  return lines;
}

/**
 * KaTeX lays out heights itself and is asked for them; it is loaded when the first formula comes. Widths are summed
 * up from its characters.
 */
function formulaInEms(
  tex: string,
  mode: 'inline' | 'display',
  expanded: ExpandedTokens,
): readonly InlineObject[] | undefined {
  const katex = require('katex') as Katex;
  loadChemistry(tex);
  const options = {
    ...formulaLimits(expanded),
    displayMode: mode === 'display',
    strict: false,
    trust: false,
  };
  const tree = drawn(katex, tex, options);
  const characterWidth: CharacterWidth = (character, as) =>
    totalWidth(drawn(katex, as === 'word' ? `\\text{${character}}` : character, options));
  return tree && signsFirst(basesOf(tree)).map((base) => asObject(base, characterWidth));
}

function drawn(katex: Katex, tex: string, options: object): MathNode | undefined {
  try {
    return katex.__renderToHTMLTree(tex, { ...options, throwOnError: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}

function basesOf(node: MathNode): MathNode[] {
  if (node.classes?.some((name) => name === 'base' || name === 'katex-base')) return [node];
  return (node.children ?? []).flatMap(basesOf);
}

/**
 * KaTeX ends a part with a relation or an operator; a line is broken before it, so it begins the next part. The page has
 * it in the same way (`breakBeforeSigns` of `render/`): a sign of one character that is not all of its part.
 */
function signsFirst(bases: readonly MathNode[]): readonly MathNode[] {
  let carried: readonly MathNode[] = [];
  return bases.map((base, index) => {
    const [strut, ...own] = base.children ?? [];
    const end = own.findLastIndex(({ classes }) => !classes?.includes('mspace'));
    const at = end > 0 && index < bases.length - 1 && isSign(own[end]) ? end : own.length;
    const children = [...(strut ? [strut] : []), ...carried, ...own.slice(0, at)];
    carried = own.slice(at);
    return { ...base, children };
  });
}

function isSign({ classes = [], text, children = [] }: MathNode = {}): boolean {
  return Boolean(text) && children.length === 0 && (classes.includes('mrel') || classes.includes('mbin'));
}

/** Width of a formula that is one character or a few, em. */
function totalWidth(tree: MathNode | undefined): number | undefined {
  return tree && basesOf(tree).reduce((sum, base) => sum + widthOf(base, () => undefined), 0);
}

function asObject(base: MathNode, characterWidth: CharacterWidth): InlineObject {
  const strut = base.children?.find(
    ({ classes }) => classes?.includes('strut') || classes?.includes('katex-strut'),
  );
  const height = ems(strut?.style?.height);
  const below = -ems(strut?.style?.verticalAlign);
  return { width: widthOf(base, characterWidth), above: height - below, below };
}

/** What is used of the tree that KaTeX draws a formula from. Lengths in em of the formula. */
interface MathNode {
  readonly text?: string;
  readonly classes?: readonly string[];
  readonly children?: readonly MathNode[];
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly height?: number;
  readonly depth?: number;
  readonly width?: number | string;
  /** How much an italic character leans out. */
  readonly italic?: number;
}

/** Width of one character as KaTeX sets words or variables; undefined for one it cannot set so. */
type CharacterWidth = (character: string, as: 'word' | 'variable') => number | undefined;

/** Width in em: side by side in a row, one over the other in a `vlist`. */
function widthOf(node: MathNode, characterWidth: CharacterWidth): number {
  const { style = {}, classes = [], children = [] } = node;
  const around = ems(style.marginLeft) + ems(style.marginRight) + ems(style.paddingLeft);
  const scale = sizeScale(classes);
  if (classes.includes('nulldelimiter')) return nullDelimiter;
  if (classes.some((name) => name === 'rlap' || name === 'llap' || name === 'clap')) return 0;
  const own = Math.max(ems(style.width), ems(style.minWidth), textWidth(node, characterWidth));
  const inner = children.map((child) => widthOf(child, characterWidth));
  const within = isStack(node) ? Math.max(0, ...inner) : inner.reduce((sum, width) => sum + width, 0);
  return around + Math.max(own, within * scale);
}

/** The space around a fraction that has no brackets, from KaTeX's stylesheet. */
const nullDelimiter = 0.12;

function isStack({ classes = [] }: MathNode): boolean {
  return classes.includes('vlist-t') || classes.includes('vlist');
}

/** KaTeX joins the characters of words and keeps only the first one's width. */
function textWidth(
  { text = '', width, italic = 0, classes }: MathNode,
  characterWidth: CharacterWidth,
): number {
  if (typeof width !== 'number') return 0;
  const [first = '', ...others] = text;
  const as = classes?.includes('mathnormal') ? 'variable' : 'word';
  const own = (character: string): number => {
    if (character === first) return width;
    return (plainCharacter.test(character) ? characterWidth(character, as) : undefined) ?? averageWidth;
  };
  return others.reduce((sum, character) => sum + own(character), italic + width);
}

/** What may stand in TeX as it is. */
const plainCharacter = /[\p{L}\p{N}\u00a0 .,:;!?()[\]/+*=<>'-]/u;

/** Of a character that KaTeX has no width for, em; most are narrower. */
const averageWidth = 0.5;

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
