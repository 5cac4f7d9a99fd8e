export { createMeasure } from './create-measure.ts';
export { describeTheme, type ThemeDescription } from './describe-theme.ts';
export { findDeclaration } from './find-declaration.ts';
export {
  codeSymbolFont,
  type FaceMetrics,
  type FontLibrary,
  type MetricsLookup,
  matchWeight,
  symbolFont,
} from './fonts.ts';
export { formulaLimits } from './formula-limits.ts';
export type { Gaps, Measure } from './measure.ts';
export type { Picture, Pictures } from './picture.ts';
export { readTheme, type ThemeOptions } from './read-theme.ts';
export {
  builtInThemes,
  defaultTheme,
  isInPackage,
  readThemeFiles,
  type ThemeRequest,
} from './read-theme-files.ts';
export type { TextMetrics } from './text-metrics.ts';
export { createTextWidth, type TextWidth } from './text-width.ts';
export {
  type BodySize,
  bodySizes,
  type FontFace,
  type Stylesheet,
  type TextStyle,
  type Theme,
} from './theme.ts';
export type { ThemeFiles } from './theme-files.ts';
export { themeTextMetrics } from './theme-text-metrics.ts';
export {
  type Colours,
  checkOwnColours,
  isFontFile,
  loadColours,
  resolveTokens,
  type WrittenToken,
} from './tokens/index.ts';
