import type { Span } from '../diagnostics/index.ts';
import type { BodySize, Stylesheet, Theme } from './theme.ts';

/** A value that a custom property may take, and where it was set. */
export interface SetValue {
  readonly value: string;
  readonly span: Span;
}

/** For each custom property its values, the one that wins first. */
export type Cascade = ReadonlyMap<string, readonly SetValue[]>;

/** A declaration with all that the cascade asks of it. */
export interface TokenRule extends SetValue {
  readonly name: string;
  readonly selector: string;
}

export function readTokenRules(sheets: readonly Stylesheet[]): TokenRule[] {
  return sheets.flatMap(({ css, path }) =>
    readDeclarations(css).map(({ selector, name, value, start, end }) => ({
      selector,
      name,
      value,
      span: { path, start, end },
    })),
  );
}

/** The slide that a selector is tried on: only `section` and `:root` with the class of a body size or a size. */
interface SlideState {
  readonly bodySize: BodySize;
  readonly size: string;
}

/** Order and specificity decide, as in CSS; selectors that reach below the slide count for nothing. */
export function cascade(rules: readonly TokenRule[], state: SlideState): Cascade {
  const weights = new Map<string, number | undefined>();
  const found = new Map<string, { rule: TokenRule; weight: number }[]>();
  for (const rule of rules) {
    if (!weights.has(rule.selector)) weights.set(rule.selector, weightOf(rule.selector, state));
    const weight = weights.get(rule.selector);
    if (weight === undefined) continue;
    const list = found.get(rule.name) ?? [];
    list.push({ rule, weight });
    found.set(rule.name, list);
  }
  return new Map(
    [...found].map(([name, list]) => [
      name,
      list
        .reverse()
        .sort((a, b) => b.weight - a.weight)
        .map(({ rule }) => rule),
    ]),
  );
}

/** Specificity of the strongest part of a selector list that matches; `undefined` when none does. */
function weightOf(selector: string, state: SlideState): number | undefined {
  const weights = selector.split(',').flatMap((part) => partWeight(part.trim(), state) ?? []);
  return weights.length > 0 ? Math.max(...weights) : undefined;
}

/** A compound selector that may match a slide. */
const compound = /^(section)?((?::root|\.[\w-]+|\[data-size=["']?[\w:]+["']?\])*)$/;

function partWeight(part: string, state: SlideState): number | undefined {
  const match = compound.exec(part);
  if (!match || part === '') return undefined;
  const conditions = match[2]?.match(/:root|\.[\w-]+|\[[^\][]*\]/g) ?? [];
  const matches = (condition: string): boolean =>
    condition === ':root' ||
    condition === `.${state.bodySize}` ||
    condition.replaceAll(/["']/g, '') === `[data-size=${state.size}]`;
  return conditions.every(matches) ? (match[1] ? 1 : 0) + 10 * conditions.length : undefined;
}

/**
 * Where the theme's own stylesheet sets a token; where it sets a colour that the token may be mixed
 * from, when it leaves it to the base; its beginning, when it sets neither.
 */
export function findDeclaration({ stylesheets }: Theme, token: string): Span {
  const own = stylesheets.at(-1);
  const found = cascade(readTokenRules(own ? [own] : []), { bodySize: 'sm', size: '16:9' });
  const spans = [token, 'text', 'background', 'accent'].flatMap(
    (name) => found.get(`--${name}`)?.[0]?.span ?? [],
  );
  return spans[0] ?? { path: own?.path ?? '', start: 0, end: 0 };
}

/** A custom property as a stylesheet sets it. Offsets are those of the value. */
interface Declaration {
  readonly selector: string;
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Comments and strings whole, the punctuation that makes the structure, and all between them. */
const token =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|[{}()[\];:]|[^{}()[\];:"'/]+|\//g;

type BlockKind = 'rule' | 'layer' | 'other';

interface State {
  readonly found: Declaration[];
  readonly blocks: { readonly kind: BlockKind; readonly selector: string }[];
  prelude: string;
}

/**
 * Custom properties of the rules at the top of a stylesheet and in its `@layer` blocks, in
 * order. Rules for some media, nested rules and broken parts are passed over. A light pass:
 * a theme is read for every deck, and few of its rules set properties.
 */
function readDeclarations(css: string): Declaration[] {
  const state: State = { found: [], blocks: [], prelude: '' };
  const tokens = new RegExp(token);
  for (let match = tokens.exec(css); match; match = tokens.exec(css)) {
    const text = match[0];
    if (text.startsWith('/*')) continue;
    if (text === ':' && isCustomProperty(state)) {
      const end = valueEnd(css, tokens.lastIndex);
      state.found.push(declaration(state, css, tokens.lastIndex, end));
      state.prelude = '';
      tokens.lastIndex = end;
    } else step(state, text);
  }
  return state.found;
}

function step(state: State, text: string): void {
  if (text === '{') {
    state.blocks.push({ kind: kindOf(state), selector: state.prelude.trim() });
    state.prelude = '';
  } else if (text === '}' || text === ';') {
    if (text === '}') state.blocks.pop();
    state.prelude = '';
  } else state.prelude += text;
}

function kindOf({ prelude, blocks }: State): BlockKind {
  const parent = blocks.at(-1)?.kind;
  if (parent !== undefined && parent !== 'layer') return 'other';
  const text = prelude.trim();
  if (text.startsWith('@layer')) return 'layer';
  return text.startsWith('@') ? 'other' : 'rule';
}

function isCustomProperty({ prelude, blocks }: State): boolean {
  return blocks.at(-1)?.kind === 'rule' && /^\s*--[^\s]+\s*$/.test(prelude);
}

/** Offset of the `;` or `}` that ends a value, brackets inside it passed over. */
function valueEnd(css: string, start: number): number {
  const tokens = new RegExp(token);
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(css); match; match = tokens.exec(css)) {
    const [text] = match;
    if (depth === 0 && (text === ';' || text === '}')) return match.index;
    if (text === '(' || text === '[' || text === '{') depth++;
    else if (text === ')' || text === ']' || text === '}') depth--;
  }
  return css.length;
}

function declaration({ prelude, blocks }: State, css: string, from: number, to: number): Declaration {
  const raw = css.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  return {
    selector: blocks.at(-1)?.selector ?? '',
    name: prelude.trim(),
    value: raw.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').trim(),
    start,
    end: start + raw.trim().length,
  };
}
