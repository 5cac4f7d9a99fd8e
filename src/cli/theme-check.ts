import { checkTheme, hasErrors, type ThemeReport } from '../pipeline/index.ts';
import { UsageError } from '../usage-error.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { ThemeRequestLine } from './theme-line.ts';
import { count } from './wording.ts';

/** `lectern theme check FILE`: every layout drawn, nothing cut off, every text readable; errors fail. */
export async function themeCheck({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  if (name === undefined)
    throw new UsageError('theme check needs a theme', 'write lectern theme check acme.css');
  const report = await checkTheme(name, { cwd: io.cwd, browserPath: flags.values.get('browser-path') });
  const { diagnostics, layouts, sources } = report;
  printDiagnostics(diagnostics, sources, io);
  if (flags.switches.has('json')) {
    const all = diagnostics.map((one) => diagnosticJson(one, sources));
    io.stdout.write(`${JSON.stringify({ theme: report.name, layouts, diagnostics: all }, null, 2)}\n`);
  } else {
    io.stdout.write(`${verdict(name, report)}\n`);
  }
  return hasErrors(diagnostics) ? exitCodes.input : exitCodes.fine;
}

/** Whether the theme passed, and what was looked at. */
function verdict(asked: string, { name, layouts, diagnostics }: ThemeReport): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const found = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  const counts = found.filter(Boolean).join(', ');
  if (layouts.length === 0) return `${asked}: not passed: ${counts}, no layout was drawn`;
  const seen = `${count(layouts.length, 'layout')} at 16:9 and 4:3`;
  if (errors > 0) return `${name}: not passed: ${counts} in ${seen}`;
  return `${name}: passed: ${seen}, nothing cut off, every text readable${counts && `; ${counts}`}`;
}
