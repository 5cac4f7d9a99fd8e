import type { Marp } from '@marp-team/marp-core';

/**
 * Decks are held together by a few tags that come again on every slide, and in the next deck. Marp
 * builds a new filter to clean each of them; here it is asked once for those that are short.
 */
export function knowHtml(marp: Marp): void {
  const { rules } = marp.markdown.renderer;
  for (const name of ['html_block', 'html_inline'] as const) {
    const clean: Rule | undefined = rules[name];
    if (!clean) continue;
    const known = cleaned[name];
    rules[name] = (...[tokens, index, ...rest]: Parameters<Rule>) => {
      const html = tokens[index]?.content ?? '';
      if (html.length > longest) return clean(tokens, index, ...rest);
      const made = known.get(html) ?? clean(tokens, index, ...rest);
      if (known.size >= most) known.clear();
      known.set(html, made);
      return made;
    };
  }
}

type Rule = (tokens: readonly { readonly content: string }[], index: number, ...rest: unknown[]) => string;

/** All engines clean by the same list: `allowed-html.ts`. */
const cleaned = { html_block: new Map<string, string>(), html_inline: new Map<string, string>() };
const longest = 200;
const most = 2000;
