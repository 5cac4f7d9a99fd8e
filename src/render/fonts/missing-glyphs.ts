import type { Deck } from '../../deck/index.ts';
import type { Diagnostic, Source } from '../../diagnostics/index.ts';
import { type FontFace, type MetricsLookup, missingScriptPackages, type Theme } from '../../theme/index.ts';
import { textOf, unescapeHtml } from '../html-text.ts';
import { slideSpan } from '../problems.ts';

/** Signs that KaTeX draws with its own fonts: Greek, letter-like, arrows, operators. Mathematical letters become plain ones. */
const mathematical = /[\u0370-\u03ff\u2100-\u23ff\u25a0-\u25ff\u27c0-\u2aff]/u;

export function isMathematical(codePoint: number): boolean {
  return mathematical.test(String.fromCodePoint(codePoint));
}

/** A character that fonts may lack, or a reference to one. */
const notAscii = /[^\0-\x7f]|&/;

/** Marks, spaces and controls need no drawing of their own. */
const invisible = /^[\p{C}\p{Z}\p{M}]$/u;

/** Stands for bytes that are no text, which was told when they were read. */
const unreadable = '\ufffd';

const shownAtMost = 8;

/**
 * One warning for the whole deck, at the first character that no font of the theme has: it looks as
 * the viewer's machine will have it, and prints as a box where that has none.
 */
export function missingGlyphs(
  slides: readonly string[],
  deck: Deck,
  theme: Theme,
  source?: Source,
): readonly Diagnostic[] {
  const hasNoFont = fontless(deck, theme);
  const missing = new Map<string, number>();
  slides.forEach((html, index) => {
    if (!notAscii.test(html)) return;
    for (const character of new Set(unescapeHtml(textOf(html)))) {
      if (character === unreadable || missing.has(character)) continue;
      if (hasNoFont(character)) missing.set(character, index);
    }
  });
  const [first] = missing;
  return first
    ? [warning([...missing.keys()], slideSpan(deck, first[1], source, first[0]), deck.facts.lang)]
    : [];
}

/** Says of a character whether no font that travels with the deck has it; `theme` with those of its scripts. */
export function fontless({ features }: Deck, { fonts, metrics }: Theme): (character: string) => boolean {
  return (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80 || invisible.test(character)) return false;
    // It stands for what could not be read, and whether the font of its words has it is a matter of chance.
    if (character === '\ufffd') return true;
    if (features.math && isMathematical(codePoint)) return false;
    const covers = ([first, last]: readonly [number, number]): boolean =>
      first <= codePoint && codePoint <= last;
    return !fonts.some(
      (face) => (face.ranges.length === 0 || face.ranges.some(covers)) && hasLetter(face, codePoint, metrics),
    );
  };
}

/** A file's range names more than it holds. Of a font without metrics the range is all that is known. */
function hasLetter({ family, weight, italic }: FontFace, codePoint: number, metrics: MetricsLookup): boolean {
  const known = metrics(family, weight, italic);
  return known === undefined || known.advance(codePoint) !== undefined;
}

function warning(characters: readonly string[], span: Diagnostic['span'], lang: string): Diagnostic {
  const shown = characters.slice(0, shownAtMost).map((character) => `“${character}”`);
  const more = characters.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  return {
    code: 'render/glyph-missing',
    severity: 'warning',
    message: `no font of the theme has ${list}`,
    span,
    help: remedy(missingScriptPackages(characters.join(''), lang)),
  };
}

function remedy(packages: readonly string[]): string {
  const own = 'the viewer’s own fonts are used if they have it;';
  return packages.length > 0
    ? `${own} to embed a font for it: npm install ${packages.join(' ')}`
    : `${own} a theme with an \`@font-face\` for this script makes sure`;
}
