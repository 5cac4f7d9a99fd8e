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

/** A table of what was seen: a set would be asked for every letter of the deck. */
function codePoints(text: string): ReadonlySet<number> {
  const seen = new Uint8Array(0x110000);
  const found: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    if (seen[codePoint] === 1) continue;
    seen[codePoint] = 1;
    found.push(codePoint);
  }
  return new Set(found);
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

function textStyles(theme: Theme): readonly Theme['densities']['normal']['body'][] {
  return Object.values(theme.densities).flatMap((styles) => Object.values(styles));
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function covers({ ranges }: FontFace, used: ReadonlySet<number>): boolean {
  if (ranges.length === 0) return true;
  for (const codePoint of used) {
    if (ranges.some(([first, last]) => first <= codePoint && codePoint <= last)) return true;
  }
  return false;
}
