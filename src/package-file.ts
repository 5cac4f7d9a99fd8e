import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
