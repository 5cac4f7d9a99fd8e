import type { Span } from '../diagnostics/index.ts';
import { readDeclarations } from './declarations.ts';
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
export interface SlideState {
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
  const conditions = match[2]?.match(/:root|\.[\w-]+|\[[^\]]*\]/g) ?? [];
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
