#!/usr/bin/env node
/**
 * The `lectern` program: the only file that touches the process. Everything else is in `run`. It listens to no
 * signal: the system ends it at once, in the midst of a long calculation too. What has something to
 * take away first listens while it is there (`render/interrupt.ts`).
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createLoader } from '../code-cache.ts';
import { exitCodes, nodeProblem } from './io.ts';
import type * as program from './run.ts';

async function start(): Promise<void> {
  const problem = nodeProblem(process.version);
  if (problem) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = exitCodes.environment;
    return;
  }
  process.stdout.on('error', (error) => notPrinted('standard output', error));
  process.stderr.on('error', (error) => notPrinted('standard error', error));
  const code = await loadProgram().run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
  });
  process.exitCode = hasFailed ? exitCodes.environment : code;
}

function loadProgram(): typeof program {
  const bundle = join(dirname(fileURLToPath(import.meta.url)), '..');
  optimizeLate();
  // What a long run calls only once, at its start, is there to be kept at its end.
  setFlagsFromString('--no-flush-bytecode');
  const { load, keep } = createLoader(bundle);
  process.once('exit', keep);
  return load(join(bundle, 'program/run.cjs')) as typeof program;
}

/**
 * The V8 of Node 20 optimizes what has run for some milliseconds. Most of a build runs once: it takes
 * a third less processor time when only what runs long is optimized, and a deck of 1,000 slides
 * gains too. Later versions have no such flag.
 */
function optimizeLate(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
}

/** Said once, though every line fails. */
let hasFailed = false;

/**
 * `lectern … | head` closes the pipe early; that is no error. A disk that is full, or a terminal that went away, is:
 * what was to be printed is lost.
 */
function notPrinted(stream: string, { code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE' || hasFailed) return;
  hasFailed = true;
  process.exitCode = exitCodes.environment;
  process.stderr.write(`lectern: ${stream} cannot be written: ${message}\n  print it elsewhere\n`);
}

void start();
