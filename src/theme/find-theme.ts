// Where the theme is that somebody asks for, and what is meant by one that is not there.
import { existsSync, lstatSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { type Diagnostic, nearest, type Span } from '../diagnostics/index.ts';
import { isOutside } from '../user-file.ts';
import { builtInPath, builtInThemes } from './built-in-themes.ts';
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

/** The path of its stylesheet, or why there is none. */
export async function findTheme(request: ThemeRequest): Promise<string | Diagnostic> {
  if (isThemeOutside(request)) return outsideOf(request);
  return pathOf(request) ?? notFound(request);
}

function pathOf({ theme, folder }: ThemeRequest): string | undefined {
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

/** A link counts that leads nowhere, or to itself. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
