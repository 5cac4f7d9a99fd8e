// Which characters a deck can show. On the safe side: one too many costs a hundred bytes, one too
// few is drawn in another font.
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { unescapeCss } from '../../escape.ts';
import type { Theme } from '../../theme/index.ts';
import { unescapeHtml } from '../html-text.ts';

/**
 * ASCII, the spaces, hyphens, dashes, quotation marks, bullets and dots that a browser puts in by
 * itself, and the circle that a vowel sign without its letter stands on.
 */
const always =
  `${Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join('')}` +
  '\u00a0\u00ab\u00ad\u00b7\u00bb\u200b\u200c\u200d\u200e\u200f\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u2039\u203a\u25aa\u25b8\u25be\u25cb\u25cc\u25cf\u25e6\u300c\u300d';

/** Every code point that a font may be asked for on these slides. */
export function shownCharacters(theme: Theme, html: string): ReadonlySet<number> {
  const css = stylesOf(theme);
  const text = withNamed(unescapeHtml(html)) + unescapeCss(css) + always;
  const set = changesCase(css + html) ? withBothCases(text) : text;
  const typed = new Set(set + set.normalize('NFC'));
  return new Set(Array.from(withForms(typed), (character) => character.codePointAt(0) ?? 0));
}

/** Counting in letters, or a change to wide letters: what will be shown can't be told from the text. */
export function isForeseeable(theme: Theme, html: string): boolean {
  const css = `${stylesOf(theme)}\n${html}`;
  return !/@counter-style\b|text-transform\s*:[^;}]*\bfull-/.test(css) && countersOf(css).every(isPlain);
}

function stylesOf({ stylesheets }: Theme): string {
  return stylesheets.map(({ css }) => css).join('\n');
}

function countersOf(css: string): readonly string[] {
  const styles = css.matchAll(/\blist-style(?:-type)?\s*:([^;}"']*)|\bcounters?\(([^)]*)\)/g);
  return [...styles].flatMap(([, list, counter]) =>
    list === undefined ? (counter ?? '').split(',').slice(1) : list.split(/\s+/),
  );
}

/** A string, or a style whose characters are ASCII or among those that are always there. */
function isPlain(style: string): boolean {
  const name = style.replace('!important', '').trim();
  return (
    /^(?:|["'].*|none|disc|circle|square|inside|outside|inherit|initial|unset|revert)$/.test(name) ||
    /^(?:decimal|decimal-leading-zero|(?:lower|upper)-(?:roman|latin|alpha)|disclosure-(?:open|closed))$/.test(
      name,
    ) ||
    name.startsWith('url(')
  );
}

function withNamed(html: string): string {
  return html.replace(
    /&([a-z\d]+);/gi,
    (whole, name: string) => decodeNamedCharacterReference(name) || whole,
  );
}

function changesCase(css: string): boolean {
  return /text-transform|small-caps|petite-caps|unicase|titling-caps/.test(css);
}

/** Turkish has an i of its own in each case. */
function withBothCases(text: string): string {
  return `${text}${text.toUpperCase()}${text.toLowerCase()}İı`;
}

/**
 * Letters with marks may be drawn as one or as several, whichever way they were typed; and a font
 * may keep the joined forms of Arabic and the pointed ones of Hebrew as characters of their own.
 */
function withForms(typed: ReadonlySet<string>): ReadonlySet<string> {
  const text = [...typed].join('');
  const all = new Set([...typed, ...text.normalize('NFD'), ...text.normalize('NFKD')]);
  for (const form of presentationForms) {
    if ([...form.normalize('NFKD')].every((part) => all.has(part))) all.add(form);
  }
  return all;
}

const presentationForms: readonly string[] = [
  [0xfb1d, 0xfb4f],
  [0xfe70, 0xfefc],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);
