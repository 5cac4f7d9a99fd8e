import { writeFileSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';
import { UsageError } from '../diagnostics/index.ts';
import { terminalText } from '../escape.ts';
import { draftHints, hasErrors } from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { type ExitCode, exitCodes, fileText, type Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { writing } from './write-file.ts';

/** `lectern init`: a hints file to edit, beside the notes. A file that exists stays as it is. */
export async function initCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  const [notes, ...more] = paths;
  if (notes === undefined || more.length > 0) {
    throw new UsageError('init takes one notes file', 'write lectern init talk.md');
  }
  const target = flags.values.get('out') ?? hintsName(notes);
  const folder = target === '-' ? undefined : dirname(target);
  const draft = await draftHints(notes, { cwd: io.cwd, folder });
  printDiagnostics(draft.diagnostics, draft.sources, io);
  if (draft.value === undefined || hasErrors(draft.diagnostics)) return exitCodes.input;
  if (target === '-') io.stdout.write(fileText(draft.value, io.stdout));
  else writeNew(target, draft.value, notes, io);
  return exitCodes.fine;
}

function hintsName(notes: string): string {
  const { ext } = parse(notes);
  return `${ext ? notes.slice(0, -ext.length) : notes}.hints.yaml`;
}

/** `wx` makes the check and the writing one step. */
function writeNew(target: string, text: string, notes: string, io: Io): void {
  const path = resolve(io.cwd, target);
  writing(target, () => writeFileSync(path, text, { flag: 'wx' }), exists(target, notes));
  io.stdout.write(`wrote ${terminalText(target)}\nedit it, then: lectern ${terminalText(notes)}\n`);
}

function exists(target: string, notes: string): UsageError {
  const remedy = `edit it, move it away, or write another one:\nlectern init ${notes} -o FILE\nlectern init ${notes} -o - prints it`;
  return new UsageError(`${target} exists already and stays as it is`, remedy);
}
