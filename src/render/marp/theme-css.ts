import { createHash } from 'node:crypto';
import type { Features } from '../../deck/index.ts';
import { preparedFile } from '../../package-file.ts';
import type { Theme } from '../../theme/index.ts';
import { inlineStylesheet } from '../pictures/index.ts';

/** What a deck's stylesheet depends on. The slides themselves have no part in it. */
export interface StyleRequest {
  readonly theme: Pick<Theme, 'stylesheets'>;
  readonly size: '16:9' | '4:3';
  readonly features: Features;
  /** Rules that the deck itself holds; they come after the theme's. */
  readonly own: string;
}

const converted = new Map<string, Promise<string>>();

/**
 * The theme's CSS as Marp confines it to the slides. Converting it takes 60 ms, so it is done once
 * in a process, and for the built-in themes when Lectern itself is built.
 */
export function themeCss(request: StyleRequest): Promise<string> {
  const name = styleName(request);
  const css = converted.get(name) ?? preparedOrConverted(name, request);
  converted.set(name, css);
  css.catch(() => converted.delete(name));
  return css;
}

/** File name of the converted CSS: another one as soon as anything it depends on changes. */
export function styleName({ theme, size, features, own }: StyleRequest): string {
  const hash = createHash('sha256').update(JSON.stringify([size, features.math, features.emoji, own]));
  for (const stylesheet of theme.stylesheets) hash.update(`\0${inlineStylesheet(stylesheet)}`);
  return `theme-${hash.digest('hex').slice(0, 20)}.css`;
}

async function preparedOrConverted(name: string, request: StyleRequest): Promise<string> {
  return (await preparedFile(name)) ?? convertTheme(request);
}

/** By a deck with nothing but what changes the stylesheet: Marp adds KaTeX's where it meets a formula. */
export async function convertTheme({ theme, size, features, own }: StyleRequest): Promise<string> {
  const { styleEngine } = await import('./engine.ts');
  const marp = await styleEngine(features, theme.stylesheets.map(inlineStylesheet));
  // A string of JSON is one of YAML.
  const style = own && `style: ${JSON.stringify(own)}\n`;
  return marp.render(`---\nsize: ${size}\n${style}---\n\n${features.math ? '$x$' : ''}`).css;
}

/**
 * Colours of code and diagrams, mixed from the theme's own: one accent, and text that stays
 * readable in print. Without specificity, so that a theme's `--marp-shiki-…` wins. The names are
 * those of Marp's Shiki theme.
 */
export const codeColors = `:where(div#\\:\\$p section) {
  --marp-shiki-foreground: var(--text);
  --marp-shiki-background: var(--surface);
  --marp-shiki-token-keyword: var(--accent);
  --marp-shiki-token-string: color-mix(in srgb, var(--accent) 60%, var(--text));
  --marp-shiki-token-string-expression: color-mix(in srgb, var(--accent) 60%, var(--text));
  --marp-shiki-token-constant: color-mix(in srgb, var(--accent) 60%, var(--text));
  --marp-shiki-token-link: var(--accent);
  --marp-shiki-token-comment: var(--muted);
  --marp-shiki-token-punctuation: var(--muted);
  --marp-shiki-token-function: var(--text);
  --marp-shiki-token-parameter: var(--text);
  --marp-shiki-token-inserted: color-mix(in oklab, #0a7d33 62%, var(--ink, var(--text)));
  --marp-shiki-token-deleted: color-mix(in oklab, #c01c14 62%, var(--ink, var(--text)));
  --marp-shiki-token-changed: var(--accent);
}
`;
