// Scripts that the fonts of themes have no letters for: drawn by Noto, from packages that are not
// installed by themselves, as some are large.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFace } from './fonts.ts';

/** The base stylesheet names this family behind every other. */
export const behindAllFonts = 'Lectern Scripts';
const weights = [400, 700];

interface Script {
  readonly letters: RegExp;
  /** What follows `@fontsource/noto-sans-`. */
  readonly font: string;
}

/** Han characters look different by language, so the deck's decides. */
const scripts: readonly Script[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, font: 'jp' },
  { letters: /\p{Script=Hangul}/u, font: 'kr' },
  { letters: /\p{Script=Arabic}/u, font: 'arabic' },
  { letters: /\p{Script=Hebrew}/u, font: 'hebrew' },
  { letters: /\p{Script=Devanagari}/u, font: 'devanagari' },
  { letters: /\p{Script=Bengali}/u, font: 'bengali' },
  { letters: /\p{Script=Tamil}/u, font: 'tamil' },
  { letters: /\p{Script=Telugu}/u, font: 'telugu' },
  { letters: /\p{Script=Thai}/u, font: 'thai' },
  { letters: /\p{Script=Georgian}/u, font: 'georgian' },
  { letters: /\p{Script=Armenian}/u, font: 'armenian' },
  { letters: /\p{Script=Ethiopic}/u, font: 'ethiopic' },
];

/** Faces for the scripts of a text, from the packages that are installed. */
export function scriptFaces(text: string, lang: string): readonly FontFace[] {
  return scriptPackages(text, lang).flatMap(facesOf);
}

/** The packages that would draw this text and are not installed. */
export function missingScriptPackages(text: string, lang: string): readonly string[] {
  return scriptPackages(text, lang).filter((name) => folderOf(name) === undefined);
}

/** The packages with the letters of this text that the fonts of themes have not. */
export function scriptPackages(text: string, lang: string): readonly string[] {
  return fontsFor(text, lang).map((font) => `@fontsource/noto-sans-${font}`);
}

function fontsFor(text: string, lang: string): readonly string[] {
  // By far most decks have none of them, and one look says so.
  if (!/[\u0530-\u1fff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufdff\ufe70-\uffef\u{20000}-\u{323af}]/u.test(text))
    return [];
  const named = scripts.filter(({ letters }) => letters.test(text)).map(({ font }) => font);
  const han = /\p{Script=Han}/u.test(text) ? [hanFont(lang, named)] : [];
  return [...new Set([...han, ...named])];
}

function hanFont(lang: string, named: readonly string[]): string {
  if (/^ja\b/i.test(lang) || named.includes('jp')) return 'jp';
  if (/^ko\b/i.test(lang) || named.includes('kr')) return 'kr';
  return /^zh-(?:hant|tw|hk|mo)\b/i.test(lang) ? 'tc' : 'sc';
}

/** What stands for the Noto Sans of the deck's East Asian language in a list of families. */
export const eastAsianFamily = 'Noto Sans CJK';

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export interface ScriptFamily {
  /** As CSS names it: `Noto Sans JP`. */
  readonly family: string;
  /** Whether one of its files has the letter. */
  has(codePoint: number): boolean;
  /**
   * Its letters that other fonts have too, Latin above all. The others are drawn by the same files as behind every
   * family, so that no file is in a deck twice.
   */
  readonly faces: readonly FontFace[];
}

/** The Noto Sans for a text in Chinese, Japanese or Korean, where its package is installed. */
export function eastAsianFont(text: string, lang: string): ScriptFamily | undefined {
  const [font] = eastAsian.test(text) ? fontsFor(text, lang) : [];
  const read = font && readPackage(`@fontsource/noto-sans-${font}`);
  if (!read) return undefined;
  const family = `Noto Sans ${font.toUpperCase()}`;
  const all = Object.values(read.subsets).flatMap(parseRanges);
  return {
    family,
    has: (codePoint) => all.some(([first, last]) => first <= codePoint && codePoint <= last),
    faces: facesIn(read, family, (subset) => western.test(subset)),
  };
}

/** Themes' own fonts have these. */
const western = /^(?:latin|cyrillic|greek|vietnamese|math|symbols)/;

function facesOf(name: string): readonly FontFace[] {
  const read = readPackage(name);
  return read ? facesIn(read, behindAllFonts, (subset) => !western.test(subset)) : [];
}

interface FontPackage {
  readonly folder: string;
  readonly slug: string;
  /** Ranges of code points by subset, as CSS writes them. */
  readonly subsets: Readonly<Record<string, string>>;
}

/** Returns undefined for a package that is not installed. */
function readPackage(name: string): FontPackage | undefined {
  const folder = folderOf(name);
  if (folder === undefined) return undefined;
  const subsets = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return { folder, slug: name.replace('@fontsource/', ''), subsets };
}

function facesIn(
  { folder, slug, subsets }: FontPackage,
  family: string,
  isWanted: (subset: string) => boolean,
): readonly FontFace[] {
  const wanted = Object.entries(subsets).filter(([subset]) => isWanted(subset));
  return wanted.flatMap(([subset, ranges]) =>
    weights.map((weight) => ({
      family,
      weight,
      italic: false,
      path: join(folder, 'files', `${slug}-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff2`),
      ranges: parseRanges(ranges),
    })),
  );
}

/** Beside Lectern, or where the user stands: `npx` installs beside neither. */
function folderOf(name: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'noop.js')]) {
    try {
      return dirname(createRequire(from).resolve(`${name}/package.json`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

function parseRanges(text: string): (readonly [number, number])[] {
  return text.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}
