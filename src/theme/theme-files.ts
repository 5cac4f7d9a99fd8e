import type { FontLibrary } from './fonts.ts';
import type { Stylesheet } from './theme.ts';

/** What a theme is read from. Made by `readThemeFiles`; a test may write one by hand. */
export interface ThemeFiles {
  /** Imported stylesheets before those that import them, the theme itself last. */
  readonly stylesheets: readonly Stylesheet[];
  readonly fonts: FontLibrary;
  /** Families of the font files that tokens name, by what was written. */
  readonly fontFiles?: ReadonlyMap<string, string>;
}
