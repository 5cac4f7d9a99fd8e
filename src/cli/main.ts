#!/usr/bin/env node
/**
 * The `lectern` program: the only file that touches the process. Everything else is in `run`. It listens to no
 * signal: the system ends it at once, in the midst of a long calculation too. What has something to
 * take away first listens while it is there (`render/interrupt.ts`).
 */
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

enableCompileCache();
optimizeLate();
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
void start();

/** Loaded only now, so that what was said above holds for it. */
async function start(): Promise<void> {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
  });
}

/** Node 22.1 and newer keep compiled code, which halves the time that loading takes. */
function enableCompileCache(): void {
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
}

/**
 * Node 20 keeps none, and its V8 optimizes what has run for some milliseconds. Most of a build runs
 * once: it takes a quarter less processor time when only what runs long is optimized, and a deck of
 * 1,000 slides gains too. Later versions have no such flag.
 */
function optimizeLate(): void {
  if (process.version.startsWith('v20.')) setFlagsFromString('--interrupt-budget=1000000');
}

/** `lectern … | head` closes the pipe early; that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
