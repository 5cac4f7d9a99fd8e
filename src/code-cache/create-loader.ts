/**
 * V8 compiles a function when it is first called, and in a build of one talk most functions are called
 * for the first time: that takes a third of it. So the program's files are loaded here, with the code
 * that an earlier run compiled. Node 22 does the like for whole modules; this does it on Node 20 too.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { codeStore } from './code-store.ts';

export interface CompiledLoader {
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
