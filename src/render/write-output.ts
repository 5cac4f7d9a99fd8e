import { randomUUID } from 'node:crypto';
import { constants, renameSync, statSync, writeFileSync } from 'node:fs';
import { access, mkdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EnvironmentError } from '../diagnostics/index.ts';
import { type Artifact, type Format, sizeByKind } from './artifact.ts';
import { whileInterruptible } from './interrupt.ts';

/**
 * Writes beside the target under a temporary name and renames, so that an earlier output stays
 * whole whatever goes wrong. Makes the folder. A symbolic link is followed, not replaced.
 */
export async function writeOutput(
  format: Format,
  path: string,
  data: string | Uint8Array,
): Promise<Artifact> {
  try {
    await makeFolder(dirname(path));
    const target = await realTarget(path);
    const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`);
    await whileInterruptible(temporary, async () => {
      // In one step: a signal in the midst of it waits, and nothing is written after the end was told.
      writeFileSync(temporary, data);
      renameSync(temporary, target);
    });
  } catch (error) {
    throw cannotWrite(path, error);
  }
  return { format, path, bytes: Buffer.byteLength(data), ...outputSizes(format, data) };
}

/** What the bytes of an output are for, where that can be told from its text. */
export function outputSizes(format: Format, data: string | Uint8Array): Pick<Artifact, 'sizes'> {
  return format === 'html' && typeof data === 'string' ? { sizes: sizeByKind(data) } : {};
}

/** Renaming would replace even a file that is write-protected; that protection is respected. */
async function realTarget(path: string): Promise<string> {
  try {
    await access(path, constants.W_OK);
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}

const remedies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EACCES: 'Allow writing there, or choose another folder with -o.',
    EPERM: 'Allow writing there, or choose another folder with -o.',
    EROFS: 'This file system is read-only: choose another folder with -o.',
    ENOSPC: 'The disk is full: free some space, or choose another folder with -o.',
    EFBIG: 'The file is larger than is allowed here: choose another folder with -o.',
    EDQUOT: 'Your quota is used up: free some space, or choose another folder with -o.',
    EEXIST: 'A file stands where a folder is needed: choose another folder with -o.',
    ENOTDIR: 'A file stands where a folder is needed: choose another folder with -o.',
    EISDIR: 'A folder has the name of the output: rename it, or choose another folder with -o.',
    ENOENT: 'The folder cannot be made: choose another one with -o.',
    ELOOP: 'A link leads to itself: choose another folder with -o.',
    EIO: 'The disk has a fault: choose another folder with -o.',
    EBUSY: 'Another program holds the file: close it there.',
    ENAMETOOLONG: 'The name is too long: rename the notes file.',
  }),
);

/** What the system reports of `path`, with its remedy; the error itself when it is none of the system's. */
export function cannotWrite(path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const remedy = code === undefined ? undefined : remedies.get(code);
  if (!remedy) return error;
  return new EnvironmentError('files/not-written', `${path} cannot be written: ${message}`, remedy, {
    cause: error,
  });
}

/**
 * Makes a folder and those above it. Not by Node's own `recursive`: where nothing can be made and the
 * system says that something is missing, as below `/proc`, that never ends.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const above = dirname(path);
    if (await isFolder(path)) return;
    if (!isMissing(error) || (await isFolder(above))) throw error;
    await makeFolder(above);
    await makeFolder(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/**
 * Removes what an earlier, longer run left: the files `path(number)` from `number` on, up to the
 * first that is not there or is to be kept. From the end backwards, so that a run that is cut off
 * leaves no gap.
 */
export async function removeStale(
  path: (number: number) => string,
  number: number,
  kept: ReadonlySet<string>,
): Promise<void> {
  let end = number;
  while (isFile(path(end)) && !kept.has(path(end))) end += 1;
  for (let stale = end - 1; stale >= number; stale -= 1) {
    await rm(path(stale)).catch((error: unknown) => {
      throw cannotWrite(path(stale), error);
    });
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
