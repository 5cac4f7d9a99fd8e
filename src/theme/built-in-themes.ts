// The themes in the package.
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { packageFile } from '../package-file.ts';

/** The theme of a deck that asks for none. */
export const defaultTheme = 'recap';
/** Draws the layouts; every other theme builds on it. */
export const baseTheme = 'lectern-base';
const themeFolder = packageFile('themes/');

/** Names of the themes in the package, the default first. */
export async function builtInThemes(): Promise<string[]> {
  const files = await readdir(themeFolder);
  const names = files.filter((file) => file.endsWith('.css')).map((file) => basename(file, '.css'));
  return names.filter((name) => name !== 'base').sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Whether a stylesheet came with Lectern. */
export function isInPackage(path: string): boolean {
  return path.startsWith(themeFolder);
}

function rank(name: string): number {
  return name === defaultTheme ? 0 : 1;
}

/** The stylesheet of a theme in the package; there is none for other names. */
export function builtInPath(name: string): string {
  return `${themeFolder}${name === baseTheme ? 'base' : name}.css`;
}

/** The stylesheet of a theme in the package. */
export function builtInCss(name: string): string {
  return readFileSync(builtInPath(name), 'utf8');
}

export interface ThemeDescription {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  /** The first sentence of its stylesheet's comment. */
  readonly about: string;
}

/** A built-in theme in a line. */
export async function describeTheme(name: string): Promise<ThemeDescription> {
  const css = await readFile(builtInPath(name), 'utf8');
  const comment = /^\/\*([\s\S]*?)\*\//.exec(css)?.[1] ?? '';
  const text = comment
    .replace(/^[ *]*(?:@\w+.*)?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  const about = /^.*?[.;](?=\s|$)/.exec(text)?.[0].slice(0, -1) ?? text;
  return { name, scheme: /color-scheme:\s*dark/.test(css) ? 'dark' : 'light', about };
}
