// The I/O of themes: everything else in this folder works on texts.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { type Checked, type Diagnostic, nearest, type Span } from '../diagnostics/index.ts';
import { baseTheme, builtInPath, builtInThemes, defaultTheme } from './built-in-themes.ts';
import { bundledFonts } from './bundled-fonts.ts';
import type { FontLibrary } from './fonts.ts';
import { isOutside } from './is-outside.ts';
import type { Stylesheet, ThemeFiles } from './theme.ts';
import type { WrittenToken } from './tokens/written-token.ts';

export interface ThemeRequest {
  /** A built-in theme's name, or the path of a CSS file. */
  readonly theme: string;
  /** Where a relative path starts: the folder of the hints or of the notes. */
  readonly folder: string;
  /** The theme must be built in, or in this folder or below; undefined when anything may be read. */
  readonly within?: string | undefined;
  /** Where the theme is asked for, for messages. */
  readonly span?: Span;
  /** Tokens that name a font by its file. */
  readonly fontFiles?: readonly WrittenToken[];
}

/**
 * The theme's stylesheet with those it imports by name, and its fonts. A theme that imports no
 * built-in one gets the base stylesheet, which draws the layouts. One that is not there is an
 * error, and the default theme is read in its place.
 */
export async function readThemeFiles(request: ThemeRequest): Promise<Checked<ThemeFiles>> {
  const outside = isThemeOutside(request);
  const path = outside ? undefined : findTheme(request);
  const diagnostics: Diagnostic[] = path ? [] : [outside ? outsideOf(request) : await notFound(request)];
  const stylesheets = await withImports(path ?? builtInPath(defaultTheme));
  const { fonts, diagnostics: fontProblems } = await fontsOf(stylesheets);
  const value = { stylesheets, fonts };
  const read = { value, diagnostics: [...diagnostics, ...fontProblems] };
  return request.fontFiles?.length ? withFontFiles(read, request.fontFiles) : read;
}

function findTheme({ theme, folder }: ThemeRequest): string | undefined {
  if (/^[\w-]+$/.test(theme)) {
    const builtIn = builtInPath(theme);
    if (existsSync(builtIn)) return builtIn;
  }
  const path = isAbsolute(theme) ? theme : resolve(folder, theme);
  return theme.endsWith('.css') && existsSync(path) ? path : undefined;
}

function isThemeOutside({ theme, folder, within }: ThemeRequest): boolean {
  return within !== undefined && theme.endsWith('.css') && isOutside(resolve(folder, theme), within);
}

function outsideOf({ theme, span }: ThemeRequest): Diagnostic {
  return {
    code: 'theme/outside',
    severity: 'error',
    message: `the theme \`${theme}\` lies outside the folder of the notes, whose front matter names it`,
    span: span ?? { path: '', start: 0, end: 0 },
    help: 'copy it there, or name it in a hints file',
  };
}

async function notFound({ theme, folder, span }: ThemeRequest): Promise<Diagnostic> {
  const names = await builtInThemes();
  return {
    code: 'theme/not-found',
    severity: 'error',
    message: `there is no theme \`${theme}\``,
    span: span ?? { path: '', start: 0, end: 0 },
    help: themeMeant(theme, folder, names, span),
  };
}

function themeMeant(theme: string, folder: string, names: readonly string[], span?: Span): string {
  if (theme.endsWith('.css')) return `there is no file ${resolve(folder, theme)}`;
  if (existsSync(resolve(folder, `${theme}.css`))) {
    const path = isAbsolute(theme) ? `${theme}.css` : `./${theme.replace(/^\.\//, '')}.css`;
    return span?.path.startsWith('--') ? `write \`${span.path} ${path}\`` : `write \`${path}\``;
  }
  const near = nearest(theme, names) ?? sameBeginning(theme, names);
  if (near) return `did you mean \`${near}\`?`;
  return `the themes are ${names.join(', ')}; a theme of your own is named by its path, with \`.css\``;
}

/** `midnite`: among so few names the first characters decide. */
function sameBeginning(theme: string, names: readonly string[]): string | undefined {
  const start = theme.slice(0, 4).toLowerCase();
  return start.length === 4 ? names.find((name) => name.startsWith(start)) : undefined;
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
  found.set(path, named(css, path));
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

/** Marp knows a stylesheet by the name in a comment; at the end, so that offsets stay as in the file. */
function named(css: string, path: string): Stylesheet {
  const written = /@theme\s+([\w-]+)/.exec(css)?.[1];
  const name = written ?? basename(path, '.css').replace(/[^\w-]+/g, '-');
  return { name, path, css: written ? css : `${css}\n/* @theme ${name} */\n` };
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
  return { fonts: inFront(own.fonts, bundled), diagnostics: own.diagnostics };
}

/** A family of the first goes before one of the same name in the second. */
function inFront(first: FontLibrary, second: FontLibrary): FontLibrary {
  const libraryOf = (family: string): FontLibrary => (first.faces(family).length > 0 ? first : second);
  return {
    faces: (family) => libraryOf(family).faces(family),
    metrics: (family, weight, italic) => libraryOf(family).metrics(family, weight, italic),
    families: () => [...(first.families?.() ?? []), ...(second.families?.() ?? [])],
  };
}

async function withFontFiles(
  { value, diagnostics }: Checked<ThemeFiles>,
  written: readonly WrittenToken[],
): Promise<Checked<ThemeFiles>> {
  const { readFontFiles } = await import('./tokens/font-files.ts');
  const read = readFontFiles(written);
  return {
    value: { ...value, fonts: inFront(read.fonts, value.fonts), fontFiles: read.families },
    diagnostics: [...diagnostics, ...read.diagnostics],
  };
}
