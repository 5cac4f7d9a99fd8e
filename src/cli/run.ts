import { EnvironmentError, UsageError } from '../diagnostics/index.ts';
import { terminalLines, terminalText } from '../escape.ts';
import { type CommandRequest, parseArguments } from './arguments.ts';
import { helpText, lecternVersion } from './help.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { failureText } from './print-diagnostics.ts';

/** Runs one command line, without the program's name. Never rejects. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(parseArguments(argv), io);
  } catch (error) {
    return report(error, argv, io);
  }
}

/** Commands are loaded when they are called: `--version` and `--help` load none. */
async function dispatch(request: CommandRequest, io: Io): Promise<ExitCode> {
  switch (request.kind) {
    case 'version':
      io.stdout.write(`${lecternVersion()}\n`);
      return exitCodes.fine;
    case 'help':
      io.stdout.write(helpText(request.topic));
      return exitCodes.fine;
    case 'build':
      return (await import('./build-command.ts')).buildCommand(request, io);
    case 'check':
      return (await import('./check-command.ts')).checkCommand(request, io);
    case 'init':
      return (await import('./init-command.ts')).initCommand(request, io);
    case 'explain':
      return (await import('./explain-command.ts')).explainCommand(request, io);
    case 'theme':
      return (await import('./theme-command.ts')).themeCommand(request, io);
    case 'doctor':
      return (await import('./doctor-command.ts')).doctorCommand(request, io);
  }
}

function report(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (error instanceof UsageError || error instanceof EnvironmentError) {
    io.stderr.write(failureText(error));
    return error instanceof UsageError ? exitCodes.input : exitCodes.environment;
  }
  if (openFiles.has((error as NodeJS.ErrnoException | undefined)?.code ?? '')) {
    io.stderr.write(
      `lectern: too many files are open\n  build fewer notes at once, or allow more: ulimit -n 256\n`,
    );
    return exitCodes.environment;
  }
  io.stderr.write(bugText(error, argv));
  return exitCodes.bug;
}

/** It may be met wherever a file is opened, those of Lectern itself included. */
const openFiles: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

function bugText(error: unknown, argv: readonly string[]): string {
  const stack = terminalLines((error instanceof Error && error.stack) || String(error));
  const where = `lectern ${lecternVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`;
  return `${stack}\n\nThis is a fault in Lectern, not in your notes. Please report it with the lines above and:\n  lectern ${terminalText(argv.join(' '))}\n  ${where}\n`;
}
