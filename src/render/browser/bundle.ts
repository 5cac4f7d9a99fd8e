// The one Chromium that comes as an npm package. Its own launcher is not used: it trusts what
// stands in the temporary folder and leaves out libraries that a bare machine lacks.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Bundle {
  readonly version: string;
  /** Brotli-compressed executable. */
  readonly executable: string;
  /** Brotli-compressed tar with nspr, nss and expat under `lib/`. */
  readonly libraries: string;
}

/** The package is optional; `undefined` where it is missing or cannot run (it is for x64 Linux with glibc). */
export function findBundle(): Bundle | undefined {
  if (!canRunBundle()) return undefined;
  const folder = packageFolder('@sparticuz/chromium');
  if (!folder) return undefined;
  const executable = join(folder, 'bin', 'chromium.br');
  const libraries = join(folder, 'bin', 'al2023.tar.br');
  if (!existsSync(executable) || !existsSync(libraries)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { version, executable, libraries };
}

function canRunBundle(): boolean {
  const isLinux = process.platform === 'linux' && process.arch === 'x64';
  return isLinux && existsSync('/lib64/ld-linux-x86-64.so.2');
}

function packageFolder(name: string): string | undefined {
  const roots = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return roots.map((root) => join(root, name)).find((folder) => existsSync(join(folder, 'package.json')));
}
