// The one door through which files are read that notes, hints or themes name. Links are resolved, and the kind and the
// size are looked at, before a byte is read: a device, a pipe or a link into another folder is never opened for long.
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';

export interface FileRequest {
  /** Bytes that the file may have. */
  readonly limit: number;
  /** In which the file must lie, once all links are followed; undefined when any will do. */
  readonly within?: string | undefined;
  /** `head` reads no more than `limit`, and takes a file of any size. */
  readonly part?: 'whole' | 'head';
}

/** Why a file was not read, as a person would say it, and the way out. */
export interface UnreadFile {
  readonly kind: 'missing' | 'outside' | 'too-large' | 'unreadable';
  readonly reason: string;
  readonly help: string;
  /** Of a file that is too large. */
  readonly bytes?: number;
}

/** The bytes of a regular file. Never throws for what a file may be. */
export function readUserFile(path: string, request: FileRequest): Buffer | UnreadFile {
  try {
    const target = realpathSync(path);
    if (request.within !== undefined && !liesIn(target, request.within)) return outside;
    return readTarget(target, request);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const unread = unreadFor(code);
    if (!unread) throw error;
    return unread;
  }
}

/** Pipes and devices are opened without waiting for whoever writes to them, and closed unread. */
function readTarget(target: string, { limit, part = 'whole' }: FileRequest): Buffer | UnreadFile {
  const file = openSync(target, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return unreadFor('EISDIR') ?? outside;
    if (!stats.isFile()) return notRegular;
    if (part === 'whole' && stats.size > limit) return tooLarge(stats.size);
    // Files of the system say 0 and hold more; others grow while they are read.
    const room = stats.size > 0 ? Math.min(limit, stats.size) : limit;
    const bytes = Buffer.alloc(room + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    if (length > limit && part === 'whole') return tooLarge(length);
    return bytes.subarray(0, Math.min(length, limit));
  } finally {
    closeSync(file);
  }
}

const outside: UnreadFile = {
  kind: 'outside',
  reason: 'a symbolic link leads out of its folder',
  help: 'put a copy of the file in the place of the link',
};

const notRegular: UnreadFile = {
  kind: 'unreadable',
  reason: 'it is a device, a pipe or a socket',
  help: 'name a file',
};

function tooLarge(bytes: number): UnreadFile {
  return {
    kind: 'too-large',
    reason: `it holds ${(bytes / 1e6).toFixed(1)} MB`,
    help: 'name a smaller file',
    bytes,
  };
}

function unreadFor(code: string): UnreadFile | undefined {
  if (missing.has(code))
    return { kind: 'missing', reason: 'there is no such file', help: 'name a file that is there' };
  const [reason, help] = reasons.get(code) ?? [];
  return reason === undefined || help === undefined ? undefined : { kind: 'unreadable', reason, help };
}

const missing: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** What the system's error codes mean to a person, and the way out. */
const reasons: ReadonlyMap<string, readonly [reason: string, help: string]> = new Map([
  ['EACCES', ['permission denied', 'give yourself the right to read it']],
  ['EPERM', ['permission denied', 'give yourself the right to read it']],
  ['EISDIR', ['it is a folder', 'name a file']],
  ['ELOOP', ['its symbolic links lead in a circle', 'name the file itself']],
  ['ENXIO', [notRegular.reason, notRegular.help]],
  ['EIO', ['the disk reports an error', 'copy it to another disk']],
  ['EBUSY', ['another program has locked it', 'close that program and try again']],
  ['EMFILE', ['too many files are open', 'build fewer notes at once, or allow more: ulimit -n 256']],
  ['ENFILE', ['too many files are open', 'close other programs and try again']],
]);

/** Whether a path without links is in a folder or below, whose own links are followed. */
function liesIn(target: string, folder: string): boolean {
  return isInside(target, realpathSync(folder));
}

/** Whether a path is below a folder, by their names alone. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether a path, or what a symbolic link there leads to, is not below the folder. Nothing outside is looked at. */
export function isOutside(path: string, folder: string): boolean {
  if (!isInside(path, folder)) return true;
  try {
    return !liesIn(realpathSync(path), folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    // Not there, or a link to itself: reading it tells.
    return false;
  }
}

/**
 * The folder that the neighbours of a file must lie in: the one it was named in, or the one that its link leads to,
 * whichever holds them.
 */
export function isBeside(path: string, file: string): boolean {
  try {
    const target = realpathSync(path);
    return liesIn(target, dirname(file)) || liesIn(target, dirname(realpathSync(file)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return false;
  }
}
