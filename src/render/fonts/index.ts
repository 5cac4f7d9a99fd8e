export { fontCss } from './font-css.ts';
export { fontless, missingGlyphs } from './missing-glyphs.ts';
export { scriptFaces } from './script-fonts.ts';
export { smallFontCss } from './small-font-css.ts';
export { usedFaces } from './used-faces.ts';
