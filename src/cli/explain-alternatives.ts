import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { nearest, UsageError } from '../diagnostics/index.ts';
import { terminalJson, terminalText } from '../escape.ts';
import {
  type Alternatives,
  type CompiledFile,
  type CompileFileOptions,
  findAlternatives,
  hasErrors,
  placeText,
  type SlideReport,
  showAlternatives,
  type Version,
} from '../pipeline/index.ts';
import type { Flags } from './arguments.ts';
import { type ExitCode, exitCodes, type Io, isFolder } from './io.ts';
import { count, shownPath } from './wording.ts';
import { writing } from './write-file.ts';

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
  io.stdout.write(`${terminalJson(value)}\n`);
}

/** The layouts in the order of the page, with what the hint has to say where it is one line. */
function summary({ now, others, none }: Alternatives): string {
  const line = (name: string, text: string): string => `     ${name.padEnd(12)} ${terminalText(text)}\n`;
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
  writing(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, page);
  });
  return path;
}

/** Beside the notes, in the folder that is asked for, or as the file that is. */
function pagePath(notes: string, slide: number, out: string | undefined, { cwd }: Io): string {
  const { dir, name } = parse(notes);
  const file = `${name}.slide-${slide}.alternatives.html`;
  if (out === undefined) return resolve(cwd, dir, file);
  const path = resolve(cwd, out);
  return /[\\/]$/.test(out) || isFolder(path) ? join(path, basename(file)) : path;
}

/** A list in a message ends after this many slides. */
const listed = 12;

/** The slide of that number, or with that title or a part of it. Throws `UsageError` for none and for several. */
function pickSlide(asked: string, slides: readonly SlideReport[]): SlideReport {
  if (/^\d+$/.test(asked)) return byNumber(asked, slides);
  const wanted = plain(asked);
  const whole = slides.filter((slide) => [slideName(slide), slide.title].map(plain).includes(wanted));
  const found = whole.length > 0 ? whole : slides.filter((slide) => plain(slideName(slide)).includes(wanted));
  const [only] = found;
  if (!only) throw noSlide(asked, slides);
  if (found.length === 1) return only;
  throw new UsageError(
    `${found.length} slides could be meant by "${asked}"`,
    `write the number of one:\n${slideList(found)}`,
  );
}

function byNumber(asked: string, slides: readonly SlideReport[]): SlideReport {
  const found = slides.find(({ number }) => number === Number(asked));
  if (found) return found;
  throw new UsageError(
    `there is no slide ${asked}: the talk has ${count(slides.length, 'slide')}`,
    `the slides are\n${slideList(slides)}`,
  );
}

function noSlide(asked: string, slides: readonly SlideReport[]): UsageError {
  const titles = new Map(slides.map((slide) => [plain(slide.title), slide]));
  const near = titles.get(nearest(plain(asked), titles.keys()) ?? '');
  const meant = near?.title ? `did you mean ${near.number}, "${near.title}"? ` : '';
  return new UsageError(
    `no slide has "${asked}" in its title`,
    `${meant}the slides are\n${slideList(slides)}`,
  );
}

function slideList(slides: readonly SlideReport[]): string {
  const lines = slides
    .slice(0, listed)
    .map((slide) => `${String(slide.number).padStart(3)}  ${slideName(slide)}`);
  const more = slides.length - lines.length;
  return [...lines, ...(more > 0 ? [`     and ${more} more: lectern explain lists them`] : [])].join('\n');
}

/** Case and kinds of white space and quotes make no difference. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What `explain --alternatives --json` prints. */
function alternativesJson(path: string, found: Alternatives | undefined, page: string | undefined): object {
  return {
    path,
    ...(found && {
      slide: found.slide,
      now: versionJson(found.now),
      alternatives: found.others.map((other) => ({
        ...versionJson(other),
        changes: other.changes,
        hint: {
          file: other.hintsPath,
          place: placeText(other.hint, other.hintsPath),
          yaml: other.hint.text,
          result: other.hint.result,
        },
      })),
      ...(found.none !== undefined && { none: found.none }),
    }),
    ...(page !== undefined && { page }),
  };
}

function versionJson({ layout, score, reason, slides }: Version): object {
  return { layout, ...(score !== undefined && { score }), reason, slides };
}

/** "Pretraining (2/3)". */
export function slideName({ title, part }: Pick<SlideReport, 'title' | 'part'>): string {
  return `${terminalText(title) || 'no title'}${part ? ` (${part.number}/${part.of})` : ''}`;
}
