import { statSync } from 'node:fs';
import { type BuildCache, createCache } from '../../cache/index.ts';

/** What earlier builds found out, which holds while theme, fonts and pictures are as they were. */
export interface Known {
  readonly cache: BuildCache;
  readonly surroundings: string;
  readonly inputs: readonly string[];
}

export function unknown(): Known {
  return { cache: createCache(), surroundings: stampsOf([]), inputs: [] };
}

/** Nothing is known any more once a file that is neither notes nor hints has changed. */
export function stillTrue(known: Known): Known {
  return stampsOf(known.inputs) === known.surroundings ? known : unknown();
}

/** `since` is when the build began: what changed after it may have been read before it did. */
export function learnt(cache: BuildCache, inputs: readonly string[], since: number): Known {
  const isCertain = inputs.every((path) => (stampOf(path)[0] ?? 0) < since - clockSlack);
  return { cache, inputs, surroundings: isCertain ? stampsOf(inputs) : '' };
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
