import { type CheckResult, check, findingText, hasErrors } from '../pipeline/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Flags } from './arguments.ts';
import { checkJson } from './check-json.ts';
import { checkSummary } from './check-summary.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { tokenFlags } from './token-flags.ts';

/** `lectern check`: what is wrong with the outputs, a line a finding; a line a file that sums up. */
export async function checkCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('check needs notes', 'write lectern check talk.md');
  const { values, switches } = flags;
  const result = await check(paths, {
    cwd: io.cwd,
    outDir: values.get('out'),
    hints: values.get('hints'),
    theme: values.get('theme'),
    tokens: tokenFlags(values.get('token')),
    browserPath: values.get('browser-path'),
    remotePictures: switches.has('allow-remote') ? 'fetch' : 'block',
  });
  const diagnostics = [...result.unplaced, ...result.notes.flatMap((one) => one.diagnostics)];
  printDiagnostics(diagnostics, result.sources, io);
  if (switches.has('json')) io.stdout.write(`${JSON.stringify(checkJson(result), null, 2)}\n`);
  else io.stdout.write(report(result));
  const isFine = !hasErrors(diagnostics) && findingsOf(result).length === 0;
  return isFine ? exitCodes.fine : exitCodes.input;
}

function report(result: CheckResult): string {
  const lines = findingsOf(result).map((finding) => `${findingText(finding, result.sources)}\n`);
  return [...lines, checkSummary(result)].join('');
}

function findingsOf({ notes }: CheckResult) {
  return notes.flatMap(({ report }) => report?.findings ?? []);
}
