// Reads files, but only when it is asked for a face: `themes/fonts/` of the package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFolder, packageFile } from '../package-file.ts';
import { type FaceData, faceMetrics } from './face-data.ts';
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
  const families = once(() => readJson<Record<string, FamilyData>>('index.json'));
  const read = new Map<string, FaceMetrics>();
  return {
    faces: (family) => facesOf(family, families()[family]),
    families: () => Object.keys(families()).filter((family) => families()[family]?.files !== 'here'),
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
  return JSON.parse(readFileSync(packageFile(`${metricsFolder}/${name}`), 'utf8')) as T;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
