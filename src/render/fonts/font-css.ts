import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { FontFace } from '../../theme/index.ts';
import { dataUri } from '../pictures/data-uri.ts';
import type { CutFonts } from './subset-faces.ts';

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
  return `@font-face{font-family:${JSON.stringify(face.family)};font-weight:${weights(face)};font-style:${
    face.italic ? 'italic' : 'normal'
  };font-display:block;src:url(${dataUri(mime, cut ?? readFileSync(face.path))}) format("${format}");${unicodeRange(face)}}`;
}

function weights({ weight, heaviest }: FontFace): string {
  return heaviest === undefined ? `${weight}` : `${weight} ${heaviest}`;
}

function unicodeRange({ ranges }: FontFace): string {
  if (ranges.length === 0) return '';
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase();
  return `unicode-range:${ranges.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',')}`;
}
