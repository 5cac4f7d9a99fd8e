// The fonts a theme brings itself with `@font-face`. Loaded only when a stylesheet has such a rule.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { create, type Font } from 'fontkit';
import { type AtRule, parse } from 'postcss';
import { type Diagnostic, limits } from '../diagnostics/index.ts';
import { readUserFile } from '../user-file.ts';
import { type FaceMetrics, type FontFace, type FontLibrary, matchWeight } from './fonts.ts';
import { familyName } from './text-styles.ts';
import type { Stylesheet } from './theme.ts';

export interface OwnFonts {
  readonly fonts: FontLibrary;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Font files are found beside their stylesheet; one that is missing, fetched or outside the folder `within` is a
 * `theme/font` warning.
 */
export function readOwnFonts(sheets: readonly Stylesheet[], within?: string): OwnFonts {
  const faces: FontFace[] = [];
  const opened = new Map<string, Font>();
  const diagnostics: Diagnostic[] = [];
  for (const { rule, sheet } of sheets.flatMap(fontRules)) {
    const path = pathOf(rule, sheet);
    const font = path && openFont(path, within);
    if (!font) diagnostics.push(unreadableFont(rule, sheet));
    else {
      opened.set(path, font);
      faces.push({ ...describe(rule), path, within });
    }
  }
  return { fonts: fontLibrary(faces, opened), diagnostics };
}

function fontRules(sheet: Stylesheet): { rule: AtRule; sheet: Stylesheet }[] {
  if (!/@font-face/i.test(sheet.css)) return [];
  const rules: { rule: AtRule; sheet: Stylesheet }[] = [];
  try {
    parse(sheet.css).walkAtRules(/^font-face$/i, (rule) => void rules.push({ rule, sheet }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CssSyntaxError') throw error;
  }
  return rules;
}

function value(rule: AtRule, name: string): string {
  let found = '';
  rule.walkDecls(name, (declaration) => {
    found = declaration.value;
  });
  return found;
}

function pathOf(rule: AtRule, { path }: Stylesheet): string | undefined {
  const urls = [...value(rule, 'src').matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/g)];
  return urls
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((url) => url !== '' && !/^[a-z][a-z\d+.-]*:/i.test(url))
    .map((url) => resolve(dirname(path), url))
    .find((file) => existsSync(file));
}

/** Returns undefined for a file that holds no font, or several, or that lies outside the folder `within`. */
export function openFont(path: string, within?: string): Font | undefined {
  const file = readUserFile(path, { limit: limits.fontBytes, within });
  if (!(file instanceof Uint8Array)) return undefined;
  try {
    const font = create(file);
    return 'layout' in font ? font : undefined;
  } catch {
    // A file that is no font is the user's mistake; the caller reports it.
    return undefined;
  }
}

function unreadableFont(rule: AtRule, { path, css }: Stylesheet): Diagnostic {
  const start = rule.source?.start?.offset ?? 0;
  const family = familyName(value(rule, 'font-family'));
  return {
    code: 'theme/font',
    severity: 'warning',
    message: `the file of the font \`${family}\` cannot be read`,
    span: { path, start, end: Math.min(css.length, start + '@font-face'.length) },
    help: 'name a WOFF2, WOFF, TTF or OTF file by its path beside the stylesheet',
  };
}

/** A file without `unicode-range` is asked for every character. */
export const everything: readonly [number, number] = [0, 0x10ffff];

function describe(rule: AtRule): Omit<FontFace, 'path'> {
  const weight = value(rule, 'font-weight').replace('bold', '700');
  return {
    family: familyName(value(rule, 'font-family')),
    weight: Number.parseInt(weight, 10) || 400,
    italic: /italic|oblique/.test(value(rule, 'font-style')),
    ranges: unicodeRanges(value(rule, 'unicode-range')),
  };
}

function unicodeRanges(text: string): (readonly [number, number])[] {
  const ranges = [...text.matchAll(/U\+([\da-f]+)(\?*)(?:-([\da-f]+))?/gi)].map(
    ([, first = '0', wild = '', last]): readonly [number, number] => [
      Number.parseInt(first + '0'.repeat(wild.length), 16),
      Number.parseInt(last ?? first + 'f'.repeat(wild.length), 16),
    ],
  );
  return ranges.length > 0 ? ranges : [everything];
}

/** Fonts of these files, measured with the files themselves. */
export function fontLibrary(faces: readonly FontFace[], opened: ReadonlyMap<string, Font>): FontLibrary {
  const read = new Map<string, FaceMetrics>();
  return {
    faces: (family) => faces.filter((face) => face.family === family),
    families: () => [...new Set(faces.map(({ family }) => family))],
    metrics: (family, weight, italic) => {
      const group = faceGroup(faces, family, weight, italic);
      const key = group.map(({ path }) => path).join('\n');
      const metrics = read.get(key) ?? fontMetrics(group, opened);
      if (metrics) read.set(key, metrics);
      return metrics;
    },
  };
}

function faceGroup(faces: readonly FontFace[], family: string, weight: number, italic: boolean): FontFace[] {
  const own = faces.filter((face) => face.family === family);
  const sloped = own.filter((face) => face.italic === italic);
  const among = sloped.length > 0 ? sloped : own;
  const matched = matchWeight(
    weight,
    among.map((face) => face.weight),
  );
  return among.filter((face) => face.weight === matched);
}

function fontMetrics(group: readonly FontFace[], opened: ReadonlyMap<string, Font>): FaceMetrics | undefined {
  const files = group.flatMap(({ path, ranges }) => ({ font: opened.get(path), ranges })).reverse();
  const first = files[0]?.font;
  if (!first) return undefined;
  const fontFor = (point: number): Font | undefined =>
    files.find(
      ({ font, ranges }) =>
        font?.hasGlyphForCodePoint(point) && ranges.some(([from, to]) => point >= from && point <= to),
    )?.font;
  return {
    ascent: first.ascent / first.unitsPerEm,
    descent: -first.descent / first.unitsPerEm,
    advance: (point) => {
      const font = fontFor(point);
      return font && font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm;
    },
    kern: memoize((left, right) => {
      const font = fontFor(left);
      return font && font === fontFor(right) ? pairKerning(font, left, right) : 0;
    }),
  };
}

function pairKerning(font: Font, left: number, right: number): number {
  const together = font.layout(String.fromCodePoint(left, right)).positions;
  const apart = [left, right].map((point) => font.glyphForCodePoint(point).advanceWidth);
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  return (sum(together.map(({ xAdvance }) => xAdvance)) - sum(apart)) / font.unitsPerEm;
}

function memoize(compute: (left: number, right: number) => number): (left: number, right: number) => number {
  const cache = new Map<string, number>();
  return (left, right) => {
    const key = `${left} ${right}`;
    const value = cache.get(key) ?? compute(left, right);
    cache.set(key, value);
    return value;
  };
}

/** Fonts of these files, which are all readable. */
export function fontsOfFiles(faces: readonly FontFace[]): FontLibrary {
  const opened = faces.flatMap(({ path }) => {
    const font = openFont(path);
    return font ? [[path, font] as const] : [];
  });
  return fontLibrary(faces, new Map(opened));
}
