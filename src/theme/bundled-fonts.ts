// Reads files, but only when it is asked for a face: `themes/fonts/` of the package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFolder, packageFile } from '../package-file.ts';
import { type FaceMetrics, type FontFace, type FontLibrary, matchWeight } from './fonts.ts';

interface FamilyData {
  readonly slug: string;
  /** Where the files are: beside the metrics, or in the family's `@fontsource` package. */
  readonly files?: 'here';
  /** Code point ranges by subset, in the order of the package's `@font-face` rules. */
  readonly subsets: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** `400-normal`, `600-italic` … */
  readonly faces: readonly string[];
}

const metricsFolder = 'themes/fonts';

/** The fonts that come with Lectern. Each metrics file is read once, when it is first needed. */
export function bundledFonts(): FontLibrary {
  const families = once(() => new Map(Object.entries(readJson<Record<string, FamilyData>>('index.json'))));
  const cache = new Map<string, FaceMetrics>();
  return {
    faces: (family) => facesOf(family, families().get(family)),
    families: () => [...families()].flatMap(([family, { files }]) => (files === 'here' ? [] : [family])),
    metrics: (family, weight, italic) => {
      const data = families().get(family);
      const face = data && matchFace(data, weight, italic);
      if (!face) return undefined;
      const name = `${data.slug}-${face}.json`;
      const metrics = cache.get(name) ?? faceMetrics(readJson<FaceData>(name));
      cache.set(name, metrics);
      return metrics;
    },
  };
}

function facesOf(family: string, data: FamilyData | undefined): FontFace[] {
  if (!data) return [];
  const folder = folderOf(data);
  return data.faces.flatMap((face) =>
    Object.entries(data.subsets).map(([subset, ranges]) => ({
      family,
      weight: Number.parseInt(face, 10),
      italic: face.endsWith('italic'),
      path: join(folder, `${data.slug}-${subset}-${face}.woff2`),
      ranges,
      ...(data.files === 'here' && { heaviest: 900 }),
    })),
  );
}

function folderOf({ slug, files }: FamilyData): string {
  return files === 'here' ? packageFile(metricsFolder) : fontFolder(slug);
}

/** A family without an italic is slanted by the browser, which leaves its widths as they are. */
function matchFace({ faces }: FamilyData, weight: number, italic: boolean): string | undefined {
  const slope = italic && faces.some((face) => face.endsWith('italic')) ? 'italic' : 'normal';
  const sloped = faces.filter((face) => face.endsWith(slope));
  const matched = matchWeight(
    weight,
    sloped.map((face) => Number.parseInt(face, 10)),
  );
  return matched === undefined ? undefined : `${matched}-${slope}`;
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(packageFile(`${metricsFolder}/${name}`), 'utf8')) as T;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A file of `themes/fonts/`, as `scripts/extract-font-metrics.mjs` writes it. Font units. */
interface FaceData {
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
  readonly kerning?: KerningData;
}

/** Characters that kern alike share a class; `values[left class][right class]`. */
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

/** Characters of different subsets come from different files, so they are never kerned. */
function faceMetrics(data: FaceData): FaceMetrics {
  const { unitsPerEm, ascent, descent } = data;
  const advances = new Map<number, number>();
  const kernings: Kerning[] = [];
  for (const { unitsPerEm: em = unitsPerEm, advances: runs, kerning } of Object.values(data.subsets)) {
    for (const [first, widths] of runs) {
      for (const [at, width] of widths.entries()) advances.set(first + at, width / em);
    }
    if (kerning) kernings.push(indexKerning(kerning));
  }
  return {
    ascent: ascent / unitsPerEm,
    descent: descent / unitsPerEm,
    advance: (codePoint) => advances.get(codePoint),
    kern: (left, right) =>
      kernings.reduce((sum, kerning) => sum + kernIn(kerning, left, right), 0) / unitsPerEm,
  };
}

function indexKerning({ left, right, values }: KerningData): Kerning {
  return { left: classOf(left), right: classOf(right), values };
}

function classOf(classes: readonly string[]): Map<number, number> {
  return new Map(
    classes.flatMap((characters, at) =>
      [...characters].map((character) => [character.codePointAt(0) ?? 0, at]),
    ),
  );
}

function kernIn({ left, right, values }: Kerning, before: number, after: number): number {
  const row = left.get(before);
  if (row === undefined) return 0;
  const column = right.get(after);
  return column === undefined ? 0 : (values[row]?.[column] ?? 0);
}
