// Which font files a deck has a use for. Cheap and on the safe side: a file too many costs 20 KB,
// a file too few changes the line breaks.

import { unescapeCss } from '../../escape.ts';
import { codeSymbolFont, type FontFace, familyName, type Theme } from '../../theme/index.ts';

const slanted = /<(?:em|i|cite|dfn|var|address|blockquote)[ >]|class="[^"]*\bquote\b/;
const typewritten = /<(?:code|pre|kbd|samp|tt)[ >]|class="(?:file|line-numbers|mono)"/;

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
  const family = familyName(theme.tokens.get('--code-font') ?? '');
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

/** Some of the characters, or any of ASCII, which every page has. */
function covers({ ranges }: FontFace, used: readonly number[]): boolean {
  if (ranges.length === 0 || ranges.some(([first]) => first < 0x80)) return true;
  return used.some((codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last));
}

/** What browsers set bold by themselves where a stylesheet says nothing. */
const boldElements = ['strong', 'b', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Every weight that a rule, a text style or the browser's own stylesheet can ask for. */
export function askedWeights(theme: Theme, html: string): ReadonlySet<number> {
  const css = theme.stylesheets.map((sheet) => sheet.css).join('\n');
  const tokens = [...theme.tokens]
    .filter(([name]) => name.endsWith('-weight'))
    .map(([, value]) => Number(value));
  const styles = Object.values(theme.bodySizes).flatMap((bodySize) => Object.values(bodySize));
  const named = [...css.matchAll(/font(?:-weight)?\s*:[^;}]*?\b([1-9]00|bold)\b/g)];
  const byItself = boldElements.some(
    (name) => html.includes(`<${name}`) && !new RegExp(`\\b${name}\\b`).test(css),
  );
  return new Set([
    400,
    ...tokens.filter((weight) => weight > 0),
    ...styles.map((style) => style.weight),
    ...named.map(([, weight]) => (weight === 'bold' ? 700 : Number(weight))),
    ...(byItself ? [700] : []),
  ]);
}

/**
 * Whether a browser may choose this face for one of the weights. Where a family has not the very
 * weight, its neighbours on both sides stay in.
 */
export function isAsked(face: FontFace, faces: readonly FontFace[], asked: ReadonlySet<number>): boolean {
  const siblings = faces.filter(({ family, italic }) => family === face.family && italic === face.italic);
  const weights = siblings.map(({ weight }) => weight);
  return [...asked].some((weight) => neighbours(weight, weights).includes(face.weight));
}

function neighbours(asked: number, weights: readonly number[]): readonly number[] {
  if (weights.includes(asked)) return [asked];
  const lighter = weights.filter((weight) => weight < asked);
  const heavier = weights.filter((weight) => weight > asked);
  return [
    ...(lighter.length > 0 ? [Math.max(...lighter)] : []),
    ...(heavier.length > 0 ? [Math.min(...heavier)] : []),
  ];
}
