import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { nearest, UsageError } from '../diagnostics/index.ts';
import { terminalJson, terminalText } from '../escape.ts';
import {
  checkTheme,
  describeThemes,
  hasErrors,
  newTheme,
  showTheme,
  type ThemeReport,
} from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { type ExitCode, exitCodes, fileText, type Io } from './io.ts';
import { diagnosticJson, printDiagnostics } from './print-diagnostics.ts';
import { alignColumns, count, shownPath } from './wording.ts';
import { writing } from './write-file.ts';

const actions: ReadonlyMap<string, (line: ThemeRequestLine, io: Io) => Promise<ExitCode>> = new Map(
  Object.entries({
    list: themeList,
    show: themeShow,
    new: themeNew,
    check: themeCheck,
  }),
);

/** `lectern theme list | show | new | check`. */
export async function themeCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  const [action = 'list', name, ...more] = paths;
  const run = actions.get(action);
  if (!run) throw unknownAction(action);
  if (more.length > 0)
    throw new UsageError(`theme ${action} takes one theme`, `write lectern theme ${action} ${name}`);
  return run({ name, flags }, io);
}

function unknownAction(action: string): UsageError {
  const near = nearest(action, [...actions.keys()]);
  const all = [...actions.keys()].join(', ');
  return new UsageError(
    `there is no command "theme ${action}"`,
    near ? `did you mean lectern theme ${near}?` : `there are ${all}`,
  );
}

/** `lectern theme list`: the built-in themes, a line each. */
async function themeList({ flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  const themes = await describeThemes();
  if (flags.switches.has('json')) io.stdout.write(`${terminalJson({ themes })}\n`);
  else {
    io.stdout.write(alignColumns(themes.map(({ name, scheme, about }) => [name, scheme, about])));
    io.stdout.write('\nlectern theme show NAME draws every layout in it\n');
  }
  return exitCodes.fine;
}

/** `lectern theme show NAME`: a page with a picture of every layout. */
async function themeShow({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  if (name === undefined)
    throw new UsageError('theme show needs a theme', 'write lectern theme show midnight');
  const shown = await showTheme(name, { cwd: io.cwd, browserPath: flags.values.get('browser-path') });
  printDiagnostics(shown.diagnostics, new Map(), io);
  if (hasErrors(shown.diagnostics)) return exitCodes.input;
  const path = resolve(io.cwd, flags.values.get('out') ?? `${basename(name, '.css')}.gallery.html`);
  writing(path, () => writeFileSync(path, shown.page));
  io.stdout.write(
    `wrote ${shownPath(path, io.cwd)}: ${shown.layouts.length} layouts; open it in a browser\n`,
  );
  return exitCodes.fine;
}

/** `lectern theme new NAME`: a commented theme file to edit. One that exists stays as it is. */
async function themeNew({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
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
  if (target === '-') io.stdout.write(fileText(made.value, io.stdout));
  else {
    writeNew(target, made.value, io);
    const path = terminalText(/^[./\\]/.test(target) ? target : `./${target}`);
    io.stdout.write(
      `wrote ${terminalText(target)}\nuse it: lectern talk.md --theme ${path}\nor in the hints: deck: { theme: ${path} }\n`,
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
  const path = resolve(io.cwd, target);
  const remedy = 'write another one: -o FILE; -o - prints it';
  const exists = new UsageError(`${target} exists already and stays as it is`, remedy);
  writing(target, () => writeFileSync(path, text, { flag: 'wx' }), exists);
}

/** `lectern theme check FILE`: every layout drawn, nothing cut off, every text readable; errors fail. */
async function themeCheck({ name, flags }: ThemeRequestLine, io: Io): Promise<ExitCode> {
  if (name === undefined)
    throw new UsageError('theme check needs a theme', 'write lectern theme check acme.css');
  const report = await checkTheme(name, { cwd: io.cwd, browserPath: flags.values.get('browser-path') });
  const { diagnostics, layouts, sources } = report;
  printDiagnostics(diagnostics, sources, io);
  if (flags.switches.has('json')) {
    const all = diagnostics.map((one) => diagnosticJson(one, sources));
    io.stdout.write(`${terminalJson({ theme: report.name, layouts, diagnostics: all })}\n`);
  } else {
    io.stdout.write(`${terminalText(verdict(name, report))}\n`);
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

/** What a command of themes is called with: the words after its own, and the options. */
interface ThemeRequestLine {
  readonly name: string | undefined;
  readonly flags: Flags;
}
