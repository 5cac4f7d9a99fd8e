import type { Artifact, BuildResult, BuiltNotes } from '../index.ts';
import { shownPath } from './shown-path.ts';
import { bytesText, columns, count, timeText } from './wording.ts';

/** What was made, a line a file, and how long it took; nothing when nothing was made. */
export function buildSummary(result: BuildResult, cwd: string): string {
  const rows = result.notes.flatMap((notes) => notesRows(notes, cwd));
  if (rows.length === 0) return '';
  const secrets = result.notes.flatMap(({ outputs }) => outputs.filter((it) => it.presenterNotes));
  return `${columns(rows)}${largeFiles(result, cwd)}${notesLine(secrets, cwd)}built in ${timeText(result.milliseconds)}\n`;
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

/** Presenter notes are for the speaker: who passes a file on is told that they are inside. */
function notesLine(outputs: readonly Artifact[], cwd: string): string {
  if (outputs.length === 0) return '';
  const names = outputs.map(({ path }) => shownPath(path, cwd)).join(', ');
  return `presenter notes are in ${names}; --no-notes leaves them out\n`;
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
