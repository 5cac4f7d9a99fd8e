import { calc } from '@csstools/css-calc';
import {
  type ComponentValue,
  isFunctionNode,
  parseCommaSeparatedListOfComponentValues,
  replaceComponentValues,
  stringify,
} from '@csstools/css-parser-algorithms';
import { tokenize } from '@csstools/css-tokenizer';
import { limits } from '../diagnostics/index.ts';
import type { Cascade, SetValue } from './cascade.ts';

/** A custom property computed: its text, and its number when it is a length in px or a bare number. */
export interface Value {
  readonly text: string;
  readonly number?: number;
  readonly kind: Kind;
}

export type Kind = 'length' | 'number' | 'other';

export interface Evaluation {
  readonly values: ReadonlyMap<string, Value>;
  /** Values that were passed over because they are not what the weakest rule says the property is. */
  readonly refused: readonly {
    readonly name: string;
    readonly wanted: Kind;
    readonly candidate: SetValue;
  }[];
}

/**
 * Computes every custom property: `var()` replaced, `calc()` and its kin computed. The rule
 * that every other overrides (the base stylesheet's) says what a property is; a value of
 * another kind is refused and the next one in the cascade is taken. `cache` keeps
 * arithmetic between the body sizes of a theme.
 */
export function evaluate(cascade: Cascade, cache: Map<string, Value>): Evaluation {
  const values = new Map<string, Value>();
  const refused: { name: string; wanted: Kind; candidate: SetValue }[] = [];
  const open = new Set<string>();
  /** Names without a value, so that none is looked for twice: each of two uses would look for two. */
  const empty = new Set<string>();

  const resolve = (name: string): Value | undefined => {
    const done = values.get(name);
    if (done || empty.has(name) || open.has(name) || open.size > limits.themeValueDepth) return done;
    open.add(name);
    const value = choose(name, cascade.get(name) ?? []);
    open.delete(name);
    if (value) values.set(name, value);
    else empty.add(name);
    return value;
  };

  const choose = (name: string, candidates: readonly SetValue[]): Value | undefined => {
    const [first, ...others] = candidates;
    if (!first) return undefined;
    const last = others.at(-1);
    const value = compute(name, first.value);
    const wanted = last && compute(name, last.value)?.kind;
    if (!last || !wanted || wanted === 'other' || value?.kind === wanted) return value;
    refused.push({ name, wanted, candidate: first });
    return choose(name, others);
  };

  const compute = (name: string, css: string): Value | undefined => {
    const text = css.includes('var(') ? substituteWithin(css, (inner) => resolve(inner)?.text) : css;
    return text === undefined ? undefined : arithmetic(text, cache, () => emOf(name, resolve));
  };

  for (const name of cascade.keys()) resolve(name);
  return { values, refused };
}

/** What one em is for a property: the size of the text style it belongs to, or the body's. */
function emOf(name: string, resolve: (name: string) => Value | undefined): number {
  const style = /^--(.+)-(?:tracking|line)$/.exec(name)?.[1];
  const own = style && name !== '--body-line' ? resolve(`--${style}-size`)?.number : undefined;
  return own ?? (name === '--body-size' ? 16 : resolve('--body-size')?.number) ?? 16;
}

/** `undefined` for what would grow without end, as in browsers. */
function substituteWithin(css: string, resolve: (name: string) => string | undefined): string | undefined {
  const longest = limits.themeValueCharacters;
  let length = css.length;
  const within = (name: string): string | undefined => {
    const text = length > longest ? undefined : resolve(name);
    length += text?.length ?? 0;
    return text;
  };
  if (!isShallow(css)) return undefined;
  const text = substitute(css, within);
  return length > longest ? undefined : text;
}

/** Whether the brackets of a value are nested no deeper than its parser reads by recursion. */
function isShallow(css: string): boolean {
  let depth = 0;
  for (const [bracket] of css.matchAll(/[()[\]{}]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth > limits.themeValueDepth) return false;
  }
  return true;
}

/** `undefined` when a property has no value and `var()` no fallback: CSS gives up the whole too. */
function substitute(css: string, resolve: (name: string) => string | undefined): string | undefined {
  const plain = css.replaceAll(plainVariable, (text, name) => resolve(name) ?? text);
  return plain.includes('var(') ? substituteNested(plain, resolve) : plain;
}

/** By far the most common, and a hundred times faster than parsing. */
const plainVariable = /\bvar\(\s*(--[\w-]+)\s*\)/g;

function substituteNested(css: string, resolve: (name: string) => string | undefined): string | undefined {
  let whole = true;
  const parsed = parseCommaSeparatedListOfComponentValues(tokenize({ css }));
  const replaced = replaceComponentValues(parsed, (node) => {
    if (!isFunctionNode(node) || node.getName() !== 'var') return undefined;
    const text = variable(node.value, resolve);
    if (text === undefined) whole = false;
    return parseCommaSeparatedListOfComponentValues(tokenize({ css: text ?? '' })).flat();
  });
  return whole ? stringify(replaced) : undefined;
}

function variable(
  content: readonly ComponentValue[],
  resolve: (name: string) => string | undefined,
): string | undefined {
  const text = content.map((node) => node.toString()).join('');
  const comma = text.indexOf(',');
  const name = (comma < 0 ? text : text.slice(0, comma)).trim();
  return resolve(name) ?? (comma < 0 ? undefined : substitute(text.slice(comma + 1).trim(), resolve));
}

const numeric = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(px)?$/i;
const mightCompute = /^[+-]?\.?\d|^(?:calc|min|max|clamp|round|abs|mod|rem)\(/;

function arithmetic(text: string, cache: Map<string, Value>, em: () => number): Value {
  const px = /\dr?em\b/i.test(text)
    ? text.replaceAll(
        /(?<![\d.])([+-]?(?:\d+(?:\.\d*)?|\.\d+))r?em\b/gi,
        (_, count) => `${Number(count) * em()}px`,
      )
    : text;
  const cached = cache.get(px);
  if (cached) return cached;
  const value = asValue(px);
  cache.set(px, value);
  return value;
}

function asValue(text: string): Value {
  const product = plainProduct.exec(text);
  if (product) return asProduct(Number(product[1]) * Number(product[3]), product[2]);
  const plain = numeric.exec(text);
  const computed =
    plain || !mightCompute.test(text) || text.length > limits.themeSumCharacters || !isShallow(text)
      ? text
      : calc(`calc(${text})`, { toCanonicalUnits: true, precision: 4 });
  const match = plain ?? numeric.exec(computed);
  if (!match) return { text, kind: 'other' };
  return { text: computed, number: Number(match[1]), kind: match[2] ? 'length' : 'number' };
}

/** A size times a factor: most of what themes compute, and too simple for the whole of `calc()`. */
const plainProduct = /^calc\(\s*(-?[\d.]+)(px)?\s*\*\s*(-?[\d.]+)\s*\)$/;

function asProduct(product: number, unit: string | undefined): Value {
  const number = Number(product.toFixed(4));
  return { text: `${number}${unit ?? ''}`, number, kind: unit ? 'length' : 'number' };
}
