import { basename, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BuildCache } from '../../cache.ts';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { readSource } from '../../input/index.ts';
import type { BuildOptions } from '../built.ts';
import { nameOutputs, type Output } from '../name-outputs.ts';
import { emptyCache, keepCache, type Rebuilt, rebuild, stillValid } from './rebuild.ts';
import { type FileWatch, watchFiles } from './watch-files.ts';

export interface WatchOptions extends Omit<BuildOptions, 'formats' | 'onEvent'> {
  /** Called with each build, the first included. */
  readonly onBuilt?: ((built: WatchedBuild) => void) | undefined;
  /** Problems as the page shows them; empty when no error stops the notes. */
  readonly problemText?: ((built: Rebuilt) => string) | undefined;
}

export interface WatchedBuild extends Rebuilt {
  /** Counts from 1. */
  readonly number: number;
  /** Absolute path of the HTML. */
  readonly path: string;
  /** What the environment could not do this time. */
  readonly failure?: EnvironmentError;
}

export interface Watch {
  /** Where the deck is shown and changes as its notes do. */
  readonly address: string;
  /** Never kept, and refused when Lectern itself is at fault: there is no going on then. */
  readonly broken: Promise<never>;
  close(): Promise<void>;
}

/** Builds the HTML of one notes file, and again whenever a file it is made of changes. */
export async function watchNotes(notes: string, options: WatchOptions = {}): Promise<Watch> {
  const cwd = options.cwd ?? process.cwd();
  const [output] = nameOutputs([notes], {
    cwd,
    formats: ['html'],
    outDir: options.outDir,
    hints: options.hints,
  }) as [Output];
  // Loaded here: Node reads twenty modules for a server, which other builds do without.
  const { startLiveServer } = await import('./live-server.ts');
  const server = await startLiveServer(`${basename(output.base)}.html`);
  let kept = emptyCache();
  const turn = takeTurns(async (number) => {
    await untilWritten(notes, cwd, number);
    kept = stillValid(kept);
    const since = Date.now();
    const rebuilt = await rebuildOrFail(output, { ...options, cwd }, kept.cache);
    const built = { ...rebuilt, ...followed(files, rebuilt) };
    const others = built.inputs.filter((path) => !texts.has(path));
    kept = built.failure ? emptyCache() : keepCache(kept.cache, others, since);
    if (built.html !== undefined) server.show(built.html);
    else server.complain(built.failure?.message ?? options.problemText?.(built) ?? '');
    options.onBuilt?.({ ...built, number, path: `${output.base}.html` });
  });
  const files = watchFiles(turn.ask);
  // What is changed while the first build reads is built again.
  const texts = textsOf(notes, options.hints, cwd);
  const close = async (): Promise<void> => {
    files.close();
    await turn.end();
    await server.close();
  };
  try {
    files.follow([...texts]);
    await turn.first();
  } catch (error) {
    await close();
    throw error;
  }
  return { address: server.address, broken: turn.broken, close };
}

/** Absolute paths of the notes and of hints, there or not. */
function textsOf(notes: string, hints: string | null | undefined, cwd: string): ReadonlySet<string> {
  const beside = notes.replace(/\.[^./\\]*$/, '');
  const found = typeof hints === 'string' ? [hints] : [`${beside}.hints.yaml`, `${beside}.hints.yml`];
  return new Set([notes, ...found].map((path) => resolve(cwd, path)));
}

/** After a failure the files that were followed before are followed on. */
function followed(files: FileWatch, { inputs }: Rebuilt): { readonly failure?: EnvironmentError } {
  try {
    if (inputs.length > 0) files.follow(inputs);
    return {};
  } catch (failure) {
    if (failure instanceof EnvironmentError) return { failure };
    throw failure;
  }
}

async function rebuildOrFail(
  output: Output,
  options: BuildOptions,
  cache: BuildCache,
): Promise<Rebuilt & { readonly failure?: EnvironmentError }> {
  try {
    return await rebuild(output, options, cache);
  } catch (failure) {
    if (!(failure instanceof EnvironmentError)) throw failure;
    const nothing = { html: undefined, slides: 0, diagnostics: [], sources: new Map(), inputs: [] };
    return { ...nothing, milliseconds: 0, failure };
  }
}

/** Some editors empty a file before they write it: such a moment is no deck, and no error. */
async function untilWritten(notes: string, cwd: string, number: number): Promise<void> {
  const isEmpty = (): boolean => (readSource(notes, cwd).value?.text ?? '').trim() === '';
  for (let tries = 0; number > 1 && tries < 10 && isEmpty(); tries += 1) await wait(20);
}

/** One build at a time; what changes meanwhile leads to one more. */
interface Turns {
  ask(): void;
  readonly broken: Promise<never>;
  first(): Promise<void>;
  end(): Promise<void>;
}

/** ms for an editor to end its saving: it makes several events of one. */
const settle = 8;

function takeTurns(work: (number: number) => Promise<void>): Turns {
  let number = 0;
  let isAsked = false;
  let isOver = false;
  let running = Promise.resolve();
  let isRunning = false;
  let giveUp: (reason: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  broken.catch(() => undefined);
  const run = async (): Promise<void> => {
    while (isAsked && !isOver) {
      if (number > 0) await wait(settle);
      isAsked = false;
      number += 1;
      await work(number);
    }
    isRunning = false;
  };
  const ask = (): void => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    running = run();
    running.catch(giveUp);
  };
  return {
    ask,
    broken,
    async first() {
      ask();
      await running;
    },
    async end() {
      isOver = true;
      await running.catch(() => undefined);
    },
  };
}
