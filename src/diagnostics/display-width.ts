import { eastAsianWidth } from 'get-east-asian-width';

/** One character as a person sees it, and the columns of a terminal it takes: 0, 1 or 2. */
export interface Glyph {
  readonly text: string;
  readonly width: number;
}

/** A text character by character; an emoji made of several code points is one. */
export function glyphsOf(text: string): readonly Glyph[] {
  // Made when it is wanted: it takes as long to make as ten pages of notes to read.
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => ({ text: segment, width: widthOf(segment) }));
}

/** Columns of a terminal that a run of characters takes. */
export function displayWidth(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0);
}

const invisible = /^[\p{Default_Ignorable_Code_Point}\p{M}]+$/u;

/** Coloured by itself, asked to be, or a flag. */
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2}/u;

function widthOf(segment: string): number {
  if (invisible.test(segment)) return 0;
  return emoji.test(segment) ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0);
}
