import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** What files hold, by their path from `folder`; `null` for one that is not there. */
export function hashInputs(paths: readonly string[], folder: string): Record<string, string | null> {
  return Object.fromEntries(paths.map((path) => [relative(folder, path), hashFile(path)]));
}

/** Whether every file still holds what it held, and what was not there is not there. */
export function areSame(inputs: Readonly<Record<string, string | null>>, folder: string): boolean {
  return Object.entries(inputs).every(([path, hash]) => hashFile(resolve(folder, path)) === hash);
}

function hashFile(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32);
  } catch {
    // Not there, a folder, or not ours to read: each makes the same deck.
    return null;
  }
}
