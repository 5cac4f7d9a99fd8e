import { UsageError } from '../diagnostics/index.ts';
import { terminalJson, terminalText } from '../escape.ts';
import { compileFile, findNotes, hasErrors, reportSlides, type SlideReport } from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { compileFlags } from './build-flags.ts';
import { explainAlternatives, slideName } from './explain-alternatives.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { diagnosticJson, printDiagnostics } from './print-diagnostics.ts';
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
  const options = compileFlags(flags, io);
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
  if (switches.has('json')) io.stdout.write(`${terminalJson({ notes: all })}\n`);
  return failed ? exitCodes.input : exitCodes.fine;
}

function explanation(path: string, slides: readonly SlideReport[]): string {
  return `${terminalText(path)}: ${count(slides.length, 'slide')}\n\n${slides.map(explainSlide).join('\n')}`;
}

/**
 * One slide in words:
 *
 *   3  Reward Modeling
 *      title       the bullet that heads it
 *      bullets     seven points of one line each
 *      else        prose 0.30, running text
 *      from        Fine-tuning, lines 12–19
 *      cut         too much for one slide: goes on with “Ghost attention”
 *      full        ████████░░ 82 %
 */
function explainSlide(slide: SlideReport): string {
  const { number, titleReason, layout, reason, alternatives, section, lines, fill, bodySize, cut } = slide;
  const rest = alternatives.map((one) => `${one.layout} ${one.score.toFixed(2)}, ${one.reason}`);
  const place = [section.join(' > '), lines && lineRange(lines)].filter(Boolean).join(', ');
  const rows: readonly (readonly [string, string])[] = [
    ['title', layout === 'title' ? '' : (titleReason ?? '')],
    [layout, reason],
    ...rest.map((text, index) => [index === 0 ? 'else' : '', text] as const),
    ['from', place],
    ['cut', cut ? `${cut.reason}: goes on with “${cut.next}”` : ''],
    ['full', `${bar(fill)} ${Math.round(fill * 100)} %${bodySize === 'sm' ? '' : `, ${bodySize} type`}`],
  ];
  const body = rows
    .filter(([, text]) => text)
    .map(([name, text]) => `     ${name.padEnd(12)} ${terminalText(text)}\n`);
  return `${String(number).padStart(3)}  ${slideName(slide)}\n${body.join('')}`;
}

function lineRange([first, last]: readonly [number, number]): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}

/** Ten cells; what is over the brim shows as a full bar. */
function bar(fill: number): string {
  const full = Math.min(10, Math.max(0, Math.round(fill * 10)));
  return '█'.repeat(full) + '░'.repeat(10 - full);
}
