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
