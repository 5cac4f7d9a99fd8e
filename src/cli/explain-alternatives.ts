import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { EnvironmentError } from '../diagnostics/index.ts';
import {
  type Alternatives,
  type CompiledFile,
  type CompileFileOptions,
  findAlternatives,
  hasErrors,
  type SlideReport,
  showAlternatives,
} from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { alternativesJson } from './explain-alternatives-json.ts';
import { pickSlide } from './explain-pick.ts';
import { slideName } from './explain-slide.ts';
import type { Io } from './io.ts';
import { shownPath } from './shown-path.ts';
import { count } from './wording.ts';

/** `lectern explain NOTES --alternatives SLIDE`: a page with the slide in its best layouts, and the hint for each. */
export async function explainAlternatives(
  file: CompiledFile,
  slides: readonly SlideReport[],
  { flags, options }: { readonly flags: Flags; readonly options: CompileFileOptions },
  io: Io,
): Promise<ExitCode> {
  const { values, switches } = flags;
  if (hasErrors(file.diagnostics) || slides.length === 0) {
    if (switches.has('json')) print(alternativesJson(file.path, undefined, undefined), io);
    return exitCodes.input;
  }
  const slide = pickSlide(values.get('alternatives') ?? '', slides);
  const all = await findAlternatives(file, slide.number, options);
  const { found, page } = await showAlternatives(all, { browserPath: values.get('browser-path') });
  const path = page && writePage(page, pagePath(file.path, slide.number, values.get('out'), io));
  if (switches.has('json')) print(alternativesJson(file.path, found, path), io);
  else io.stdout.write(`${slide.number}  ${slideName(slide)}\n${summary(found)}${written(path, io)}`);
  return exitCodes.fine;
}

function print(value: object, io: Io): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** The layouts in the order of the page, with what the hint has to say where it is one line. */
function summary({ now, others, none }: Alternatives): string {
  const line = (name: string, text: string): string => `     ${name.padEnd(12)} ${text}\n`;
  if (none !== undefined) return `${line(now.layout, now.reason)}${line('', `no other layout: ${none}`)}`;
  const rows = others.map(({ layout, score, reason, slides }) => {
    const figure = score === undefined ? reason : `${score.toFixed(2)}, ${reason}`;
    return line(layout, slides.length > 1 ? `${figure}; ${count(slides.length, 'slide')}` : figure);
  });
  return `${line(now.layout, `now: ${now.reason}`)}${rows.join('')}`;
}

function written(path: string | undefined, io: Io): string {
  if (path === undefined) return '';
  return `wrote ${shownPath(path, io.cwd)}: open it in a browser\n`;
}

function writePage(page: string, path: string): string {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, page);
  } catch (error) {
    throw new EnvironmentError(
      'files/not-written',
      `cannot write ${path}: ${(error as Error).message}`,
      'choose another place: -o FILE',
      {
        cause: error,
      },
    );
  }
  return path;
}

/** Beside the notes, in the folder that is asked for, or as the file that is. */
function pagePath(notes: string, slide: number, out: string | undefined, { cwd }: Io): string {
  const { dir, name } = parse(notes);
  const file = `${name}.slide-${slide}.alternatives.html`;
  if (out === undefined) return resolve(cwd, dir, file);
  const path = resolve(cwd, out);
  const isFolder = /[\\/]$/.test(out) || statSync(path, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? join(path, basename(file)) : path;
}
