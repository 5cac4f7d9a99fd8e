import { resolve } from 'node:path';
import { formatDiagnostic, UsageError } from '../diagnostics/index.ts';
import { hasErrors, type WatchedBuild, watchNotes } from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { compileFlags } from './build-flags.ts';
import { type ExitCode, type Io, isFolder } from './io.ts';
import { failureText, printDiagnostics } from './print-diagnostics.ts';
import { count, shownPath, timeText } from './wording.ts';

/** `lectern build --watch`: goes on until Ctrl-C, which ends the process. */
export async function watchCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  const { values, switches } = flags;
  checkCall(paths, flags, io);
  const { address, broken } = await watchNotes(paths[0] ?? '', {
    ...compileFlags(flags, io),
    outDir: values.get('out'),
    presenterNotes: switches.has('no-notes') ? 'leave-out' : 'keep',
    onBuilt: (built) => report(built, io),
    problemText: ({ diagnostics, sources }) =>
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map((one) => formatDiagnostic(one, sources, 'plain'))
        .join('\n\n'),
  });
  io.stdout.write(`${address}\nshows the slides and follows the notes; Ctrl-C ends it\n`);
  return broken;
}

function checkCall(paths: readonly string[], { values, switches }: Flags, { cwd }: Io): void {
  const [path = '', ...others] = paths;
  if (isFolder(resolve(cwd, path)) || others.length > 0) {
    throw new UsageError('--watch follows one notes file', 'write lectern build talk.md --watch');
  }
  if ((values.get('to') ?? 'html') !== 'html') {
    throw new UsageError('--watch makes HTML', 'leave --to out, and build the other formats at the end');
  }
  if (switches.has('json'))
    throw new UsageError('--watch has no end that --json could tell of', 'leave one out');
}

/** Problems with their frames, and a line for each build. */
function report({ diagnostics, sources, failure, ...built }: WatchedBuild, io: Io): void {
  printDiagnostics(diagnostics, sources, io);
  if (failure) io.stderr.write(failureText(failure));
  if (failure || hasErrors(diagnostics))
    return void io.stdout.write('nothing written; the slides stay as they were\n');
  const what = `${shownPath(built.path, io.cwd)}   ${count(built.slides, 'slide')}`;
  io.stdout.write(`${what}   ${timeText(built.milliseconds)}\n`);
}
