import type { Artifact, BuildResult, BuiltNotes } from '../index.ts';
import { shownPath } from './shown-path.ts';
import { bytesText, columns, count, timeText } from './wording.ts';

/** What was made, a line a file, and how long it took; nothing when nothing was made. */
export function buildSummary(result: BuildResult, cwd: string): string {
  const rows = result.notes.flatMap((notes) => notesRows(notes, cwd));
  if (rows.length === 0) return '';
  return `${columns(rows)}built in ${timeText(result.milliseconds)}\n`;
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
