// The I/O of themes: everything else in this folder works on texts.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checked, type Diagnostic, nearest, type Span } from '../diagnostics/index.ts';
import { bundledFonts } from './bundled-fonts.ts';
import type { FontLibrary } from './fonts.ts';
import type { Stylesheet } from './theme.ts';
import type { ThemeFiles } from './theme-files.ts';

/** The theme of a deck that asks for none. */
export const defaultTheme = 'recap';
const baseTheme = 'lectern-base';
const themeFolder = fileURLToPath(new URL('../../themes/', import.meta.url));

export interface ThemeRequest {
  /** A built-in theme's name, or the path of a CSS file. */
  readonly theme: string;
  /** Where a relative path starts: the folder of the hints or of the notes. */
  readonly folder: string;
  /** Where the theme is asked for, for complaints. */
  readonly span?: Span;
}

/**
 * The theme's stylesheet with those it imports by name, and its fonts. A theme that imports no
 * built-in one gets the base stylesheet, which draws the layouts. One that is not there is an
 * error, and the default theme is read in its place.
 */
export async function readThemeFiles(request: ThemeRequest): Promise<Checked<ThemeFiles>> {
  const path = findTheme(request);
  const diagnostics: Diagnostic[] = path ? [] : [await notFound(request)];
  const stylesheets = await withImports(path ?? builtInPath(defaultTheme));
  const { fonts, diagnostics: fontProblems } = await fontsOf(stylesheets);
  return { value: { stylesheets, fonts }, diagnostics: [...diagnostics, ...fontProblems] };
}

/** Names of the themes in the package, the default first. */
export async function builtInThemes(): Promise<string[]> {
  const files = await readdir(themeFolder);
  const names = files.filter((file) => file.endsWith('.css')).map((file) => basename(file, '.css'));
  return names.filter((name) => name !== 'base').sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function rank(name: string): number {
  return name === defaultTheme ? 0 : 1;
}

function findTheme({ theme, folder }: ThemeRequest): string | undefined {
  if (/^[\w-]+$/.test(theme)) {
    const builtIn = builtInPath(theme);
    if (existsSync(builtIn)) return builtIn;
  }
  const path = isAbsolute(theme) ? theme : resolve(folder, theme);
  return theme.endsWith('.css') && existsSync(path) ? path : undefined;
}

function builtInPath(name: string): string {
  return `${themeFolder}${name === baseTheme ? 'base' : name}.css`;
}

async function notFound({ theme, folder, span }: ThemeRequest): Promise<Diagnostic> {
  const names = await builtInThemes();
  const near = nearest(theme, names);
  const help = theme.endsWith('.css')
    ? `there is no file ${resolve(folder, theme)}`
    : near
      ? `did you mean \`${near}\`?`
      : `the themes are ${names.join(', ')}; a theme of your own is named by its path, with \`.css\``;
  return {
    code: 'theme/not-found',
    severity: 'error',
    message: `there is no theme \`${theme}\``,
    span: span ?? { path: '', start: 0, end: 0 },
    help,
  };
}

async function withImports(path: string): Promise<Stylesheet[]> {
  const found = new Map<string, Stylesheet>();
  await collect(path, found);
  if (!found.has(builtInPath(baseTheme))) return withBase([...found.values()]);
  return [...found.values()];
}

/** Imports come before the stylesheet that imports them, each once. */
async function collect(path: string, found: Map<string, Stylesheet>): Promise<void> {
  if (found.has(path)) return;
  const css = await readFile(path, 'utf8');
  const name = /@theme\s+([\w-]+)/.exec(css)?.[1] ?? basename(path, '.css');
  found.set(path, { name, path, css });
  for (const imported of importsOf(css)) {
    const file = [builtInPath(imported), resolve(dirname(path), `${imported}.css`)].find((each) =>
      existsSync(each),
    );
    if (file) await collect(file, found);
  }
  const own = found.get(path);
  found.delete(path);
  if (own) found.set(path, own);
}

function importsOf(css: string): string[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/@import(?:-theme)?\s+["']([\w-]+)["']/g)].flatMap((match) => match[1] ?? []);
}

async function withBase(sheets: readonly Stylesheet[]): Promise<Stylesheet[]> {
  const path = builtInPath(baseTheme);
  const base = { name: baseTheme, path, css: await readFile(path, 'utf8') };
  const own = sheets.at(-1);
  if (!own) return [base];
  // At the end, so that offsets stay as in the file; Marp moves it to the front.
  const css = `${own.css}\n@import-theme "${baseTheme}";\n`;
  return [base, ...sheets.slice(0, -1), { ...own, css }];
}

async function fontsOf(
  sheets: readonly Stylesheet[],
): Promise<{ fonts: FontLibrary; diagnostics: readonly Diagnostic[] }> {
  const bundled = bundledFonts();
  if (!sheets.some(({ css }) => /@font-face/i.test(css))) return { fonts: bundled, diagnostics: [] };
  const { readOwnFonts } = await import('./own-fonts.ts');
  const own = readOwnFonts(sheets);
  const libraryOf = (family: string): FontLibrary =>
    own.fonts.faces(family).length > 0 ? own.fonts : bundled;
  const fonts: FontLibrary = {
    faces: (family) => libraryOf(family).faces(family),
    metrics: (family, weight, italic) => libraryOf(family).metrics(family, weight, italic),
  };
  return { fonts, diagnostics: own.diagnostics };
}
