import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from '../diagnostics/index.ts';

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
