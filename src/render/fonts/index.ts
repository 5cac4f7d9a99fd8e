export { fontCss, smallFontCss } from './font-css.ts';
export { fontless, missingGlyphs } from './missing-glyphs.ts';
export { usedFaces } from './used-faces.ts';
