// The one Chromium that comes as an npm package. Its own launcher is not used: it trusts what
// stands in the temporary folder and leaves out libraries that a bare machine lacks.

import { randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { cacheFolder } from '../../package-file.ts';
import { whileInterruptible } from '../interrupt.ts';

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

/** Starts the executable that stands beside it with the libraries that stand beside it. It is called by its whole path, and needs no program but the shell. */
const launcher = `#!/bin/sh
here=\${0%/*}
LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/chromium" "$@"
`;

/** 4 MB pieces: with the default 16 KB the 200 MB take three times as long. */
const pieces = { chunkSize: 1 << 22, highWaterMark: 1 << 22 };

/** Path of the launcher this bundle has, or will have once it is unpacked. */
export function unpackedPath(bundle: Bundle): string {
  return join(unpackedFolder(bundle), 'launch');
}

/**
 * Unpacks the bundle once per user and version, one to two seconds; later only looks whether it is whole.
 * Works under a name of its own and renames at the end, so that a run that is cut off leaves
 * nothing half made, and two runs at once do not meet.
 */
export async function unpack(bundle: Bundle): Promise<string> {
  const folder = unpackedFolder(bundle);
  if (isWhole(folder) && hasThisLauncher(folder)) return unpackedPath(bundle);
  try {
    await unpackTo(folder, bundle);
  } catch (error) {
    throw cannotUnpack(folder, error);
  }
  return unpackedPath(bundle);
}

/** An earlier version may have unpacked the same browser with another. */
function hasThisLauncher(folder: string): boolean {
  return readFileSync(join(folder, 'launch'), 'utf8') === launcher;
}

/** For a folder that looks whole and whose browser does not start: bytes can go bad without a change of size. */
export async function unpackAgain(bundle: Bundle): Promise<string> {
  await rm(join(unpackedFolder(bundle), fileSizesName), { force: true });
  return unpack(bundle);
}

function unpackedFolder(bundle: Bundle): string {
  return join(cacheFolder(), `chromium-${bundle.version}-${process.arch}`);
}

async function unpackTo(folder: string, bundle: Bundle): Promise<void> {
  const temporary = `${folder}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  await mkdir(cacheFolder(), { recursive: true, mode: 0o700 });
  await whileInterruptible(temporary, async () => {
    await mkdir(temporary, { mode: 0o700 });
    await Promise.all([
      unpackExecutable(bundle.executable, join(temporary, 'chromium')),
      unpackLibraries(bundle.libraries, temporary),
      writeFile(join(temporary, 'launch'), launcher, { mode: 0o700 }),
    ]);
    writeManifest(temporary);
    await replace(folder, temporary);
  });
}

function unpackExecutable(from: string, to: string): Promise<void> {
  return pipeline(
    createReadStream(from, pieces),
    createBrotliDecompress(pieces),
    createWriteStream(to, { mode: 0o700, highWaterMark: pieces.highWaterMark }),
  );
}

async function unpackLibraries(from: string, to: string): Promise<void> {
  const { extract } = await import('tar-fs');
  // The archive holds a folder `lib`.
  await pipeline(createReadStream(from), createBrotliDecompress(), extract(to));
}

/** Puts the new folder in the place of a missing or damaged one; another run may have done so already. */
async function replace(folder: string, temporary: string): Promise<void> {
  if (isWhole(folder) && hasThisLauncher(folder)) return;
  const old = `${temporary}.old`;
  await rename(folder, old).catch(ignoreMissing);
  await rename(temporary, folder).catch((error: unknown) => {
    if (!isWhole(folder)) throw error;
  });
  await rm(old, { recursive: true, force: true });
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

function cannotUnpack(folder: string, cause: unknown): EnvironmentError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EnvironmentError(
    'browser/not-started',
    `The bundled browser could not be unpacked to ${folder}: ${reason}`,
    'Name a folder you can write, with 250 MB free, in LECTERN_CACHE; or name an installed browser with --browser-path.',
    { cause },
  );
}

// What makes an unpacked browser trustworthy: it is ours, and every file has the size it was written with.

/** Without it a folder is not whole. */
export const fileSizesName = 'manifest.json';

/** Bytes by path inside the folder. Written last, so a folder without it was never finished. */
type FileSizes = Readonly<Record<string, number>>;

export function writeManifest(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map((file) => {
    const path = join(file.parentPath, file.name);
    return [path.slice(folder.length + 1), lstatSync(path).size] as const;
  });
  writeFileSync(join(folder, fileSizesName), JSON.stringify(Object.fromEntries(sizes), null, 2), {
    mode: 0o600,
  });
}

/** False for a folder that is missing, unfinished, damaged, or belongs to somebody else. */
export function isWhole(folder: string): boolean {
  const manifest = readManifest(folder);
  if (!manifest || !isOurs(folder)) return false;
  return Object.entries(manifest).every(([name, size]) => {
    const stat = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return stat?.isFile() && stat.size === size;
  });
}

function readManifest(folder: string): FileSizes | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, fileSizesName), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? (manifest as FileSizes) : undefined;
  } catch {
    // Missing or not JSON: either way the folder has to be made anew.
    return undefined;
  }
}

function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  const user = process.getuid?.();
  return stat.isDirectory() && (user === undefined || stat.uid === user) && (stat.mode & 0o022) === 0;
}
