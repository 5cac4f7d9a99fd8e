import { nearest, UsageError } from '../diagnostics/index.ts';
import type { CompileFileOptions, HandoutHints } from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import type { Io } from './io.ts';

const papers = ['A4', 'Letter', 'A5'] as const;
const orientations = ['portrait', 'landscape', 'auto'] as const;
const perPages = ['1', '2', '3', '4', '6', '9'] as const;
const detailsPlaces = ['slide', 'notes'] as const;
const kinds = ['presenter', 'full', 'lines', 'none'] as const;

/** Options of every command that reads notes. Throws `UsageError` for a value that is none of its own. */
export function compileFlags(flags: Flags, { cwd }: Io): CompileFileOptions {
  const { values, switches } = flags;
  return {
    cwd,
    hints: values.get('hints'),
    theme: values.get('theme'),
    tokens: tokenFlags(values.get('token')),
    details: choice('details', detailsPlaces, values),
    remotePictures: switches.has('allow-remote') ? 'fetch' : 'block',
  };
}

/** Options of the handout. Throws `UsageError` for a value that is none of its own. */
export function handoutFlags({ values }: Flags): HandoutHints {
  const paper = choice('paper', papers, values);
  const orientation = choice('orientation', orientations, values);
  const perPage = choice('handout-per-page', perPages, values);
  const notes = choice('handout-notes', kinds, values);
  return {
    ...(paper && { paper }),
    ...(orientation && { orientation }),
    ...(perPage && { perPage: Number(perPage) as NonNullable<HandoutHints['perPage']> }),
    ...(notes && { notes }),
  };
}

function choice<T extends string>(
  option: string,
  choices: readonly T[],
  values: Flags['values'],
): T | undefined {
  const word = values.get(option)?.trim();
  if (word === undefined) return undefined;
  const found = choices.find((name) => name.toLowerCase() === word.toLowerCase());
  if (found) return found;
  const near = /^\d+$/.test(word) ? undefined : nearest(word, choices);
  const remedy = near ? `did you mean ${near}?` : `there are ${choices.join(', ')}`;
  throw new UsageError(`--${option} cannot be "${word}"`, remedy);
}

/** `--token accent=#b4540a`, one a line, as names and values. */
function tokenFlags(text: string | undefined): Readonly<Record<string, string>> | undefined {
  if (text === undefined) return undefined;
  return Object.fromEntries(text.split('\n').map(nameAndValue));
}

function nameAndValue(line: string): readonly [string, string] {
  const at = line.indexOf('=');
  const [name, value] = [line.slice(0, Math.max(at, 0)).trim(), line.slice(at + 1).trim()];
  if (at > 0 && name !== '' && value !== '') return [name, value];
  throw new UsageError(`--token ${line} has no name and value`, 'write --token accent=#b4540a');
}
