// Reads files, but only when it is asked for a face: `themes/fonts/` of the package.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FaceData, faceMetrics } from './face-data.ts';
import { type FaceMetrics, type FontFace, type FontLibrary, matchWeight } from './fonts.ts';

interface FamilyData {
  readonly slug: string;
  /** Code point ranges by subset, in the order of the package's `@font-face` rules. */
  readonly subsets: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** `400-normal`, `600-italic` … */
  readonly faces: readonly string[];
}

const metricsFolder = new URL('../../themes/fonts/', import.meta.url);

/** The fonts that come with Lectern. Each metrics file is read once, when it is first needed. */
export function bundledFonts(): FontLibrary {
  const families = once(() => readJson<Record<string, FamilyData>>('index.json'));
  const read = new Map<string, FaceMetrics>();
  return {
    faces: (family) => facesOf(family, families()[family]),
    metrics: (family, weight, italic) => {
      const data = families()[family];
      const face = data && matchFace(data, weight, italic);
      if (!face) return undefined;
      const name = `${data.slug}-${face}.json`;
      const metrics = read.get(name) ?? faceMetrics(readJson<FaceData>(name));
      read.set(name, metrics);
      return metrics;
    },
  };
}

function facesOf(family: string, data: FamilyData | undefined): FontFace[] {
  if (!data) return [];
  const require = createRequire(import.meta.url);
  const folder = require.resolve(`@fontsource/${data.slug}/package.json`).replace('package.json', 'files/');
  return data.faces.flatMap((face) =>
    Object.entries(data.subsets).map(([subset, ranges]) => ({
      family,
      weight: Number.parseInt(face, 10),
      italic: face.endsWith('italic'),
      path: `${folder}${data.slug}-${subset}-${face}.woff2`,
      ranges,
    })),
  );
}

function matchFace({ faces }: FamilyData, weight: number, italic: boolean): string | undefined {
  const slope = italic ? 'italic' : 'normal';
  const sloped = faces.filter((face) => face.endsWith(slope));
  const matched = matchWeight(
    weight,
    sloped.map((face) => Number.parseInt(face, 10)),
  );
  return matched === undefined ? undefined : `${matched}-${slope}`;
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, metricsFolder), 'utf8')) as T;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
