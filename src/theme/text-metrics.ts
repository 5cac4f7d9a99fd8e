import {
  codeSymbolFont,
  emojiWidth,
  estimatedFace,
  type FaceMetrics,
  type MetricsLookup,
  safeWidth,
  spareFamilies,
  symbolFont,
} from './fonts.ts';
import { codeFamily } from './text-styles.ts';
import type { Theme } from './theme.ts';

/** What text is set in. */
export interface TextFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** px. */
  readonly size: number;
  /** px after each character. */
  readonly tracking: number;
}

/** Widths of text in one style, px. */
export interface StyledMetrics {
  readonly style: TextFace;
  /** Above the baseline, px. */
  readonly ascent: number;
  readonly descent: number;
  /** Of a word or a part of one: no spaces at its ends, kerning between its characters included. */
  width(text: string): number;
  /**
   * At most as wide as this, px, without looking at words and kerning: a fast answer for text that
   * is short enough for one line anyway. Returns undefined for text beyond ASCII.
   */
  bound(text: string): number | undefined;
  /** Of the space between two characters, kerned with both. */
  space(before: string, after: string): number;
}

export type TextMetrics = (style: TextFace) => StyledMetrics;

/** Remembers widths by face and text, so a word is measured once however often it occurs. */
export function createTextMetrics(metrics: MetricsLookup, codeFont: string): TextMetrics {
  const symbols = (family: string): readonly FaceMetrics[] =>
    (family === codeFont ? [codeSymbolFont, symbolFont] : [symbolFont]).flatMap(
      (name) => metrics(name, 400, false) ?? [],
    );
  const spares = (weight: number): readonly FaceMetrics[] =>
    spareFamilies.flatMap((name) => metrics(name, weight > 500 ? 700 : 400, false) ?? []);
  const faces = new Map<string, (text: string) => number>();
  const styles = new Map<string, StyledMetrics>();
  // The same object is asked for again and again; building its key takes longer than a lookup.
  const asked = new WeakMap<TextFace, StyledMetrics>();
  const textMetrics: TextMetrics = (style) => {
    const { family, weight, italic, size, tracking } = style;
    const faceKey = `${family}|${weight}|${italic}`;
    const key = `${faceKey}|${size}|${tracking}`;
    const known = styles.get(key);
    if (known) return known;
    const own = metrics(family, weight, italic);
    const withSymbols = withFallback(own ?? estimatedFace, symbolRange, () => symbols(family));
    const face = own ? withFallback(withSymbols, spareRange, () => spares(weight)) : withSymbols;
    const ems = faces.get(faceKey) ?? remember((text) => textEms(face, text));
    faces.set(faceKey, ems);
    const advances = plainAdvances(face);
    const styled: StyledMetrics = {
      style,
      bound: (text) => boundOf(text, advances, size, tracking),
      ascent: face.ascent * size,
      descent: face.descent * size,
      width: (text) => ems(text) * size + (tracking === 0 ? 0 : tracking * [...text].length),
      space: (before, after) => spaceEms(face, before, after) * size + tracking,
    };
    styles.set(key, styled);
    return styled;
  };
  return (style) => {
    const known = asked.get(style) ?? textMetrics(style);
    asked.set(style, known);
    return known;
  };
}

/** The metrics of a theme, for all that is measured in it. */
export function themeTextMetrics(theme: Theme): TextMetrics {
  return createTextMetrics(theme.metrics, codeFamily(theme.tokens.get('--code-font')));
}

/** Width of a text on one line in the body's font, px; `size` in px. */
export type TextWidth = (text: string, size: number, weight: 'normal' | 'strong') => number;

/** For what is drawn in a place that has to be known beforehand. */
export function createTextWidth(theme: Theme): TextWidth {
  const { family, weight: normal } = theme.bodySizes.sm.body;
  const strong = theme.numbers.sm.get('--strong-weight') ?? 700;
  const textMetrics = themeTextMetrics(theme);
  return (text, size, weight) => {
    const style = { family, weight: weight === 'strong' ? strong : normal, italic: false, size, tracking: 0 };
    const metrics = textMetrics(style);
    const words = text.split(/ +/);
    const spaces = (words.length - 1) * metrics.space('', '');
    return words.reduce((sum, word) => sum + metrics.width(word), spaces);
  };
}

/** Advance widths of ASCII, em by character code. */
function plainAdvances(face: FaceMetrics): () => Float64Array {
  let known: Float64Array | undefined;
  return () => {
    known ??= Float64Array.from({ length: 128 }, (_, code) => face.advance(code) ?? face.advance(32) ?? 1);
    return known;
  };
}

/** Kerning that widens, and what browsers round, is less than this share of a line. */
const kerningMargin = 1.01;

function boundOf(
  text: string,
  advances: () => Float64Array,
  size: number,
  tracking: number,
): number | undefined {
  const table = advances();
  let ems = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 126) return undefined;
    ems += table[code] ?? 1;
  }
  return ems * size * kerningMargin + tracking * text.length;
}

/** Characters that the face lacks, from the fonts behind it; those are read when the first one comes. */
function withFallback(
  face: FaceMetrics,
  [first, last]: readonly [number, number],
  behind: () => readonly FaceMetrics[],
): FaceMetrics {
  let read: readonly FaceMetrics[] | undefined;
  const advanceBehind = (codePoint: number): number | undefined => {
    if (codePoint < first || codePoint > last) return undefined;
    read ??= behind();
    for (const font of read) {
      const width = font.advance(codePoint);
      if (width !== undefined) return width;
    }
    return undefined;
  };
  return { ...face, advance: (codePoint) => face.advance(codePoint) ?? advanceBehind(codePoint) };
}

/** General punctuation to dingbats and arrows: no symbol font has anything outside. */
const symbolRange = [0x2010, 0x2bff] as const;
/** From letters with marks to Latin and Cyrillic in the blocks before the scripts of East Asia. */
const spareRange = [0xa0, 0x2dff] as const;

function remember(compute: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}

function textEms(face: FaceMetrics, text: string): number {
  const plain = mayHoldEmoji.test(text) ? text.replaceAll(drawnEmoji, emojiStandIn) : text;
  let sum = 0;
  let before = 0;
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0;
    sum += character === emojiStandIn ? emojiWidth : (face.advance(codePoint) ?? safeWidth(codePoint));
    if (before !== 0) sum += face.kern(before, codePoint);
    before = codePoint;
  }
  return sum;
}

function spaceEms(face: FaceMetrics, before: string, after: string): number {
  const space = 0x20;
  const last = before.charCodeAt(before.length - 1);
  const first = after.codePointAt(0);
  const kerning = (last ? face.kern(last, space) : 0) + (first ? face.kern(space, first) : 0);
  return (face.advance(space) ?? 0.3) + kerning;
}

const mayHoldEmoji = /[\u203c-\u3299\ud83c-\ud83e]|\ufe0f|\u20e3/;
/** Emoji that pictures are drawn for: flags, families and skin tones are one. Behind one that is to be a letter stands U+FE0E. */
export const drawnEmoji: RegExp =
  /(?:\p{Emoji}\ufe0f\u20e3?|\p{Regional_Indicator}{2}|(?:\p{Emoji_Presentation}|(?=[\u{1f000}-\u{1faff}])\p{Emoji}(?!\ufe0e))\p{Emoji_Modifier}?)(?:\u200d\p{Emoji}\ufe0f?\p{Emoji_Modifier}?)*(?!\ufe0e)/gu;
const emojiStandIn = '\ufffc';
