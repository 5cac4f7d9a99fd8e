/**
 * V8 compiles a function when it is first called, and in a build of one talk most functions are called
 * for the first time: that takes a third of it. So the program's files are loaded here, with the code
 * that an earlier run compiled. Node 22 does the like for whole modules; this does it on Node 20 too.
 */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { cacheFolder } from './package-file.ts';

interface CompiledLoader {
  /** What a CommonJS file of the bundle exports; the files that it requires are loaded in the same way. */
  load(path: string): unknown;
  /** Keeps the code of all loaded files for later runs, when this run was the first to load one of them. */
  keep(): void;
}

/**
 * Code is kept again from this many times its length. A file may first have been loaded for little of what
 * it does; but all that is kept is read at every start, and what one long run called few others call.
 */
const worthKeeping = 1.5;

/** `folder` is that of the bundle. */
export function createLoader(folder: string): CompiledLoader {
  const store = codeStore(folder);
  const loaded = new Map<string, LoadedFile>();
  let hasNew = false;

  function load(path: string): unknown {
    const before = loaded.get(path);
    if (before) return before.module.exports;
    const source = readFileSync(path);
    const known = store.read(path, source);
    const script = compile(path, source, known);
    const kept = script.cachedDataRejected === false ? (known?.length ?? 0) : 0;
    hasNew ||= kept === 0;
    const module = { exports: {} };
    loaded.set(path, { source, script, kept, module });
    script.runInThisContext()(module.exports, requireFrom(path, load), module, path, dirname(path));
    return module.exports;
  }

  function keep(): void {
    if (!hasNew) return;
    hasNew = false;
    for (const [path, { source, script, kept }] of loaded) {
      const code = script.createCachedData();
      if (code.length > worthKeeping * kept) store.write(path, source, code);
    }
  }

  return { load, keep };
}

interface LoadedFile {
  readonly source: Buffer;
  readonly script: Script;
  /** Bytes of the code that was kept before; 0 when there was none for this source. */
  readonly kept: number;
  readonly module: { exports: unknown };
}

/** CommonJS: the variables that a file finds, as Node gives them. */
const head = '(function (exports, require, module, __filename, __dirname) {';

function compile(filename: string, source: Buffer, cachedData: Buffer | undefined): Script {
  return new Script(`${head}${source}\n})`, {
    filename,
    columnOffset: -head.length,
    ...(cachedData && { cachedData }),
  });
}

function requireFrom(path: string, load: (path: string) => unknown): NodeJS.Require {
  const native = createRequire(path);
  const require = (name: string): unknown =>
    name.startsWith('.') && name.endsWith('.cjs') ? load(join(dirname(path), name)) : native(name);
  return Object.assign(require, native);
}

// Only saves time: what is damaged or missing is compiled again, and where nothing can be kept nothing is.

interface CodeStore {
  /** The code that was kept for this source, if it is whole. */
  read(path: string, source: Buffer): Buffer | undefined;
  write(path: string, source: Buffer, code: Buffer): void;
}

/** Files of `bundle` as this Node runs them. Two installations, or two versions of Node, do not share. */
function codeStore(bundle: string): CodeStore {
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
