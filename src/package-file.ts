import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import envPaths from 'env-paths';

/** Absolute path of a file of the package, wherever this code was built to. `path` starts at its root. */
export function packageFile(path: string): string {
  return join(packageRoot(), path);
}

/**
 * Absolute path of a file or folder that `scripts/bundle.mjs` put beside the bundle. Returns undefined in `src`,
 * where nothing is prepared.
 */
export function preparedPath(name: string): string | undefined {
  const path = fileURLToPath(new URL(`../prepared/${name}`, import.meta.url));
  return existsSync(path) ? path : undefined;
}

/** Where the WOFF2 files of a family of the built-in themes are: copied beside the bundle, or in their package. */
export function fontFolder(slug: string): string {
  const { resolve } = createRequire(import.meta.url);
  return preparedPath('fonts') ?? join(dirname(resolve(`@fontsource/${slug}/package.json`)), 'files');
}

let root: string | undefined;

/** The nearest folder above with a package.json: the sources, the bundle and its chunks lie at different depths. */
function packageRoot(): string {
  if (root !== undefined) return root;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  root = folder;
  return folder;
}

/**
 * What was the same for every deck when Lectern itself was built, by the name it was given in
 * `prepare.ts`. In `src`, where nothing is made beforehand, there is nothing.
 */
export async function preparedFile(name: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(new URL(`../prepared/${name}.br`, import.meta.url));
    return brotliDecompressSync(bytes).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same text as a file for `dist/prepared/`: name and bytes. A tenth of the size, read as fast. */
export function asPreparedFile(name: string, text: string): readonly [name: string, bytes: Uint8Array] {
  return [`${name}.br`, brotliCompressSync(text)];
}

/** Where unpacked browsers, cut fonts and compiled code stay between runs: one folder per user, `LECTERN_CACHE` to have it elsewhere. */
export function cacheFolder(): string {
  const chosen = process.env.LECTERN_CACHE;
  return chosen ? resolve(chosen) : envPaths('lectern', { suffix: '' }).cache;
}
