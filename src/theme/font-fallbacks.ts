// A deck with letters that the theme's font has not is set in another font as a whole: two fonts in
// one line look like a mistake.
import type { Cascade } from './cascade.ts';
import type { Value } from './evaluate.ts';
import { type FontLibrary, symbolFont } from './fonts.ts';
import { eastAsianFamily, eastAsianFont, type ScriptFamily } from './script-fonts.ts';
import { familyName } from './text-styles.ts';
import type { FontFallbacks, FontToken, Stylesheet, Theme, ThemeFiles } from './theme.ts';

/** The letters of a deck, each once or more often: of all that is set in text fonts, and of its code. */
export interface DeckLetters {
  readonly text: string;
  readonly code: string;
}

/**
 * `--body-font-fallback` and its kin. A list belongs to the font it was written for: where a later stylesheet, or
 * a hint, names another font and no list, there is none. Headings take the body's, unless they have their own.
 */
export function readFallbacks(
  found: Cascade,
  values: ReadonlyMap<string, Value>,
  sheets: readonly Stylesheet[],
): FontFallbacks {
  const paths = sheets.map(({ path }) => path);
  const place = (name: string): number => {
    const winner = found.get(name)?.[0];
    if (!winner) return -1;
    const at = paths.indexOf(winner.span.path);
    return at < 0 ? paths.length : at;
  };
  const listOf = (token: FontToken, ...names: readonly string[]): readonly string[] => {
    const name = names.find((each) => values.has(each) && place(each) >= place(`--${token}`));
    return name ? familiesIn(values.get(name)?.text ?? '') : [];
  };
  return {
    'body-font': listOf('body-font', '--body-font-fallback'),
    'heading-font': listOf('heading-font', '--heading-font-fallback', '--body-font-fallback'),
    'code-font': listOf('code-font', '--code-font-fallback'),
  };
}

/** The families of a `font-family` value; `none` is no family. */
function familiesIn(css: string): string[] {
  const names = css.match(/"[^"]*"|'[^']*'|[^,\s][^,]*/g) ?? [];
  return names.map(familyName).filter((name) => name !== '' && name !== 'none');
}

/** The tokens of fonts that change for this deck, as CSS text; empty where the theme's own have all letters. */
export type ChosenFallbacks = Readonly<Partial<Record<FontToken, string>>>;

/** For each kind of text the family of its list with most of the missing letters, where one has any. */
export function chooseFallbacks(
  theme: Theme,
  fonts: FontLibrary,
  { text, code }: DeckLetters,
  lang: string,
): ChosenFallbacks {
  if (Object.values(theme.fallbacks).every((list) => list.length === 0)) return {};
  const script = eastAsianFont(text + code, lang);
  return {
    ...chosenFor(['body-font', 'heading-font'], text, theme, fonts, script),
    ...chosenFor(['code-font'], code, theme, fonts, script),
  };
}

/** These change together, though only one of them lacks a letter. */
function chosenFor(
  tokens: readonly FontToken[],
  text: string,
  theme: Theme,
  fonts: FontLibrary,
  script: ScriptFamily | undefined,
): ChosenFallbacks {
  const changing = tokens.filter((token) => theme.fallbacks[token].length > 0);
  const letters = lettersBeyondAscii(text);
  if (changing.length === 0 || letters.length === 0) return {};
  const families = changing.map((token) => familyName(theme.tokens.get(`--${token}`) ?? ''));
  const missing = letters.filter((letter) => families.some((family) => lacks(family, letter, fonts)));
  if (missing.length === 0) return {};
  return Object.fromEntries(
    changing.flatMap((token) => {
      const family = best(theme.fallbacks[token], missing, fonts, script);
      return family === undefined ? [] : [[token, JSON.stringify(family)]];
    }),
  );
}

/** Letters with marks as one character where there is one. */
function lettersBeyondAscii(text: string): readonly number[] {
  if (!/[^\0-\x7f]/.test(text)) return [];
  const letters = text.normalize('NFC').match(/[^\P{L}\0-\x7f]/gu) ?? [];
  return [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0);
}

/** Of a font without metrics nothing is known. */
function lacks(family: string, letter: number, { metrics }: FontLibrary): boolean {
  const own = metrics(family, 400, false);
  if (!own || own.advance(letter) !== undefined) return false;
  return metrics(symbolFont, 400, false)?.advance(letter) === undefined;
}

function best(
  list: readonly string[],
  missing: readonly number[],
  { metrics }: FontLibrary,
  script: ScriptFamily | undefined,
): string | undefined {
  const ranked = list.map((name) => {
    if (name === eastAsianFamily)
      return { family: script?.family, has: missing.filter((letter) => script?.has(letter)) };
    const own = metrics(name, 400, false);
    return { family: name, has: missing.filter((letter) => own?.advance(letter) !== undefined) };
  });
  const most = Math.max(...ranked.map(({ has }) => has.length));
  return most === 0 ? undefined : ranked.find(({ has }) => has.length === most)?.family;
}

/**
 * The files of a theme with the fonts that were chosen; `tokens` with them, and without tracking, which is for
 * the letters of English.
 */
export async function withFallbacks(
  files: ThemeFiles,
  theme: Theme,
  chosen: ChosenFallbacks,
  { text, code }: DeckLetters,
  lang: string,
): Promise<{ readonly files: ThemeFiles; readonly tokens: Readonly<Record<string, string>> }> {
  const script = eastAsianFont(text + code, lang);
  const isChosen = script && Object.values(chosen).includes(JSON.stringify(script.family));
  const tracked = [...theme.tokens.keys()].filter((name) => name.endsWith('-tracking'));
  const untracked = chosen['body-font'] ? tracked.map((name) => [name.slice(2), '0px']) : [];
  return {
    files: isChosen ? { ...files, fonts: await withScriptFamily(files.fonts, script) } : files,
    tokens: { ...Object.fromEntries(untracked), ...chosen },
  };
}

/** Opens font files: only for a deck that is set in them. */
async function withScriptFamily(fonts: FontLibrary, { faces }: ScriptFamily): Promise<FontLibrary> {
  const { fontsOfFiles } = await import('./own-fonts.ts');
  const own = fontsOfFiles(faces);
  return {
    ...fonts,
    faces: (family) => (own.faces(family).length > 0 ? own.faces(family) : fonts.faces(family)),
    metrics: (family, weight, italic) =>
      own.metrics(family, weight, italic) ?? fonts.metrics(family, weight, italic),
  };
}
