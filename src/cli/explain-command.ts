import { compileFile, findNotes, hasErrors, reportSlides, type SlideReport } from '../pipeline/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Flags } from './arguments.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { explainAlternatives } from './explain-alternatives.ts';
import { explainSlide } from './explain-slide.ts';
import type { Io } from './io.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { tokenFlags } from './token-flags.ts';
import { count } from './wording.ts';

/** `lectern explain`: what was decided for each slide and why; builds nothing. */
export async function explainCommand(
  { paths, flags }: { readonly paths: readonly string[]; readonly flags: Flags },
  io: Io,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError('explain needs notes', 'write lectern explain talk.md');
  const { values, switches } = flags;
  const asked = values.get('alternatives');
  const found = await findNotes(paths, io.cwd);
  printDiagnostics(found.diagnostics, new Map(), io);
  if (asked !== undefined && found.value.length > 1)
    throw new UsageError(
      '--alternatives takes one notes file',
      `write lectern explain talk.md --alternatives ${asked}`,
    );
  let failed = hasErrors(found.diagnostics);
  const options = {
    cwd: io.cwd,
    hints: values.get('hints'),
    theme: values.get('theme'),
    tokens: tokenFlags(values.get('token')),
  };
  const all: object[] = [];
  for (const path of found.value) {
    const file = await compileFile(path, options);
    printDiagnostics(file.diagnostics, file.sources, io);
    failed ||= hasErrors(file.diagnostics);
    const slides = file.value ? reportSlides(file.value.plan, file.value.notes) : [];
    if (asked !== undefined) return explainAlternatives(file, slides, { flags, options }, io);
    const diagnostics = file.diagnostics.map((one) => diagnosticJson(one, file.sources));
    if (switches.has('json')) all.push({ path, slides, diagnostics });
    else if (slides.length > 0) io.stdout.write(explanation(path, slides));
  }
  if (switches.has('json')) io.stdout.write(`${JSON.stringify({ notes: all }, null, 2)}\n`);
  return failed ? exitCodes.input : exitCodes.fine;
}

function explanation(path: string, slides: readonly SlideReport[]): string {
  return `${path}: ${count(slides.length, 'slide')}\n\n${slides.map(explainSlide).join('\n')}`;
}
