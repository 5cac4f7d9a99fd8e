import type { Cache } from '../cache.ts';
import type { Deck } from '../deck/index.ts';
import type { Diagnostic, Source } from '../diagnostics/index.ts';
import { type FontFace, rareLetterFaces, scriptFaces, type Theme } from '../theme/index.ts';
import { fontCss, fontless, isMathematical, missingGlyphs, usedFaces } from './fonts/index.ts';
import { renderMarp, splitSlides } from './marp/index.ts';
import { inlinePictures, type PictureOptions, shareBackgrounds } from './pictures/index.ts';

/** The slides as HTML that needs nothing else. Every format is made from it. */
export interface Pages {
  readonly html: string;
  /** All rules but those of the faces that it needs. */
  readonly styles: string;
  readonly faces: readonly FontFace[];
  /** The faces behind the theme's own, for whatever else is set in its words. */
  readonly spareFaces: readonly FontFace[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PagesOptions {
  readonly pictures: PictureOptions;
  /** The notes, for diagnostics that point at the very words. */
  readonly notes?: Source | undefined;
  /** Of earlier decks in the same theme. */
  readonly cache?: Cache;
}

/** Marp's output with fonts and pictures inside. */
export async function renderPages(deck: Deck, theme: Theme, options: PagesOptions): Promise<Pages> {
  const marp = await renderMarp(deck, theme, options.notes, options.cache);
  const spare = spareFaces(deck, theme);
  const dressed = { ...theme, fonts: [...theme.fonts, ...spare] };
  const used = usedFaces(dressed, marp.html);
  const glyphs = missingGlyphs(splitSlides(marp.html), deck, dressed, options.notes);
  const pictures = shareBackgrounds(await inlinePictures(marp.html, options.pictures));
  return {
    html: withDirection(pictures.html, deck),
    styles: `${pictures.css}${marp.css}`,
    faces: used,
    spareFaces: spare,
    diagnostics: [...marp.diagnostics, ...glyphs],
  };
}

/** The rules with whole fonts, of which a printed file keeps the used glyphs by itself. */
export function wholeCss({ faces, styles }: Pages): string {
  return `${fontCss(faces)}\n${styles}`;
}

/** Of other scripts, and of letters that no font of the theme has. */
function spareFaces({ markdown, facts, features }: Deck, theme: Theme): readonly FontFace[] {
  const scripts = scriptFaces(markdown, facts.lang);
  const isElsewhere = (codePoint: number): boolean =>
    (features.math && isMathematical(codePoint)) ||
    scripts.some(({ ranges }) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last));
  return [...scripts, ...rareLetterFaces(markdown, theme, isElsewhere)];
}

/** Says of a character whether none of the fonts that travel with the deck has it: those that `render/glyph-missing` names. */
export function withoutFont(deck: Deck, theme: Theme): (character: string) => boolean {
  return fontless(deck, { ...theme, fonts: [...theme.fonts, ...spareFaces(deck, theme)] });
}

/** On the slides' container: the presentation's own buttons stay where they are. */
function withDirection(html: string, { facts }: Deck): string {
  return facts.dir === 'rtl' ? html.replace('<div id=":$p"', '<div id=":$p" dir="rtl"') : html;
}
