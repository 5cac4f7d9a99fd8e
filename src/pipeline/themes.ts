// Themes as the command line asks for them: by name or path, with a browser that is opened and closed here.
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  checkSample,
  type GalleryTheme,
  galleryPage,
  screenshotTheme,
  type ThemeReport,
} from '../gallery/index.ts';
import { inSession } from '../render/index.ts';
import {
  builtInThemes,
  defaultTheme,
  describeTheme,
  readTheme,
  readThemeFiles,
  type ThemeDescription,
  type ThemeRequest,
} from '../theme/index.ts';

interface ThemeCommandOptions {
  /** Where a path starts; the process's folder by default. */
  readonly cwd?: string | undefined;
  readonly browserPath?: string | undefined;
}

export interface ShownTheme {
  /** HTML that needs nothing else. */
  readonly page: string;
  readonly layouts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The built-in themes, the default first. */
export async function describeThemes(): Promise<readonly ThemeDescription[]> {
  return Promise.all((await builtInThemes()).map(describeTheme));
}

/** Draws every layout in a theme and reports what is cut off or cannot be read. Throws `EnvironmentError` without a browser. */
export async function checkTheme(theme: string, options: ThemeCommandOptions = {}): Promise<ThemeReport> {
  return inSession(options, (session) => checkSample(requestOf(theme, options), session));
}

/** A page with a picture of every layout in a theme. */
export async function showTheme(theme: string, options: ThemeCommandOptions = {}): Promise<ShownTheme> {
  return inSession(options, async (session) => {
    const shown = await screenshotTheme(requestOf(theme, options), session);
    const layouts = [...new Set(shown.slides.map(({ layout }) => layout))];
    return { page: galleryPage([shown]), layouts, diagnostics: shown.diagnostics };
  });
}

/** The same for all built-in themes. */
export async function showAllThemes(options: ThemeCommandOptions = {}): Promise<string> {
  return inSession(options, async (session) => {
    const shown: GalleryTheme[] = [];
    for (const theme of await builtInThemes())
      shown.push(await screenshotTheme(requestOf(theme, options), session));
    return galleryPage(shown);
  });
}

function requestOf(theme: string, { cwd = process.cwd() }: ThemeCommandOptions): ThemeRequest {
  return { theme, folder: cwd, span: { path: theme, start: 0, end: 0 } };
}

/** Absolute paths of the font files that the default theme embeds, for `lectern doctor`. */
export async function defaultFontFiles(): Promise<readonly string[]> {
  const files = await readThemeFiles({ theme: defaultTheme, folder: '.' });
  const theme = readTheme(files.value, { size: '16:9' });
  return [...new Set(theme.value.fonts.map(({ path }) => path))];
}
