import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { readSource } from '../../input/index.ts';
import { type BuildMemory, createMemory } from '../../memory/index.ts';
import type { BuildOptions } from '../built.ts';
import { nameOutputs, type Output } from '../name-outputs.ts';
import { startLiveServer } from './live-server.ts';
import { type Rebuilt, rebuild } from './rebuild.ts';
import { watchFiles } from './watch-files.ts';

export interface WatchOptions extends Omit<BuildOptions, 'formats' | 'onEvent'> {
  /** Told of each build, the first included. */
  readonly onBuilt?: ((built: WatchedBuild) => void) | undefined;
  /** Problems as the page shows them; nothing when the notes have none that stop them. */
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
  const server = await startLiveServer(`${basename(output.base)}.html`);
  let known = unknown();
  const turn = takeTurns(async (number) => {
    await untilWritten(notes, cwd, number);
    known = stillTrue(known);
    const since = Date.now();
    const built = await rebuildOrFail(output, { ...options, cwd }, known.memory);
    const texts = /\.hints\.ya?ml$/;
    const others = built.inputs.filter((path) => path !== resolve(cwd, notes) && !texts.test(path));
    known = built.failure ? unknown() : learnt(known.memory, others, since);
    files.follow(built.inputs.length > 0 ? built.inputs : [resolve(cwd, notes)]);
    if (built.html !== undefined) server.show(built.html);
    else server.complain(built.failure?.message ?? options.problemText?.(built) ?? '');
    options.onBuilt?.({ ...built, number, path: `${output.base}.html` });
  });
  const files = watchFiles(turn.ask);
  await turn.first();
  return {
    address: server.address,
    async close() {
      files.close();
      await turn.end();
      await server.close();
    },
  };
}

/** What earlier builds found out, which holds while theme, fonts and pictures are as they were. */
interface Known {
  readonly memory: BuildMemory;
  readonly surroundings: string;
  readonly inputs: readonly string[];
}

function unknown(): Known {
  return { memory: createMemory(), surroundings: stampsOf([]), inputs: [] };
}

/** Nothing is known any more once a file that is neither notes nor hints has changed. */
function stillTrue(known: Known): Known {
  return stampsOf(known.inputs) === known.surroundings ? known : unknown();
}

/** `since` is when the build began: what changed after it may have been read before it did. */
function learnt(memory: BuildMemory, inputs: readonly string[], since: number): Known {
  const isCertain = inputs.every((path) => (stampOf(path)[0] ?? 0) < since - clockSlack);
  return { memory, inputs, surroundings: isCertain ? stampsOf(inputs) : '' };
}

/** ms; file systems keep coarser time than clocks do. */
const clockSlack = 20;

function stampsOf(paths: readonly string[]): string {
  return JSON.stringify(paths.map((path) => [path, stampOf(path)]));
}

function stampOf(path: string): readonly number[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? [stats.mtimeMs, stats.size, stats.ino] : [];
}

async function rebuildOrFail(
  output: Output,
  options: BuildOptions,
  memory: BuildMemory,
): Promise<Rebuilt & { readonly failure?: EnvironmentError }> {
  try {
    return await rebuild(output, options, memory);
  } catch (failure) {
    if (!(failure instanceof EnvironmentError)) throw failure;
    const nothing = { html: undefined, slides: 0, diagnostics: [], sources: new Map(), inputs: [] };
    return { ...nothing, milliseconds: 0, failure };
  }
}

/** One build at a time; what changes meanwhile leads to one more. */
interface Turns {
  ask(): void;
  first(): Promise<void>;
  end(): Promise<void>;
}

/** ms for an editor to end its saving: it makes several events of one. */
const settle = 8;

function takeTurns(work: (number: number) => Promise<void>): Turns {
  let number = 0;
  let isAsked = false;
  let isOver = false;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (isAsked && !isOver) {
      if (number > 0) await wait(settle);
      isAsked = false;
      number += 1;
      await work(number);
    }
    running = undefined;
  };
  const ask = (): void => {
    isAsked = true;
    running ??= run();
  };
  return {
    ask,
    async first() {
      ask();
      await running;
    },
    async end() {
      isOver = true;
      await running;
    },
  };
}

/** Some editors empty a file before they write it: such a moment is no deck, and no error. */
async function untilWritten(notes: string, cwd: string, number: number): Promise<void> {
  const isEmpty = (): boolean => (readSource(notes, cwd).value?.text ?? '').trim() === '';
  for (let tries = 0; number > 1 && tries < 10 && isEmpty(); tries += 1) await wait(20);
}
