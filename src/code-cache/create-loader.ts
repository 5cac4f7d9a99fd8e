/**
 * V8 compiles a function when it is first called, and in a build of one talk most functions are called
 * for the first time: that takes a third of it. So the program's files are loaded here, with the code
 * that an earlier run compiled. Node 22 does the like for whole modules; this does it on Node 20 too.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { constants, Script } from 'node:vm';
import { codeStore } from './code-store.ts';

export interface CompiledLoader {
  /** What a CommonJS file of the bundle exports; the files that it requires are loaded in the same way. */
  load(path: string): unknown;
  /** Keeps the code of all loaded files for later runs, when this run was the first to load one of them. */
  keep(): void;
}

/** `folder` is that of the bundle. */
export function createLoader(folder: string): CompiledLoader {
  const store = codeStore(folder);
  const loaded = new Map<string, LoadedFile>();
  let hasNew = false;

  function load(path: string): unknown {
    const known = loaded.get(path);
    if (known) return known.module.exports;
    const source = readFileSync(path);
    const { script, isNew } = compile(path, source, store.read(path, source));
    hasNew ||= isNew;
    const module = { exports: {} };
    loaded.set(path, { source, script, module });
    script.runInThisContext()(module.exports, requireFrom(path, load), module, path, dirname(path));
    return module.exports;
  }

  function keep(): void {
    if (!hasNew) return;
    hasNew = false;
    for (const [path, { source, script }] of loaded) store.write(path, source, script.createCachedData());
  }

  return { load, keep };
}

interface LoadedFile {
  readonly source: Buffer;
  readonly script: Script;
  readonly module: { exports: unknown };
}

/** CommonJS: the variables that a file finds, as Node gives them. */
const head = '(function (exports, require, module, __filename, __dirname) {';

function compile(
  filename: string,
  source: Buffer,
  cachedData: Buffer | undefined,
): { script: Script; isNew: boolean } {
  const script = new Script(`${head}${source}\n})`, {
    filename,
    columnOffset: -head.length,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  });
  return { script, isNew: script.cachedDataRejected !== false };
}

function requireFrom(path: string, load: (path: string) => unknown): NodeJS.Require {
  const native = createRequire(path);
  const require = (name: string): unknown =>
    name.startsWith('.') && name.endsWith('.cjs') ? load(join(dirname(path), name)) : native(name);
  return Object.assign(require, native);
}
