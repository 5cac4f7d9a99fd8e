import { terminalText } from '../escape.ts';
import {
  type Artifact,
  type BuildResult,
  type BuiltNotes,
  type LedgerReport,
  type LostWords,
  mostWords,
  type SiteReport,
  type SlideReport,
} from '../pipeline/index.ts';
import { lecternVersion } from './help.ts';
import { type DiagnosticJson, diagnosticJson } from './print-diagnostics.ts';
import { alignColumns, bytesText, count, shownPath, timeText } from './wording.ts';

/** What was made, a line a file, and how long it took; empty when nothing was made. */
export function buildSummary(result: BuildResult, cwd: string): string {
  const built = result.notes.filter(({ unchanged }) => !unchanged);
  const rows = [...(result.site && built.length > listedAtMost ? [] : built)].flatMap((notes) =>
    notesRows(notes, cwd),
  );
  if (result.site) rows.push(siteRow(result.site, cwd));
  if (rows.length === 0) return '';
  const secrets = result.notes.flatMap(({ outputs }) => outputs.filter((it) => it.presenterNotes));
  const head = `${alignColumns(rows)}${largeFiles(result, cwd)}${notesLine(secrets, cwd)}`;
  return `${head}${result.site ? siteLines(result.site, cwd) : ''}${wordyLine(built)}${builtLine(result)}`;
}

/** Share of slides with more words than a listener reads, from which a shorter deck is offered. */
const wordyShare = 0.25;

/** Offers to move what is below the main points to the presenter notes, where many slides are full of words. */
function wordyLine(notes: readonly BuiltNotes[]): string {
  const slides = notes.flatMap((one) => (one.details === 'notes' ? [] : one.slides));
  const wordy = slides.filter(({ words }) => words > mostWords).length;
  if (wordy <= slides.length * wordyShare) return '';
  return `${wordy} of ${count(slides.length, 'slide')} hold more than ${mostWords} words; --details notes moves what is below the main points to the presenter notes and the handout\n`;
}

/** Talks of a library whose files are named one by one. */
const listedAtMost = 12;

function siteRow({ index, talks, bytes }: SiteReport, cwd: string): readonly string[] {
  return [shownPath(index, cwd), count(talks, 'talk'), bytesText(bytes)];
}

/** Files that belong to no talk any more are listed, not removed. */
function siteLines({ leftovers, removed }: SiteReport, cwd: string): string {
  const gone = removed.map((path) => `removed ${shownPath(path, cwd)}\n`).join('');
  if (leftovers.length === 0) return gone;
  return `${gone}of no talk any more: ${namesText(leftovers, cwd)}; --prune removes ${leftovers.length === 1 ? 'it' : 'them'}\n`;
}

function builtLine({ site, notes, milliseconds }: BuildResult): string {
  if (!site) return `built in ${timeText(milliseconds)}\n`;
  const unchanged = notes.filter((talk) => talk.unchanged).length;
  const failed = notes.filter(({ outputs }) => outputs.length === 0).length;
  const counts = [
    `${count(notes.length - unchanged - failed, 'talk')} built`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(failed > 0 ? [`${failed} not built`] : []),
  ];
  return `${counts.join(', ')} in ${timeText(milliseconds)}\n`;
}

function namesText(paths: readonly string[], cwd: string): string {
  const names = paths.slice(0, listedAtMost).map((path) => shownPath(path, cwd));
  const more = paths.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What makes an HTML file over 1 MB as large as it is. */
function largeFiles({ notes }: BuildResult, cwd: string): string {
  const large = notes.flatMap(({ outputs }) => outputs.filter(({ bytes, sizes }) => sizes && bytes > 1e6));
  return large
    .map(({ path, sizes }) => (sizes ? `${shownPath(path, cwd)} holds ${sizesText(sizes)}\n` : ''))
    .join('');
}

function sizesText(sizes: NonNullable<Artifact['sizes']>): string {
  const kinds = Object.entries(sizes).sort(([, a], [, b]) => b - a);
  return kinds.map(([kind, bytes]) => `${bytesText(bytes)} of ${kind}`).join(', ');
}

/** Presenter notes are for the speaker: who passes a file on should know that they are inside. */
function notesLine(outputs: readonly Artifact[], cwd: string): string {
  if (outputs.length === 0) return '';
  return `presenter notes are in ${namesText(
    outputs.map(({ path }) => path),
    cwd,
  )}; --no-notes leaves them out\n`;
}

function notesRows(notes: BuiltNotes, cwd: string): readonly (readonly string[])[] {
  const slides = count(notes.slides.length, 'slide');
  const pictures = notes.outputs.filter(({ format }) => format === 'png');
  const files = notes.outputs.filter(({ format }) => format !== 'png');
  const rows = files.map(({ path, bytes }) => [shownPath(path, cwd), slides, bytesText(bytes)]);
  return pictures.length > 0 ? [...rows, picturesRow(pictures, cwd)] : rows;
}

/** The pictures of all slides in one row: "out/talk.001.png … talk.014.png". */
function picturesRow(pictures: readonly Artifact[], cwd: string): readonly string[] {
  const first = shownPath(pictures[0]?.path ?? '', cwd);
  const last = shownPath(pictures.at(-1)?.path ?? '', cwd).replace(/^.*[\\/]/, '');
  const name = pictures.length > 1 ? `${first} … ${last}` : first;
  return [
    name,
    count(pictures.length, 'picture'),
    bytesText(pictures.reduce((sum, { bytes }) => sum + bytes, 0)),
  ];
}

/** Names what the ledger found to be nowhere, and asks to report it; empty when nothing is lost. */
export function lostText(notes: readonly BuiltNotes[]): string {
  const lines = notes.flatMap(({ path, lost }) =>
    lost.map(({ line, words }) => `${terminalText(path)}:${line}: lost: “${terminalText(words)}”\n`),
  );
  if (lines.length === 0) return '';
  const where = `lectern ${lecternVersion()}, Node ${process.version}`;
  return `${lines.join('')}\nThese words of the notes are on no slide and in no presenter note. This is a fault in Lectern, not in\nyour notes; what was written is whole but for them. Please report it with the lines above and:\n  ${where}\n`;
}

/** What `lectern build --json` prints. Paths of outputs are absolute, all others as the user wrote them. */
export interface BuildJson {
  readonly notes: readonly NotesJson[];
  /** Problems that belong to no notes file: a path that does not exist. */
  readonly diagnostics: readonly DiagnosticJson[];
  readonly milliseconds: number;
  /** There when a library was built; paths are absolute. */
  readonly site?: SiteReport;
}

interface NotesJson {
  readonly path: string;
  readonly outputs: readonly Artifact[];
  readonly slides: readonly SlideReport[];
  /** Where each piece of the notes went. */
  readonly ledger: readonly LedgerReport[];
  /** Words that went nowhere; there only when there are any, and the exit code is 70. */
  readonly lost?: readonly LostWords[];
  readonly diagnostics: readonly DiagnosticJson[];
  /** By stage. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** What the environment could not do; `outputs` were written all the same. */
  readonly failure?: { readonly message: string; readonly remedy: string };
  /** In a library: as an earlier build left it, which holds no reports. */
  readonly unchanged?: true;
}

export function buildJson(result: BuildResult): BuildJson {
  const { sources } = result;
  const notes = result.notes.map((one) => notesJson(one, sources));
  const diagnostics = result.unplaced.map((one) => diagnosticJson(one, sources));
  const { site } = result;
  return { notes, diagnostics, milliseconds: Math.round(result.milliseconds), ...(site && { site }) };
}

function notesJson(notes: BuiltNotes, sources: BuildResult['sources']): NotesJson {
  const { path, outputs, slides, ledger, lost, diagnostics, milliseconds, failure, unchanged } = notes;
  return {
    path,
    outputs,
    slides,
    ledger,
    ...(lost.length > 0 && { lost }),
    diagnostics: diagnostics.map((one) => diagnosticJson(one, sources)),
    milliseconds,
    ...(unchanged && { unchanged }),
    ...(failure && { failure: { message: failure.message, remedy: failure.remedy } }),
  };
}
