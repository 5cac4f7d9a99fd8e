import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cannotWrite } from './write-output.ts';

/**
 * Removes what an earlier, longer run left: the files `path(number)` from `number` on, up to the
 * first that is not there or is to be kept. From the end backwards, so that a run that is cut off
 * leaves no gap.
 */
export async function removeStale(
  path: (number: number) => string,
  number: number,
  kept: ReadonlySet<string>,
): Promise<void> {
  let end = number;
  while (isFile(path(end)) && !kept.has(path(end))) end += 1;
  for (let stale = end - 1; stale >= number; stale -= 1) {
    await rm(path(stale)).catch((error: unknown) => {
      throw cannotWrite(path(stale), error);
    });
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
