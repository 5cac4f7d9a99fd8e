import { describeThemes } from '../pipeline/index.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { ThemeRequestLine } from './theme-line.ts';
import { columns } from './wording.ts';

/** `lectern theme list`: the built-in themes, a line each. */
export async function themeList({ flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  const themes = await describeThemes();
  if (flags.switches.has('json')) io.stdout.write(`${JSON.stringify({ themes }, null, 2)}\n`);
  else {
    io.stdout.write(columns(themes.map(({ name, scheme, about }) => [name, scheme, about])));
    io.stdout.write('\nlectern theme show NAME draws every layout in it\n');
  }
  return exitCodes.fine;
}
