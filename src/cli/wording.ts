import { relative } from 'node:path';
import { terminalText } from '../escape.ts';

/** Counts, sizes and times in words, the same in every command. */

/** "1 slide", "14 slides". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** In units of 1,000 bytes, as file managers show them: "412 kB", "1.2 MB". */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export function timeText(milliseconds: number): string {
  return milliseconds < 995 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Columns as wide as their widest cell, three spaces apart; cells that begin with a figure stand right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(terminalText));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map((row) => (row[column] ?? '').length)),
  );
  const cell = (text: string, column: number): string =>
    /^\d/.test(text) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return shown.map((row) => `${row.map(cell).join('   ').trimEnd()}\n`).join('');
}

/** For the terminal: relative to the folder the user stands in, where it lies in it; as it is elsewhere. */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return terminalText(short.startsWith('..') ? path : short);
}
