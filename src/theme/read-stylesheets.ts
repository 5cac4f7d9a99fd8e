// The stylesheets that a theme is made of, those that it imports included.
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type Diagnostic, limits, type Span } from '../diagnostics/index.ts';
import { isBeside, readUserFile, type UnreadFile } from '../user-file.ts';
import { baseTheme, builtInCss, builtInPath, defaultTheme, isInPackage } from './built-in-themes.ts';
import { isThere, type ThemeRequest } from './find-theme.ts';
import type { Stylesheet } from './theme.ts';

export interface ReadStylesheets {
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
export async function readStylesheets(
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
