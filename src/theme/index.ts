export { createMeasure } from './create-measure.ts';
export { type FaceMetrics, type FontLibrary, type MetricsLookup, matchWeight } from './fonts.ts';
export type { Gaps, Measure } from './measure.ts';
export type { Picture, Pictures } from './picture.ts';
export { readTheme, type ThemeOptions } from './read-theme.ts';
export { builtInThemes, defaultTheme, readThemeFiles, type ThemeRequest } from './read-theme-files.ts';
export {
  type Density,
  densities,
  type FontFace,
  type Stylesheet,
  type TextStyle,
  type Theme,
} from './theme.ts';
export type { ThemeFiles } from './theme-files.ts';
