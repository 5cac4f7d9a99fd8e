// Which font files a deck has a use for. Cheap and on the safe side: a file too many costs 20 KB,
// a file too few changes the line breaks.
import { codeSymbolFont, type FontFace, type Theme } from '../../theme/index.ts';
import { unescapeCss } from './unescape-css.ts';
import { askedWeights, isAsked } from './used-weights.ts';

const slanted = /<(?:em|i|cite|dfn|var|address|blockquote)[ >]|class="[^"]*\bquote\b/;
const typewritten = /<(?:code|pre|kbd|samp|tt)[ >]|class="(?:file|line-numbers)"/;

/** The faces of the theme whose letters, slant and family occur in the slides. */
export function usedFaces(theme: Theme, html: string): readonly FontFace[] {
  const used = codePoints(html + theme.stylesheets.map(({ css }) => generated(css)).join(''));
  const unused = typewritten.test(html) ? [] : codeFamilies(theme);
  const mayBeItalic = slanted.test(html) || hasItalicStyle(theme);
  const asked = askedWeights(theme, html);
  const suitable = theme.fonts.filter(
    (face) => !unused.includes(face.family) && (mayBeItalic || !face.italic),
  );
  const covering = suitable.filter((face) => covers(face, used));
  return covering.filter((face) => isAsked(face, covering, asked));
}

/** Beyond ASCII. */
function codePoints(text: string): readonly number[] {
  const characters = new Set(text.match(/[^\0-\x7f]/gu));
  return [...characters].map((character) => character.codePointAt(0) ?? 0);
}

/** Characters that rules with `content` put on slides: as they are, or as `\2014`. */
function generated(css: string): string {
  return unescapeCss([...css.matchAll(/content\s*:[^;}]*/g)].map(([value]) => value).join(''));
}

/** The code family, unless text is set in it too, and the symbols behind it. */
function codeFamilies(theme: Theme): readonly string[] {
  const family = unquoted(theme.tokens.get('--code-font') ?? '');
  const isForText = textStyles(theme).some((style) => style.family === family) || setsTextInCode(theme);
  return isForText ? [] : [family, codeSymbolFont];
}

/** A theme may set a footer or numbers in it; the base stylesheet sets nothing but code. */
function setsTextInCode({ stylesheets }: Theme): boolean {
  return stylesheets.slice(1).some(({ css }) => css.includes('var(--code-font)'));
}

function hasItalicStyle(theme: Theme): boolean {
  return textStyles(theme).some((style) => style.italic);
}

function textStyles(theme: Theme): readonly Theme['bodySizes']['sm']['body'][] {
  return Object.values(theme.bodySizes).flatMap((styles) => Object.values(styles));
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** Some of the characters, or any of ASCII, which every page has. */
function covers({ ranges }: FontFace, used: readonly number[]): boolean {
  if (ranges.length === 0 || ranges.some(([first]) => first < 0x80)) return true;
  return used.some((codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last));
}
