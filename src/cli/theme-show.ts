import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { EnvironmentError } from '../diagnostics/index.ts';
import { hasErrors, showTheme } from '../pipeline/index.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { shownPath } from './shown-path.ts';
import type { ThemeRequestLine } from './theme-line.ts';

/** `lectern theme show NAME`: a page with a picture of every layout. */
export async function themeShow({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  if (name === undefined)
    throw new UsageError('theme show needs a theme', 'write lectern theme show midnight');
  const shown = await showTheme(name, { cwd: io.cwd, browserPath: flags.values.get('browser-path') });
  printDiagnostics(shown.diagnostics, new Map(), io);
  if (hasErrors(shown.diagnostics)) return exitCodes.input;
  const path = resolve(io.cwd, flags.values.get('out') ?? `${basename(name, '.css')}.gallery.html`);
  try {
    writeFileSync(path, shown.page);
  } catch (error) {
    throw new EnvironmentError(
      'files/not-written',
      `cannot write ${path}: ${(error as Error).message}`,
      'choose another place: -o FILE',
      {
        cause: error,
      },
    );
  }
  io.stdout.write(
    `wrote ${shownPath(path, io.cwd)}: ${shown.layouts.length} layouts; open it in a browser\n`,
  );
  return exitCodes.fine;
}
