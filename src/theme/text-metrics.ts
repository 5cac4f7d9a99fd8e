import { codeSymbolFont, type FaceMetrics, type MetricsLookup, symbolFont } from './fonts.ts';
import { emojiWidth, safeWidth } from './safe-width.ts';

/** What text is set in. */
export interface TextFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** px. */
  readonly size: number;
  /** px after each letter. */
  readonly tracking: number;
  /** All figures of one width, as in tables. */
  readonly figures?: 'tabular';
}

/** Widths of text in one style, px. */
export interface StyledMetrics {
  readonly style: TextFace;
  /** Above the baseline, px. */
  readonly ascent: number;
  readonly descent: number;
  /** Of a piece on one line: no spaces at its ends, kerning between its letters included. */
  width(text: string): number;
  /**
   * At most as wide as this, px, without looking at words and kerning: a fast answer for text that
   * is short enough for one line anyway. Nothing for text beyond ASCII.
   */
  bound(text: string): number | undefined;
  /** Of the space between two characters, kerned with both. */
  space(before: string, after: string): number;
}

export type TextMetrics = (style: TextFace) => StyledMetrics;

/** Remembers widths by face and text, so a word is measured once however often it occurs. */
export function createTextMetrics(metrics: MetricsLookup, codeFont: string): TextMetrics {
  const behind = (family: string): readonly FaceMetrics[] =>
    (family === codeFont ? [codeSymbolFont, symbolFont] : [symbolFont]).flatMap(
      (name) => metrics(name, 400, false) ?? [],
    );
  const faces = new Map<string, (text: string) => number>();
  const styles = new Map<string, StyledMetrics>();
  // The same object is asked for again and again; to put its name together takes longer than a look.
  const asked = new WeakMap<TextFace, StyledMetrics>();
  const textMetrics: TextMetrics = (style) => {
    const { family, weight, italic, size, tracking, figures = '' } = style;
    const faceKey = `${family}|${weight}|${italic}|${figures}`;
    const key = `${faceKey}|${size}|${tracking}`;
    const known = styles.get(key);
    if (known) return known;
    const plain = withSymbols(metrics(family, weight, italic) ?? estimatedFace, () => behind(family));
    const face = figures === 'tabular' ? withTabular(plain) : plain;
    const ems = faces.get(faceKey) ?? remember((text) => textEms(face, text));
    faces.set(faceKey, ems);
    const advances = plainAdvances(face);
    const letters: StyledMetrics = {
      style,
      bound: (text) => boundOf(text, advances, size, tracking),
      ascent: face.ascent * size,
      descent: face.descent * size,
      width: (text) => ems(text) * size + (tracking === 0 ? 0 : tracking * [...text].length),
      space: (before, after) => spaceEms(face, before, after) * size + tracking,
    };
    styles.set(key, letters);
    return letters;
  };
  return (style) => {
    const known = asked.get(style) ?? textMetrics(style);
    asked.set(style, known);
    return known;
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

/** Kerning is between the usual figures and their neighbours, not between these. */
function withTabular(face: FaceMetrics): FaceMetrics {
  const digit = (codePoint: number): number | undefined => face.tabular?.(codePoint);
  return {
    ...face,
    advance: (codePoint) => digit(codePoint) ?? face.advance(codePoint),
    kern: (left, right) =>
      digit(left) !== undefined || digit(right) !== undefined ? 0 : face.kern(left, right),
  };
}

/** Symbols the face lacks, from the fonts behind it; those are read when the first one comes. */
function withSymbols(face: FaceMetrics, behind: () => readonly FaceMetrics[]): FaceMetrics {
  let read: readonly FaceMetrics[] | undefined;
  const symbolAdvance = (codePoint: number): number | undefined => {
    if (codePoint < firstSymbol || codePoint > lastSymbol) return undefined;
    read ??= behind();
    for (const font of read) {
      const width = font.advance(codePoint);
      if (width !== undefined) return width;
    }
    return undefined;
  };
  return { ...face, advance: (codePoint) => face.advance(codePoint) ?? symbolAdvance(codePoint) };
}

/** General punctuation to dingbats and arrows: no symbol font has anything outside. */
const firstSymbol = 0x2010;
const lastSymbol = 0x2bff;

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

/** A font nothing is known of: wider than most, so that nothing is cut off. */
const estimatedFace: FaceMetrics = {
  ascent: 1,
  descent: 0.3,
  advance: (codePoint) => {
    const character = String.fromCodePoint(codePoint);
    if (codePoint === 0x20 || codePoint === 0xa0) return 0.3;
    if (/[iIjl.,:;'|!()[\]ftr]/.test(character)) return 0.42;
    if (/[mwMW@%—]/.test(character)) return 1;
    if (/\p{Lu}/u.test(character)) return 0.78;
    return /[\p{Script=Latin}\d]/u.test(character) ? 0.62 : undefined;
  },
  kern: () => 0,
};

function textEms(face: FaceMetrics, text: string): number {
  const plain = mayHoldEmoji.test(text) ? text.replaceAll(emoji, emojiStandIn) : text;
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
/** Emoji that pictures are drawn for, sequences (flags, skin tones, families) as one. */
const emoji: RegExp =
  /\p{Emoji}\ufe0f\u20e3?|\p{Regional_Indicator}{2}|\p{Emoji_Presentation}[\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Emoji}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?)*/gu;
const emojiStandIn = '\ufffc';
