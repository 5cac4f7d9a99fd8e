import type { FaceMetrics } from './fonts.ts';

/** A file of `themes/fonts/`, as `scripts/extract-font-metrics.mjs` writes it. Font units. */
export interface FaceData {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly subsets: Readonly<Record<string, SubsetData>>;
}

interface SubsetData {
  /** Where the file was cut from another font than the rest of the face. */
  readonly unitsPerEm?: number;
  /** Advance widths of runs of code points without a gap, with the first code point. */
  readonly advances: readonly (readonly [number, readonly number[]])[];
  /** Of 0 to 9, where tabular figures differ. */
  readonly tabular?: readonly number[];
  readonly kerning?: KerningData;
}

/** Letters that kern alike share a class; `values[left class][right class]`. */
interface KerningData {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly values: readonly (readonly number[])[];
}

interface Kerning {
  readonly left: ReadonlyMap<number, number>;
  readonly right: ReadonlyMap<number, number>;
  readonly values: readonly (readonly number[])[];
}

/** Letters of different subsets come from different files, so they are never kerned. */
export function faceMetrics(data: FaceData): FaceMetrics {
  const { unitsPerEm, ascent, descent } = data;
  const advances = new Map<number, number>();
  const tabular = new Map<number, number>();
  const kernings: Kerning[] = [];
  for (const { unitsPerEm: em = unitsPerEm, advances: runs, kerning, tabular: digits } of Object.values(
    data.subsets,
  )) {
    for (const [at, width] of (digits ?? []).entries()) tabular.set(0x30 + at, width / em);
    for (const [first, widths] of runs) {
      for (const [at, width] of widths.entries()) advances.set(first + at, width / em);
    }
    if (kerning) kernings.push(indexKerning(kerning));
  }
  return {
    ascent: ascent / unitsPerEm,
    descent: descent / unitsPerEm,
    advance: (codePoint) => advances.get(codePoint),
    tabular: (codePoint) => tabular.get(codePoint),
    kern: (left, right) =>
      kernings.reduce((sum, kerning) => sum + kernIn(kerning, left, right), 0) / unitsPerEm,
  };
}

function indexKerning({ left, right, values }: KerningData): Kerning {
  return { left: classOf(left), right: classOf(right), values };
}

function classOf(classes: readonly string[]): Map<number, number> {
  return new Map(
    classes.flatMap((letters, at) => [...letters].map((letter) => [letter.codePointAt(0) ?? 0, at])),
  );
}

function kernIn({ left, right, values }: Kerning, before: number, after: number): number {
  const row = left.get(before);
  if (row === undefined) return 0;
  const column = right.get(after);
  return column === undefined ? 0 : (values[row]?.[column] ?? 0);
}
