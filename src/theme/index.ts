export {
  addressBreaks,
  betweenData,
  breakOpportunities,
  hyphenated,
  textBreaks,
} from './break-opportunities.ts';
export {
  builtInThemes,
  defaultTheme,
  describeTheme,
  isInPackage,
  type ThemeDescription,
} from './built-in-themes.ts';
export { findDeclaration } from './cascade.ts';
export { createMeasure, rowWidths } from './create-measure.ts';
export type { ThemeRequest } from './find-theme.ts';
export { chooseFallbacks, type DeckLetters, withFallbacks } from './font-fallbacks.ts';
export {
  codeSymbolFont,
  type FaceMetrics,
  type FontLibrary,
  type MetricsLookup,
  matchWeight,
  symbolFont,
} from './fonts.ts';
export { staysWhole } from './formula.ts';
export { formulaLimits, loadChemistry } from './formula-limits.ts';
export { isUpright } from './inline-content.ts';
export { hangingCharacters } from './leaf-height.ts';
export { phraseBreaks, unspacedCharacter, unspacedScript } from './phrase-breaks.ts';
export { rareLetterFaces } from './rare-letters.ts';
export { readTheme, type ThemeOptions } from './read-theme.ts';
export { readThemeFiles } from './read-theme-files.ts';
export { readingFaces } from './reading-font.ts';
export { missingScriptPackages, scriptFaces } from './script-fonts.ts';
export {
  createTextWidth,
  drawnEmoji,
  type TextMetrics,
  type TextWidth,
  themeTextMetrics,
} from './text-metrics.ts';
export { familyName } from './text-styles.ts';
export {
  type BodySize,
  bodySizes,
  type FontFace,
  type FontFallbacks,
  type Measure,
  type Picture,
  type Pictures,
  type Stylesheet,
  type TextStyle,
  type Theme,
  type ThemeFiles,
} from './theme.ts';
export {
  type Colours,
  checkOwnColours,
  isFontFile,
  loadColours,
  resolveTokens,
  type WrittenToken,
} from './tokens/index.ts';
