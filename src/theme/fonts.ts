/** One font file that travels with the deck. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Absolute path of the font file. */
  readonly path: string;
  /** The folder that the file must lie in, once all links are followed. */
  readonly within?: string | undefined;
  /** Ranges of code points it covers, `[first, last]` each. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Serves every weight up to this one, so that a browser draws no false bold. */
  readonly heaviest?: number;
}

/**
 * Arrows, mathematical symbols, boxes and ticks, for every text whose own font has none. The base
 * stylesheet names these families behind each font; behind the code font the fixed-width one first.
 */
export const symbolFont = 'Lectern Symbols';
export const codeSymbolFont = 'Lectern Symbols Mono';

/** Have what letters the fonts of a theme lack, behind every family: those with the most letters, the plainest first. */
export const spareFamilies: readonly string[] = [
  'Source Sans 3',
  'Source Serif 4',
  'STIX Two Text',
  'IBM Plex Sans',
  'Hanken Grotesk',
];

/** What measuring needs of the files of one family, weight and slope. All lengths in em. */
export interface FaceMetrics {
  readonly ascent: number;
  /** Positive below the baseline. */
  readonly descent: number;
  /** `undefined` where none of its files has the character. */
  advance(codePoint: number): number | undefined;
  /** How much wider (or, negative, narrower) two neighbours are than apart: kerning and ligatures. */
  kern(left: number, right: number): number;
}

/** The face that CSS would choose for these; undefined when the family has no file. */
export type MetricsLookup = (family: string, weight: number, italic: boolean) => FaceMetrics | undefined;

/** The fonts there are files for. Given to `readTheme`, which reads no files. */
export interface FontLibrary {
  /** All faces of a family, a later one before an earlier one where they cover the same character. */
  readonly faces: (family: string) => readonly FontFace[];
  readonly metrics: MetricsLookup;
  /** Names of the families that text can be set in, for messages. */
  readonly families?: () => readonly string[];
}

/**
 * The weight CSS takes when a family has not the one asked for (CSS Fonts 4, 5.2): from 400
 * to 500 first up to 500, then lighter, then heavier; below 400 lighter first, above 500
 * heavier first.
 */
export function matchWeight(asked: number, available: readonly number[]): number | undefined {
  const rank = (weight: number): number => {
    const distance = Math.abs(weight - asked);
    if (distance === 0) return 0;
    if (asked >= 400 && asked <= 500 && weight > asked && weight <= 500) return distance;
    const first = asked > 500 ? weight > asked : weight < asked;
    return first ? 1000 + distance : 2000 + distance;
  };
  return [...available].sort((a, b) => rank(a) - rank(b))[0];
}

/**
 * Width in em of a character that no file of the theme has. Some other font draws it, so this
 * is on the wide side; the widest characters of common fonts of a script are near it.
 */
export function safeWidth(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  for (const { matches, width } of scripts) if (matches.test(character)) return width;
  return 0.8;
}

/** Width of a picture that stands for an emoji, its margins included (Marp's own style), em. */
export const emojiWidth = 1.15;

const scripts: readonly { readonly matches: RegExp; readonly width: number }[] = [
  { matches: /[\p{M}\p{Cf}\p{Cc}]/u, width: 0 },
  { matches: /[\uff61-\uffdc\uffe8-\uffee]/, width: 0.5 },
  {
    matches: /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/,
    width: 1,
  },
  { matches: /[\u{20000}-\u{3fffd}]/u, width: 1 },
  { matches: /\p{Emoji_Presentation}/u, width: emojiWidth },
  { matches: /[\p{Script=Arabic}\p{Script=Hebrew}]/u, width: 0.65 },
  { matches: /[\p{Script=Thai}\p{Script=Lao}\p{Script=Cyrillic}\p{Script=Greek}]/u, width: 0.7 },
  { matches: /[\u2000-\u200a\u202f\u205f]/, width: 0.5 },
  { matches: /\p{Script=Latin}/u, width: 0.65 },
  { matches: /[\p{S}\p{No}]/u, width: 1 },
];

/** A font of which nothing is known: wider than most, so that nothing is cut off. */
export const estimatedFace: FaceMetrics = {
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
