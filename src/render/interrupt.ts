// Ctrl-C while something half made lies on the disk: it goes before the process does.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../diagnostics/index.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Removes `path` when `work` has ended, well or not, and also when a signal or `process.exit` ends it. */
export async function whileInterruptible<T>(path: string, work: () => Promise<T>): Promise<T> {
  const release = onInterrupt(() => removeNow(path));
  try {
    return await work();
  } finally {
    release();
    removeNow(path);
  }
}

const cleanUps = new Set<() => void>();

/**
 * Runs `cleanUp` if the process is told to end before `release` is called. The process then ends
 * as it would have, with 128 plus the signal's number. However many wait, the process has one listener a signal.
 */
export function onInterrupt(cleanUp: () => void): () => void {
  const own = (): void => cleanUp();
  if (cleanUps.size === 0) listen();
  cleanUps.add(own);
  return () => {
    if (cleanUps.delete(own) && cleanUps.size === 0) stopListening();
  };
}

function listen(): void {
  process.on('exit', cleanUpAll);
  for (const signal of signals) process.on(signal, exit);
}

function stopListening(): void {
  process.off('exit', cleanUpAll);
  for (const signal of signals) process.off(signal, exit);
}

function cleanUpAll(): void {
  for (const cleanUp of cleanUps) cleanUp();
}

function exit(_signal: NodeJS.Signals, number: number): void {
  process.exit(128 + number);
}

/** Chromium may still be writing to its profile for a moment after it was killed. */
function removeNow(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** A new folder for what only this run needs. Throws an `EnvironmentError` where none can be made. */
export function temporaryFolder(purpose: string): string {
  try {
    return mkdtempSync(join(tmpdir(), `lectern-${purpose}-`));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new EnvironmentError(
      'files/not-written',
      `No temporary folder can be made in ${tmpdir()}: ${(cause as Error).message}`,
      'Set TMPDIR to a folder that you can write.',
      { cause },
    );
  }
}
