// Only saves time: what is damaged or missing is compiled again, and where nothing can be kept nothing is.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { cacheFolder } from '../cache-folder.ts';

export interface CodeStore {
  /** The code that was kept for this source, if it is whole. */
  read(path: string, source: Buffer): Buffer | undefined;
  write(path: string, source: Buffer, code: Buffer): void;
}

/** Files of `bundle` as this Node runs them. Two installations, or two versions of Node, do not share. */
export function codeStore(bundle: string): CodeStore {
  const all = join(cacheFolder(), 'code');
  const folder = join(all, `${hex(crc32(bundle))}-${process.arch}-${hex(cachedDataVersionTag())}`);
  const fileFor = (path: string): string => join(folder, basename(path, '.cjs'));
  return {
    read(path, source) {
      const kept = attempt(() => readFileSync(fileFor(path)));
      const code = kept?.subarray(headLength);
      return code && kept?.subarray(0, headLength).equals(headFor(source, code)) ? code : undefined;
    },
    write(path, source, code) {
      attempt(() => {
        if (mkdirSync(folder, { recursive: true, mode: 0o700 })) removeOld(all);
        const temporary = `${fileFor(path)}.${process.pid}-${threadId}.tmp`;
        writeFileSync(temporary, Buffer.concat([headFor(source, code), code]));
        renameSync(temporary, fileFor(path));
      });
    },
  };
}

/** Bytes before the code: the CRC-32 of the source and of the code. V8 itself compares only lengths. */
const headLength = 8;

function headFor(source: Buffer, code: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt32BE(crc32(source), 0);
  head.writeUInt32BE(crc32(code), 4);
  return head;
}

/** Removes what was begun longer ago than `days`, used since or not: that bounds the folder's size. */
function removeOld(all: string, days = 90): void {
  const oldest = Date.now() - days * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(all)) {
    const path = join(all, name);
    if (statSync(path).birthtimeMs < oldest) rmSync(path, { recursive: true, force: true });
  }
}

/** A folder that is missing, full, write-protected or no folder: the program runs on without it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
