// The I/O of themes: everything else in this folder works on texts.
import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { type Checked, type Diagnostic, limits, nearest, type Span } from '../diagnostics/index.ts';
import { isBeside, isOutside, readUserFile, type UnreadFile } from '../user-file.ts';
import {
  baseTheme,
  builtInCss,
  builtInPath,
  builtInThemes,
  defaultTheme,
  isInPackage,
} from './built-in-themes.ts';
import { bundledFonts } from './bundled-fonts.ts';
import type { FontLibrary } from './fonts.ts';
import type { Stylesheet, ThemeFiles } from './theme.ts';
import type { WrittenToken } from './tokens/token-values.ts';

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
  const { stylesheets, diagnostics: unread } = await readStylesheets(path, request);
  const { fonts, diagnostics: fontProblems } = await fontsOf(stylesheets, request.within);
  const value = { stylesheets, fonts };
  const read = { value, diagnostics: [...diagnostics, ...unread, ...fontProblems] };
  return request.fontFiles?.length ? withFontFiles(read, request.fontFiles) : read;
}

function findTheme({ theme, folder }: ThemeRequest): string | undefined {
  if (/^[\w-]+$/.test(theme)) {
    const builtIn = builtInPath(theme);
    if (existsSync(builtIn)) return builtIn;
  }
  const path = isAbsolute(theme) ? theme : resolve(folder, theme);
  return theme.endsWith('.css') && isThere(path) ? path : undefined;
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

interface ReadStylesheets {
  readonly stylesheets: readonly Stylesheet[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What has been read so far, imports before the stylesheet that imports them, and how many bytes may follow. */
interface Collected {
  readonly found: Map<string, Stylesheet>;
  readonly diagnostics: Diagnostic[];
  readonly within: string | undefined;
  /** Stylesheets whose imports are being read. */
  readonly open: Set<string>;
  room: number;
}

/** The default theme where a theme cannot be read, or names no file. */
async function readStylesheets(
  path: string | undefined,
  { within, span, theme }: ThemeRequest,
): Promise<ReadStylesheets> {
  const collected: Collected = {
    found: new Map(),
    diagnostics: [],
    within,
    open: new Set(),
    room: limits.themeBytes,
  };
  if (path !== undefined)
    collect(path, collected, `the theme \`${theme}\``, span ?? { path: '', start: 0, end: 0 });
  if (collected.found.size === 0) collect(builtInPath(defaultTheme), collected);
  const { diagnostics } = collected;
  const stylesheets: Stylesheet[] = [];
  for (const sheet of collected.found.values()) stylesheets.push(await withValidCss(sheet, diagnostics));
  diagnostics.push(...namedTwice(stylesheets));
  const isWhole = collected.found.has(builtInPath(baseTheme));
  return { stylesheets: isWhole ? stylesheets : withBase(stylesheets), diagnostics };
}

/** Each once. `what` and `span` say in messages which file it is, and where it is asked for. */
function collect(
  path: string,
  collected: Collected,
  what = '',
  span: Span = { path, start: 0, end: 0 },
): void {
  const { found, diagnostics, within } = collected;
  if (found.has(path)) return;
  const isOwn = !isInPackage(path);
  const file = readUserFile(path, { limit: collected.room, within: isOwn ? within : undefined });
  if (!(file instanceof Uint8Array)) return void diagnostics.push(unreadable(file, what, span));
  if (isOwn) collected.room -= file.length;
  const css = file.toString('utf8');
  found.set(path, named(css, path));
  collected.open.add(path);
  for (const { name, start, end } of importsOf(css)) {
    const imported = builtInPath(name);
    const beside = resolve(dirname(path), `${name}.css`);
    const place = { path, start, end };
    if (existsSync(imported)) collect(imported, collected);
    else if (collected.open.has(beside)) diagnostics.push(circular(name, place));
    else if (!isThere(beside)) continue;
    else if (isBeside(beside, path)) collect(beside, collected, `the stylesheet \`${name}\``, place);
    else diagnostics.push(unreadable(linkOut, `the stylesheet \`${name}\``, place));
  }
  collected.open.delete(path);
  const own = found.get(path);
  found.delete(path);
  if (own) found.set(path, own);
}

/** What Lectern brings along is valid. */
async function withValidCss(sheet: Stylesheet, diagnostics: Diagnostic[]): Promise<Stylesheet> {
  if (isInPackage(sheet.path)) return sheet;
  const { validateCss } = await import('./validate-css.ts');
  const { value, diagnostics: problems } = validateCss(sheet);
  diagnostics.push(...problems);
  return value;
}

/** A link counts that leads nowhere, or to itself. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function circular(name: string, span: Span): Diagnostic {
  return {
    code: 'theme/syntax',
    severity: 'error',
    message: `the stylesheet \`${name}\` imports itself`,
    span,
    help: 'leave one of the imports out',
  };
}

/** Marp knows stylesheets by their names: two that have the same are one for it. */
function namedTwice(sheets: readonly Stylesheet[]): readonly Diagnostic[] {
  return sheets.flatMap(({ name, path, css }, at): readonly Diagnostic[] => {
    if (!sheets.slice(0, at).some((other) => other.name === name)) return [];
    const start = Math.max(0, css.search(/@theme\b/));
    return [
      {
        code: 'theme/syntax',
        severity: 'error',
        message: `this stylesheet and one that it imports are both called \`${name}\``,
        span: { path, start, end: start + '@theme'.length },
        help: 'give it a name of its own: `/* @theme acme */`',
      },
    ];
  });
}

const linkOut = {
  kind: 'outside',
  reason: 'its symbolic link leads out of the folder of the theme',
  help: 'put a copy of the file in the place of the link',
} as const;

function unreadable({ kind, reason, help }: UnreadFile, what: string, span: Span): Diagnostic {
  return {
    code: kind === 'outside' ? 'theme/outside' : 'theme/unreadable',
    severity: 'error',
    message:
      kind === 'too-large'
        ? `${what} cannot be read: the stylesheets of a theme hold ${limits.themeBytes / 1e6} MB at most`
        : `${what} cannot be read: ${reason}`,
    span,
    help,
  };
}

/** Marp knows a stylesheet by the name in a comment; at the end, so that offsets stay as in the file. */
function named(css: string, path: string): Stylesheet {
  const comments = css.match(/\/\*[\s\S]*?\*\//g) ?? [];
  const written = comments.flatMap((text) => /^[ \t*!/]*@theme[ \t]+([\w-]+)/m.exec(text)?.[1] ?? [])[0];
  const name = written ?? basename(path, '.css').replace(/[^\w-]+/g, '-');
  return { name, path, css: written ? css : `${css}\n;/* @theme ${name} */\n` };
}

interface Import {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function importsOf(css: string): readonly Import[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  return [...bare.matchAll(/@import(?:-theme)?\s+["']([\w-]+)["']/g)].map(
    ({ 0: whole, 1: name = '', index }) => ({
      name,
      start: index,
      end: index + whole.length,
    }),
  );
}

function withBase(sheets: readonly Stylesheet[]): readonly Stylesheet[] {
  const path = builtInPath(baseTheme);
  const base = { name: baseTheme, path, css: builtInCss(baseTheme) };
  const own = sheets.at(-1);
  if (!own) return [base];
  // At the end, so that offsets stay as in the file; Marp moves it to the front.
  const css = `${own.css}\n@import-theme "${baseTheme}";\n`;
  return [base, ...sheets.slice(0, -1), { ...own, css }];
}

async function fontsOf(
  sheets: readonly Stylesheet[],
  within: string | undefined,
): Promise<{ fonts: FontLibrary; diagnostics: readonly Diagnostic[] }> {
  const bundled = bundledFonts();
  if (!sheets.some(({ css }) => /@font-face/i.test(css))) return { fonts: bundled, diagnostics: [] };
  const { readOwnFonts } = await import('./own-fonts.ts');
  const own = readOwnFonts(sheets, within);
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
