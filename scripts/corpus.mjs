/**
 * `npm run corpus -- FOLDER [THEME] [--design] [--slides-only]`: checks every notes file of a folder, without hints, in a
 * theme by name or file, and its handout a second time with `details: notes`, and prints a table. A second table says what
 * stands on the slides: words and titles; with `--design` a third how it is set. `--slides-only` makes the
 * presentations alone and prints the tables of what stands on them. Exits with 1 when anything is found. Files named in capitals
 * tell about the folder.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check, findingCodes, findingText, formatDiagnostic } from '../dist/program/pipeline.cjs';
import { designTables } from './corpus-design.mjs';
import { table } from './table.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { design: { type: 'boolean' }, 'slides-only': { type: 'boolean' } },
});
const [folder, theme] = positionals;
if (folder === undefined) {
  process.stderr.write('which folder? npm run corpus -- FOLDER\n');
  process.exit(1);
}
const sheets = ['pages', '+pages', '+found', '+words', 'shrunk'];
const cwd = resolve(process.env.INIT_CWD ?? '.', folder);
const files = readdirSync(cwd).filter(
  (name) => /\.(?:md|markdown|txt)$/i.test(name) && !/^[A-Z]+\./.test(name),
);
if (files.length === 0) {
  process.stderr.write(`${join(cwd)} holds no notes\n`);
  process.exit(1);
}

files.sort();
const only = values['slides-only'] ? 'design' : undefined;
// Two browsers, side by side.
const [slides, detailed] = await Promise.all([
  check(files, { cwd, hints: null, design: true, only, ...(theme ? { theme } : {}) }),
  only ? { notes: [], milliseconds: 0 } : checkDetailed(),
]);
const milliseconds = Math.max(slides.milliseconds, detailed.milliseconds);
const isBad = [tell(slides, ''), tell(detailed, ', details: notes')].includes(true);
if (isBad) process.stdout.write('\n');
if (!only) process.stdout.write(`${findingsTable()}\n`);
process.stdout.write(designTables(slides.notes, { all: values.design }));
process.stdout.write(`\n${files.length} files in ${(milliseconds / 1000).toFixed(1)} s\n`);
process.exitCode = isBad ? 1 : 0;

/** All words that can be are presenter notes, and the handout alone holds them. */
async function checkDetailed() {
  const own = mkdtempSync(join(tmpdir(), 'lectern-corpus-'));
  const hints = join(own, 'details.hints.yaml');
  writeFileSync(hints, 'deck: { details: notes }\n');
  try {
    return await check(files, { cwd, hints, only: 'handout', ...(theme ? { theme } : {}) });
  } finally {
    rmSync(own, { recursive: true });
  }
}

function tell({ notes, sources }, remark) {
  const findings = notes.flatMap(({ report }) => report?.findings ?? []);
  const unbuilt = notes.filter(({ report, design }) => !report && !design);
  for (const finding of findings) process.stdout.write(`${findingText(finding, sources)}${remark}\n`);
  for (const { diagnostics } of unbuilt) {
    for (const one of diagnostics) process.stdout.write(`${formatDiagnostic(one, sources, 'plain')}\n`);
  }
  return findings.length + unbuilt.length > 0;
}

function findingsTable() {
  const head = [
    'file',
    'slides',
    ...findingCodes.map((code) => code.slice(6)),
    'scaled',
    'deserted',
    'excepted',
    ...sheets,
    'seconds',
  ];
  const rows = slides.notes.map(({ path, report, milliseconds: time }, at) => [
    basename(path),
    ...numbersOf(report),
    ...sheetsOf(report, detailed.notes[at]?.report),
    ((time + (detailed.notes[at]?.milliseconds ?? 0)) / 1000).toFixed(1),
  ]);
  const sums = head
    .slice(1, -1)
    .map((_, column) => String(rows.reduce((sum, row) => sum + Number(row[column + 1]), 0)));
  return table([head, ...rows, ['all', ...sums, (milliseconds / 1000).toFixed(1)], ['', ...shares(sums)]]);
}

function numbersOf(report) {
  const kinds = findingCodes.map((code) => report?.findings.filter((one) => one.code === code).length ?? 0);
  const { slides = 0, scaled = [], deserted = [], excepted = [] } = report ?? {};
  return [slides, ...kinds, scaled.length, deserted.length, excepted.length].map(String);
}

/** Of the handout, and of the one with details in the notes: pages, findings, words beside slides. */
function sheetsOf(report, full) {
  const scaled = (report?.handout?.scaled.length ?? 0) + (full?.handout?.scaled.length ?? 0);
  const { pages = 0, words = 0 } = full?.handout ?? {};
  const found = full?.findings.length ?? 0;
  return [report?.handout?.pages ?? 0, pages, found, words, scaled].map(String);
}

/** Of all slides, those that were scaled and those that a split left nearly empty. */
function shares(sums) {
  return sums.map((sum, column) => {
    const isShare = column === findingCodes.length + 1 || column === findingCodes.length + 2;
    return isShare ? `${((100 * Number(sum)) / Math.max(1, Number(sums[0]))).toFixed(1)}%` : '';
  });
}
