// Cutting a font to the glyphs that are shown takes 10 to 130 ms a file, nearly all for compressing.
// The two to six WOFF2 files of a deck in Latin letters are 20 to 100 KB: cut, they would save 7 to 20 %
// of its HTML and double its build. Those of a deck in Chinese are 1.3 MB.
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { cssString } from '../../escape.ts';
import type { FontFace, Theme } from '../../theme/index.ts';
import { dataUri } from '../pictures/read-picture.ts';
import { isForeseeable, shownCharacters } from './shown-characters.ts';
import { type CutFonts, readFontFile, subsetFaces } from './subset-faces.ts';

/** Bytes of all fonts of a deck up to which they are left whole. */
const smallEnough = 150_000;

/**
 * The `@font-face` rules of a page that people keep: fonts that are large together, or not compressed
 * as WOFF2, hold only the glyphs that the page shows. Whether is never up to what the cache holds.
 */
export async function smallFontCss(faces: readonly FontFace[], theme: Theme, html: string): Promise<string> {
  const page = withoutFiles(html);
  if (isLight(faces) || !isForeseeable(theme, page)) return fontCss(faces);
  return fontCss(faces, await subsetFaces(faces, shownCharacters(theme, page)));
}

function isLight(faces: readonly FontFace[]): boolean {
  const total = faces.reduce((sum, { path }) => sum + statSync(path).size, 0);
  return total <= smallEnough && faces.every(({ path }) => extname(path).toLowerCase() === '.woff2');
}

/** Pictures inside the page are megabytes of letters that nobody reads. */
function withoutFiles(html: string): string {
  return html.replace(/data:[\w.+/-]+;base64,[\w+/=]*/g, '');
}

const formats: ReadonlyMap<string, readonly [mime: string, format: string]> = new Map(
  Object.entries({
    '.woff2': ['font/woff2', 'woff2'],
    '.woff': ['font/woff', 'woff'],
    '.otf': ['font/otf', 'opentype'],
    '.ttf': ['font/ttf', 'truetype'],
  }),
);

/**
 * `@font-face` rules with the files inside: the cut one where there is one.
 * `block`: no flash of another font with other line breaks.
 */
export function fontCss(faces: readonly FontFace[], cut: CutFonts = new Map()): string {
  return faces.map((face) => fontFaceRule(face, cut.get(face))).join('\n');
}

function fontFaceRule(face: FontFace, cut: Buffer | undefined): string {
  const ending = cut ? '.woff2' : extname(face.path).toLowerCase();
  const [mime, format] = formats.get(ending) ?? ['font/woff2', 'woff2'];
  return `@font-face{font-family:${cssString(face.family)};font-weight:${weights(face)};font-style:${
    face.italic ? 'italic' : 'normal'
  };font-display:block;src:url(${dataUri(mime, cut ?? readFontFile(face))}) format("${format}");${unicodeRange(face)}}`;
}

function weights({ weight, heaviest }: FontFace): string {
  return heaviest === undefined ? `${weight}` : `${weight} ${heaviest}`;
}

function unicodeRange({ ranges }: FontFace): string {
  if (ranges.length === 0) return '';
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase();
  return `unicode-range:${ranges.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')}`;
}
