import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { EnvironmentError } from '../diagnostics/index.ts';
import { hasErrors, newTheme } from '../pipeline/index.ts';
import { UsageError } from '../usage-error.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { ThemeRequestLine } from './theme-line.ts';

/** `lectern theme new NAME`: a commented theme file to edit. One that exists stays as it is. */
export async function themeNew({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  const called = themeName(name);
  const { values } = flags;
  const made = await newTheme({
    name: called,
    from: values.get('from') ?? 'recap',
    accent: values.get('accent'),
  });
  printDiagnostics(made.diagnostics, new Map(), io);
  if (hasErrors(made.diagnostics)) return exitCodes.input;
  const target = values.get('out') ?? `${called}.css`;
  if (target === '-') io.stdout.write(made.value);
  else {
    writeNew(target, made.value, io);
    const path = /^[./\\]/.test(target) ? target : `./${target}`;
    io.stdout.write(
      `wrote ${target}\nuse it: lectern talk.md --theme ${path}\nor in the hints: deck: { theme: ${path} }\n`,
    );
  }
  return exitCodes.fine;
}

function themeName(name: string | undefined): string {
  const called = basename(name ?? '', '.css');
  if (/^[a-z][\w-]*$/i.test(called)) return called;
  const fault = name === undefined ? 'theme new needs a name' : `"${name}" cannot be the name of a theme`;
  throw new UsageError(fault, 'write letters, digits and dashes: lectern theme new acme --accent "#7a1fa2"');
}

/** `wx` makes the check and the writing one step. */
function writeNew(target: string, text: string, io: Io): void {
  try {
    writeFileSync(resolve(io.cwd, target), text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new UsageError(
        `${target} exists already and stays as it is`,
        'write another one: -o FILE; -o - prints it',
      );
    }
    throw new EnvironmentError(
      'files/not-written',
      `cannot write ${target}: ${message}`,
      'choose another place: -o FILE',
      {
        cause: error,
      },
    );
  }
}
