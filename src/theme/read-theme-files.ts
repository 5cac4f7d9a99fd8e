// The I/O of themes: everything else in this folder works on texts.
import type { Checked, Diagnostic } from '../diagnostics/index.ts';
import { bundledFonts } from './bundled-fonts.ts';
import { findTheme, type ThemeRequest } from './find-theme.ts';
import type { FontLibrary } from './fonts.ts';
import { readStylesheets } from './read-stylesheets.ts';
import type { Stylesheet, ThemeFiles } from './theme.ts';
import type { WrittenToken } from './tokens/token-values.ts';

/**
 * The theme's stylesheet with those it imports by name, and its fonts. A theme that imports no
 * built-in one gets the base stylesheet, which draws the layouts. One that is not there is an
 * error, and the default theme is read in its place.
 */
export async function readThemeFiles(request: ThemeRequest): Promise<Checked<ThemeFiles>> {
  const found = await findTheme(request);
  const [path, diagnostics] = typeof found === 'string' ? [found, []] : [undefined, [found]];
  const { stylesheets, diagnostics: unread } = await readStylesheets(path, request);
  const { fonts, diagnostics: fontProblems } = await fontsOf(stylesheets, request.within);
  const value = { stylesheets, fonts };
  const read = { value, diagnostics: [...diagnostics, ...unread, ...fontProblems] };
  return request.fontFiles?.length ? withFontFiles(read, request.fontFiles) : read;
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
