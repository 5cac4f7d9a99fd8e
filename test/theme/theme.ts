import { readTheme, readThemeFiles, type Theme, type ThemeOptions } from '../../src/theme/index.ts';

/** A built-in theme, read from its files. */
export async function builtIn(name = 'recap', options: ThemeOptions = { size: '16:9' }): Promise<Theme> {
  const { value } = await readThemeFiles({ theme: name, folder: '.' });
  return readTheme(value, options).value;
}
