import { type Diagnostic, nearest } from '../diagnostics/index.ts';
import type { TokenRule } from './cascade.ts';
import type { Stylesheet } from './theme.ts';

/**
 * Custom properties of the theme's own stylesheet that nothing uses and that are spelt nearly like
 * one of the stylesheets it builds on. A property of its own that it uses itself is as it should be.
 */
export function misspeltTokens(rules: readonly TokenRule[], sheets: readonly Stylesheet[]): Diagnostic[] {
  const own = sheets.at(-1);
  if (!own) return [];
  const known = new Set(rules.filter(({ span }) => span.path !== own.path).map(({ name }) => name));
  const strange = rules.filter(({ name, span }) => span.path === own.path && !known.has(name));
  if (strange.length === 0) return [];
  const used = new Set(
    sheets.flatMap(({ css }) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name)),
  );
  return strange.filter(({ name }) => !used.has(name)).flatMap((rule) => misspelt(rule, known, own));
}

function misspelt({ name, span }: TokenRule, known: ReadonlySet<string>, { css }: Stylesheet): Diagnostic[] {
  const bare = (each: string): string => each.slice(2);
  const near = wordsMoved(name, known) ?? nearest(bare(name), [...known].map(bare));
  if (near === undefined) return [];
  const start = css.lastIndexOf(name, span.start);
  return [
    {
      code: 'theme/token',
      severity: 'warning',
      message: `nothing uses \`${name}\``,
      span: { path: span.path, start, end: start + name.length },
      help: `did you mean \`--${near.replace(/^--/, '')}\`?`,
    },
  ];
}

/** `--font-body` for `--body-font`. */
function wordsMoved(name: string, known: ReadonlySet<string>): string | undefined {
  const sorted = (each: string): string => each.split('-').sort().join('-');
  return [...known].find((each) => sorted(each) === sorted(name));
}
