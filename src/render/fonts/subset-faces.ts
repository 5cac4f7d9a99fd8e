import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../../cache-folder.ts';
import type { FontFace } from '../../theme/index.ts';
import { removeOld, stored } from './font-store.ts';

/** Raised when `cutFont` cuts in another way: what was kept before is not used again. */
const recipe = 1;

/** Where a face has an entry, the WOFF2 file that stands for its own. */
export type CutFonts = ReadonlyMap<FontFace, Buffer>;

/** Files with these characters only, made or found among those that were made before. */
export async function subsetFaces(
  faces: readonly FontFace[],
  characters: ReadonlySet<number>,
): Promise<CutFonts> {
  const sorted = [...characters].sort((a, b) => a - b);
  const way = `${recipe} ${libraryVersions()}`;
  const folder = join(cacheFolder(), 'fonts');
  const made: string[] = [];
  const cut = await Promise.all(
    faces.map(async (face) => {
      const file = readFileSync(face.path);
      const text = textOf(sorted.filter((codePoint) => has(face, codePoint)));
      const name = createHash('sha256').update(`${way}\n${text}\n`).update(file).digest('hex');
      const font = await stored(folder, name, async () => {
        made.push(name);
        const { cutFont } = await import('./cut-font.ts');
        return cutFont(file, text);
      });
      return font.equals(file) ? [] : [[face, font] as const];
    }),
  );
  if (made.length > 0) await removeOld(folder);
  return new Map(cut.flat());
}

function textOf(codePoints: readonly number[]): string {
  return codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
}

function has({ ranges }: FontFace, codePoint: number): boolean {
  return ranges.length === 0 || ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}

/** Another version may cut and compress in another way, and what is kept must be what would be made. */
function libraryVersions(): string {
  const here = createRequire(import.meta.url).resolve('subset-font');
  const fontverter = createRequire(here).resolve('fontverter');
  const harfbuzz = createRequire(here).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const wawoff2 = createRequire(fontverter).resolve('wawoff2');
  return [here, fontverter, dirname(harfbuzz), wawoff2].map(versionBeside).join(' ');
}

function versionBeside(path: string): string {
  const file = join(dirname(path), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
