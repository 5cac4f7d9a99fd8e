import { defaultTheme, readTheme, readThemeFiles } from '../theme/index.ts';

/** Absolute paths of the font files that the default theme embeds, for `lectern doctor`. */
export async function defaultFontFiles(): Promise<readonly string[]> {
  const files = await readThemeFiles({ theme: defaultTheme, folder: '.' });
  const theme = readTheme(files.value, { size: '16:9' });
  return [...new Set(theme.value.fonts.map(({ path }) => path))];
}
