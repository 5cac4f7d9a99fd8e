import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EnvironmentError, limits } from '../../diagnostics/index.ts';
import { cacheFolder } from '../../package-file.ts';
import type { FontFace } from '../../theme/index.ts';
import { readUserFile } from '../../user-file.ts';

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
      const file = readFontFile(face);
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

/**
 * The bytes of a face's file. It was measured when the theme was read; by now it may be another, or none: it goes
 * through the same door again.
 */
export function readFontFile({ path, family, within }: FontFace): Buffer {
  const file = readUserFile(path, { limit: limits.fontBytes, within });
  if (file instanceof Uint8Array) return file;
  throw new EnvironmentError(
    'files/not-read',
    `The font file ${path} of “${family}” cannot be read any more: ${file.reason}`,
    `It was there when the theme was read: ${file.help}, and build again.`,
  );
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

// Cut fonts stay in the user's cache folder: a deck that is built again finds all of them. It only
// saves time. What is damaged or missing is made again, and where nothing can be kept nothing is.

/** SHA-256, in bytes. It stands before what is kept. */
const checksumLength = 32;

/** What is kept under this name; `make` is asked where there is none, and its answer kept. */
export async function stored(folder: string, name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const path = join(folder, name);
  const kept = await read(path);
  if (kept) return kept;
  const made = await make();
  await keep(folder, path, made);
  return made;
}

/** Removes what was made longer ago than `days`, used since or not: that bounds the folder's size. */
export async function removeOld(folder: string, days = 90): Promise<void> {
  const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
  const names = await readdir(folder).catch(nothingKept);
  for (const name of names ?? []) {
    const path = join(folder, name);
    const { mtimeMs } = (await stat(path).catch(nothingKept)) ?? { mtimeMs: oldest };
    if (mtimeMs < oldest) await rm(path, { force: true }).catch(nothingKept);
  }
}

async function read(path: string): Promise<Buffer | undefined> {
  const entry = await readFile(path).catch(nothingKept);
  const content = entry?.subarray(checksumLength);
  return content && checksum(content).equals(entry?.subarray(0, checksumLength) ?? content)
    ? content
    : undefined;
}

/** Under a name of its own first: builds at the same time do not meet, and nothing is half written. */
async function keep(folder: string, path: string, content: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(temporary, Buffer.concat([checksum(content), content]));
    await rename(temporary, path);
  } catch (error) {
    nothingKept(error);
    await rm(temporary, { force: true }).catch(nothingKept);
  }
}

function checksum(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/** A folder that is missing, full, write-protected or no folder: the build goes on without it. */
function nothingKept(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === undefined) throw error;
}
