/**
 * `npm run corpus -- FOLDER`: checks every notes file of a folder, without hints, and prints a
 * table. Exits with 1 when anything is found. Files named in capitals tell about the folder.
 */
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { check, findingKinds, findingText, formatDiagnostic } from '../dist/index.js';

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('which folder? npm run corpus -- FOLDER\n');
  process.exit(1);
}
const cwd = resolve(process.env.INIT_CWD ?? '.', folder);
const files = readdirSync(cwd).filter(
  (name) => /\.(?:md|markdown|txt)$/i.test(name) && !/^[A-Z]+\./.test(name),
);
if (files.length === 0) {
  process.stderr.write(`${join(cwd)} holds no notes\n`);
  process.exit(1);
}

const { notes, sources, milliseconds } = await check(files.sort(), { cwd, hints: null });
const findings = notes.flatMap(({ report }) => report?.findings ?? []);
const unbuilt = notes.filter(({ report }) => !report);
for (const finding of findings) process.stdout.write(`${findingText(finding)}\n`);
for (const { diagnostics } of unbuilt) {
  for (const one of diagnostics) process.stdout.write(`${formatDiagnostic(one, sources, 'plain')}\n`);
}
if (findings.length + unbuilt.length > 0) process.stdout.write('\n');
process.stdout.write(table(notes));
process.stdout.write(`\n${notes.length} files in ${(milliseconds / 1000).toFixed(1)} s\n`);
process.exitCode = findings.length + unbuilt.length > 0 ? 1 : 0;

function table(all) {
  const head = ['file', 'slides', ...findingKinds, 'scaled', 'deserted', 'excepted', 'seconds'];
  const rows = all.map(({ path, report, milliseconds: time }) => [
    basename(path),
    ...numbersOf(report),
    (time / 1000).toFixed(1),
  ]);
  const sums = numbersOf(undefined).map((_, column) =>
    String(rows.reduce((sum, row) => sum + Number(row[column + 1]), 0)),
  );
  return lines([head, ...rows, ['all', ...sums, (milliseconds / 1000).toFixed(1)], ['', ...shares(sums)]]);
}

function numbersOf(report) {
  const kinds = findingKinds.map((kind) => report?.findings.filter((one) => one.kind === kind).length ?? 0);
  const { slides = 0, scaled = [], deserted = [], excepted = [] } = report ?? {};
  return [slides, ...kinds, scaled.length, deserted.length, excepted.length].map(String);
}

/** Of all slides, those that were scaled and those that a split left nearly empty. */
function shares(sums) {
  return sums.map((sum, column) => {
    const isShare = column === findingKinds.length + 1 || column === findingKinds.length + 2;
    return isShare ? `${((100 * Number(sum)) / Math.max(1, Number(sums[0]))).toFixed(1)}%` : '';
  });
}

function lines(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return rows.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
}
