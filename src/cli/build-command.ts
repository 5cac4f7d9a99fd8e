import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EnvironmentError, nearest, UsageError } from '../diagnostics/index.ts';
import { terminalJson } from '../escape.ts';
import {
  type BuildOptions,
  type BuildResult,
  build,
  buildSite,
  type Format,
  formats,
  hasErrors,
} from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { compileFlags, handoutFlags } from './build-flags.ts';
import { buildJson, buildSummary, lostText } from './build-summary.ts';
import { commands } from './commands.ts';
import { type ExitCode, exitCodes, type Io, isFolder } from './io.ts';
import { failureText, printDiagnostics } from './print-diagnostics.ts';
import { silent, startProgress } from './progress.ts';

/** `lectern build`: progress and problems on stderr, what was made on stdout. */
export async function buildCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('build needs notes', 'write lectern build talk.md');
  checkCommand(paths, io);
  const { values, switches } = flags;
  if (switches.has('watch')) return (await import('./watch-command.ts')).watchCommand({ paths, flags }, io);
  const progress = switches.has('quiet') ? silent : startProgress(io);
  const options: BuildOptions = {
    ...compileFlags(flags, io),
    formats: parseFormats(values.get('to')),
    outDir: values.get('out'),
    handout: handoutFlags(flags),
    ink: switches.has('ink-saver') ? 'saved' : 'theme',
    presenterNotes: switches.has('no-notes') ? 'leave-out' : 'keep',
    pdfNotes: switches.has('pdf-notes') ? 'annotations' : 'none',
    browserPath: values.get('browser-path'),
    onEvent: progress.show,
  };
  const result = await buildEach(paths, options, flags).finally(progress.clear);
  printDiagnostics(result.diagnostics, result.sources, io);
  io.stderr.write(lostText(result.notes));
  for (const failure of distinct(result.failures)) io.stderr.write(failureText(failure));
  if (switches.has('json')) io.stdout.write(`${terminalJson(buildJson(result))}\n`);
  else if (!switches.has('quiet')) io.stdout.write(buildSummary(result, io.cwd));
  return exitCodeOf(result, switches.has('strict') ? 'warning' : 'error', io);
}

/** One folder, with a place of its own for what is made, is a library. */
async function buildEach(
  paths: readonly string[],
  options: BuildOptions,
  { switches }: Flags,
): Promise<BuildResult> {
  const [folder = '', ...others] = paths;
  const { outDir, cwd = '.' } = options;
  if (outDir !== undefined && isFolder(resolve(cwd, folder)) && others.length === 0) {
    return buildSite(folder, { ...options, outDir, leftovers: switches.has('prune') ? 'remove' : 'keep' });
  }
  if (!switches.has('prune')) return build(paths, options);
  throw new UsageError('--prune is for a library', 'name one folder, and another for the site: -o DIR');
}

/** A misspelt command would be taken for notes: nothing but a word, near a command, and no such file. */
function checkCommand([word = '', ...rest]: readonly string[], io: Io): void {
  if (!/^[a-z]+$/.test(word) || existsSync(resolve(io.cwd, word))) return;
  const option = rest.length > 0 ? optionCommands.get(word) : undefined;
  const near = option ? undefined : nearest(word, Object.keys(commands));
  const remedy = option ? `write lectern ${rest.join(' ')} ${option}` : `did you mean lectern ${near}?`;
  if (option ?? near) throw new UsageError(`there is no command or file "${word}"`, remedy);
}

/** Words that are commands elsewhere, and options here. */
const optionCommands: ReadonlyMap<string, string> = new Map([
  ...['watch', 'serve', 'preview'].map((word) => [word, '--watch'] as const),
  ...formats.map((format) => [format, `--to ${format}`] as const),
]);

function parseFormats(text: string | undefined): readonly Format[] | undefined {
  return text?.split(',').map((word) => {
    const format = formats.find((name) => name === word.trim().toLowerCase());
    if (format) return format;
    const near = nearest(word, formats);
    const remedy = near ? `did you mean ${near}?` : `there are ${formats.join(', ')}`;
    throw new UsageError(`there is no format "${word}"`, remedy);
  });
}

/** Ten decks that fail for the same reason say it once. */
function distinct(failures: readonly EnvironmentError[]): readonly EnvironmentError[] {
  return [...new Map(failures.map((failure) => [failure.message, failure])).values()];
}

function exitCodeOf(result: BuildResult, worst: 'warning' | 'error', io: Io): ExitCode {
  if (result.notes.some(({ lost }) => lost.length > 0)) return exitCodes.bug;
  if (result.failures.length > 0) return exitCodes.environment;
  if (hasErrors(result.diagnostics)) return exitCodes.input;
  if (worst === 'error' || result.diagnostics.length === 0) return exitCodes.fine;
  io.stderr.write('lectern: warnings count as errors because of --strict\n');
  return exitCodes.input;
}
