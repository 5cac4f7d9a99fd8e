export { fontCss, smallFontCss } from './font-css.ts';
export { fontless, isMathematical, missingGlyphs } from './missing-glyphs.ts';
export { usedFaces } from './used-faces.ts';
