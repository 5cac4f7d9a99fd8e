import { readFile } from 'node:fs/promises';
import { packageFile } from '../package-file.ts';

export interface ThemeDescription {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  /** The first sentence of its stylesheet's comment. */
  readonly about: string;
}

/** A built-in theme in a line. */
export async function describeTheme(name: string): Promise<ThemeDescription> {
  const css = await readFile(packageFile(`themes/${name}.css`), 'utf8');
  const comment = /^\/\*([\s\S]*?)\*\//.exec(css)?.[1] ?? '';
  const text = comment
    .replace(/^[ *]*(?:@\w+.*)?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const about = /^.*?[.;](?=\s|$)/.exec(text)?.[0].slice(0, -1) ?? text;
  return { name, scheme: /color-scheme:\s*dark/.test(css) ? 'dark' : 'light', about };
}
