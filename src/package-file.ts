import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file of the package, wherever this code was built to. `path` starts at its root. */
export function packageFile(path: string): string {
  return join(packageRoot(), path);
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
