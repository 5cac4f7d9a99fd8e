import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cacheFolder } from '../../cache-folder.ts';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { whileInterruptible } from '../interrupt.ts';
import type { Bundle } from './bundle.ts';
import { isWhole, manifestName, writeManifest } from './unpacked.ts';

/** Starts the executable that stands beside it with the libraries that stand beside it. */
const launcher = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
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
  if (isWhole(folder)) return unpackedPath(bundle);
  try {
    await unpackTo(folder, bundle);
  } catch (error) {
    throw cannotUnpack(folder, error);
  }
  return unpackedPath(bundle);
}

/** For a folder that looks whole and whose browser does not start: bytes can go bad without a change of size. */
export async function unpackAgain(bundle: Bundle): Promise<string> {
  await rm(join(unpackedFolder(bundle), manifestName), { force: true });
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
  if (isWhole(folder)) return;
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
