#!/usr/bin/env node
/** The `lectern` program: the only file that touches the process. Everything else is in `run`. */
import module from 'node:module';
import { exitCodes } from './exit-codes.ts';

enableCompileCache();
const { run } = await import('./run.ts');
// Leaving through `exit` lets `render` take away what is half written.
process.once('SIGINT', () => process.exit(exitCodes.interrupted));
process.once('SIGTERM', () => process.exit(exitCodes.terminated));
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
});

/** Node 22.1 and newer keep compiled code, which halves the time that loading takes. */
function enableCompileCache(): void {
  (module as { enableCompileCache?: () => unknown }).enableCompileCache?.();
}

/** `lectern … | head` closes the pipe early; that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
