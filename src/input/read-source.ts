import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Checked,
  type Diagnostic,
  type DiagnosticCode,
  limits,
  type Source,
} from '../diagnostics/index.ts';
import { decodeText } from './decode-text.ts';
import { nearestPath } from './nearest-path.ts';

/**
 * A user's file as text, under the path the user gave; nothing when it cannot be had, with the
 * reason. Bytes that are not UTF-8 become U+FFFD with a warning.
 */
export function readSource(path: string, cwd: string): Checked<Source | undefined> {
  const bytes = readBytes(path, cwd);
  if (!(bytes instanceof Uint8Array)) return { value: undefined, diagnostics: [bytes] };
  return decodeText(bytes, path);
}

function readBytes(path: string, cwd: string): Uint8Array | Diagnostic {
  try {
    const { size } = statSync(resolve(cwd, path));
    return size > limits.sourceBytes ? tooLarge(path, size) : readFileSync(resolve(cwd, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return notFound(path, cwd);
    const reason = readReasons.get(code ?? '');
    if (!reason) throw error;
    return inputError('input/unreadable', path, `"${path}" cannot be read: ${reason[0]}`, reason[1]);
  }
}

function tooLarge(path: string, size: number): Diagnostic {
  const message = `"${path}" holds ${inMegabytes(size)}, and at most ${inMegabytes(limits.sourceBytes)} are read`;
  return inputError('input/too-large', path, message, 'divide it into several files, a talk each');
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What the system's error codes mean to a person, and the way out. */
const readReasons: ReadonlyMap<string, readonly [reason: string, help: string]> = new Map([
  ['EACCES', ['permission denied', 'give yourself the right to read it']],
  ['EPERM', ['permission denied', 'give yourself the right to read it']],
  ['EISDIR', ['it is a folder', 'name a file']],
  ['ELOOP', ['its symbolic links lead in a circle', 'name the file itself']],
  ['EIO', ['the disk reports an error', 'copy it to another disk']],
  ['EBUSY', ['another program has locked it', 'close that program and try again']],
  ['EMFILE', ['too many files are open', 'build fewer notes at once']],
  ['ERR_FS_FILE_TOO_LARGE', ['it is larger than 2 GB', 'name a text file']],
]);

/** There is nothing under this path; names the nearest thing there is. */
export function notFound(path: string, cwd: string): Diagnostic {
  const near = nearestPath(path, cwd);
  const help = near ? `did you mean "${near}"?` : `paths are read from ${cwd}`;
  return inputError('input/not-found', path, `there is no file or folder "${path}"`, help);
}

/** An error about a whole file, with no place inside it. */
export function inputError(code: DiagnosticCode, path: string, message: string, help: string): Diagnostic {
  return { code, severity: 'error', message, span: { path, start: 0, end: 0 }, help };
}
