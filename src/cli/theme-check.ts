import { checkTheme } from '../index.ts';
import { UsageError } from '../usage-error.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { ThemeRequestLine } from './theme-line.ts';
import { count } from './wording.ts';

/** `lectern theme check FILE`: every layout drawn, nothing cut off, every text readable. */
export async function themeCheck({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  if (name === undefined)
    throw new UsageError('theme check needs a theme', 'write lectern theme check acme.css');
  const report = await checkTheme(name, { cwd: io.cwd, browserPath: flags.values.get('browser-path') });
  const { diagnostics, layouts, sources } = report;
  printDiagnostics(diagnostics, sources, io);
  if (flags.switches.has('json')) {
    const all = diagnostics.map((one) => diagnosticJson(one, sources));
    io.stdout.write(`${JSON.stringify({ theme: report.name, layouts, diagnostics: all }, null, 2)}\n`);
  } else if (diagnostics.length === 0) {
    io.stdout.write(
      `${report.name}: ${count(layouts.length, 'layout')} at 16:9 and 4:3, nothing cut off, every text readable\n`,
    );
  }
  return diagnostics.length === 0 ? exitCodes.fine : exitCodes.input;
}
