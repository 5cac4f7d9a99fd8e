// `npm run bench [-- FOLDER] [--runs N]`: whole processes against plain Marp, in turn, and planning against
// rendering. Prints a table of medians and ratios and keeps it in RESULTS.md. FOLDER holds more
// notes to build, which stay where they are; N is 7, and less for what takes long. Not a test: nothing fails.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, describeBrowser } from '../../dist/program/pipeline.cjs';
import { planAndRender, sections } from './plan-and-render.mjs';
import { measureProcess, timePair } from './time-process.mjs';
import { watchRebuild } from './watch.mjs';
import { writeResults } from './write-results.mjs';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '7' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const fewRuns = Math.ceil(runs / 3);

const root = join(import.meta.dirname, '../..');
const talk = join(root, 'slides/llama2-talk.md');
const lectern = (...argv) => [process.execPath, join(root, 'dist/cli/main.cjs'), 'build', '--quiet', ...argv];
const marp = (...argv) => [
  process.execPath,
  join(root, 'node_modules/@marp-team/marp-cli/marp-cli.js'),
  '--no-config-file',
  ...argv,
  // Last: it takes every word that follows.
  '--theme-set',
  join(root, 'themes'),
];

const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  const rows = [await talkToHtml(), await talkToPdf()];
  const decks = [await longDeck(100, runs), await longDeck(1000, runs), await longDeck(1200, fewRuns)];
  rows.push(...decks, ...(await planning()), await watching(), await manyNotes(500), ...(await corpus()));
  await writeResults(rows, await stages(), growth(decks));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function talkToHtml() {
  const emitted = await emit(talk, 'llama2-talk');
  const pair = await timePair(
    lectern(talk, '-o', folder, '--to', 'html'),
    marp(emitted, '-o', join(folder, 'marp.html')),
    { runs },
  );
  return row('the Llama 2 talk to HTML, against `marp`', pair, 0.7);
}

async function talkToPdf() {
  const emitted = await emit(talk, 'llama2-talk');
  const { path } = await describeBrowser();
  const env = { ...process.env, CHROME_PATH: path, CHROME_NO_SANDBOX: '1' };
  const pair = await timePair(
    lectern(talk, '-o', folder, '--to', 'html,pdf,handout'),
    marp('--pdf', emitted, '-o', join(folder, 'marp.pdf')),
    { env, runs },
  );
  return row('the same to HTML, PDF and handout, against `marp --pdf`', pair, 0.8);
}

/** A section of five bullets a slide. */
async function longDeck(count, runs) {
  const notes = join(folder, `long-${count}.md`);
  await writeFile(notes, sections(count));
  const emitted = await emit(notes, `long-${count}`);
  const ours = lectern(notes, '-o', folder, '--to', 'html');
  const pair = await timePair(ours, marp(emitted, '-o', join(folder, 'marp.html')), { runs });
  const goal = count === 1000 ? 0.9 : undefined;
  return { ...row(`${count.toLocaleString('en')} slides to HTML, against \`marp\``, pair, goal), count };
}

async function planning() {
  const rows = [];
  for (const count of [250, 1000]) {
    const { plan, render } = await planAndRender(count);
    const what = `planning ${count} sections, against marp-core rendering them (one process)`;
    rows.push(row(what, { a: plan, b: render, ratio: plan / render, runs: 5 }));
  }
  return rows;
}

async function watching() {
  const { whole, slide } = await watchRebuild(folder);
  const what =
    '`--watch`, 200 slides: from a change to the new HTML, against marp-core for a slide and 60 ms';
  return row(what, { a: whole, b: slide + 60, ratio: whole / (slide + 60), runs: 30 }, 1);
}

/** Talks of about 17 slides, each with words of its own, as a library; and the decks they lead to. */
async function manyNotes(count) {
  const [notes, decks, site, out] = ['talks', 'decks', 'site', 'marp'].map((name) => join(folder, name));
  await Promise.all([mkdir(notes), mkdir(decks)]);
  const text = await readFile(talk, 'utf8');
  for (let at = 0; at < count; at += 1) {
    const more = sections(6)
      .replace(/^# .*\n/, '')
      .replaceAll('better', `better${at}`);
    await writeFile(join(notes, `talk-${at}.md`), `${text.replace(/^# .*/m, `$& ${at}`)}\n\n${more}`);
  }
  await measureProcess(lectern(notes, '-o', decks, '--to', 'marp'));
  // What is there is not built again, so it goes first.
  const before = () => rm(site, { recursive: true, force: true });
  const ours = lectern(notes, '-o', site, '--to', 'html');
  const pair = await timePair(ours, marp('--input-dir', decks, '-o', out), { runs: fewRuns, before });
  return row(`a folder of ${count} notes to HTML, against \`marp\` on the ${count} decks`, pair, 0.5);
}

/** Notes of others, where a folder of them is named. */
async function corpus() {
  const [named] = positionals;
  if (named === undefined) return [];
  const [decks, out] = [join(folder, 'corpus-decks'), join(folder, 'corpus-out')];
  await mkdir(decks);
  const notes = resolve(named);
  const count = (await readdir(notes)).filter((name) => name.endsWith('.md')).length;
  await measureProcess(lectern(`${notes}/*.md`, '-o', decks, '--to', 'marp'));
  const pair = await timePair(
    lectern(`${notes}/*.md`, '-o', out, '--to', 'html'),
    marp('--input-dir', decks, '-o', join(folder, 'corpus-marp')),
    { runs: fewRuns },
  );
  return [row(`${count} notes of others to HTML, against \`marp\` on the decks`, pair)];
}

/** ms of each stage, in a process that has built before. */
async function stages() {
  const inputs = { 'the Llama 2 talk': talk, '1,000 slides': join(folder, 'long-1000.md') };
  const found = [];
  for (const [what, notes] of Object.entries(inputs)) {
    const options = {
      outDir: folder,
      formats: what === '1,000 slides' ? ['html'] : ['html', 'pdf', 'handout'],
    };
    await build(notes, options);
    const { notes: built } = await build(notes, options);
    found.push({ what, milliseconds: built[0]?.milliseconds ?? {} });
  }
  return found;
}

/** Time and memory of the longest deck against the shortest, for one of ten times the slides. */
function growth(decks) {
  const [first, , last] = decks;
  return {
    slides: last.count / first.count,
    time: last.a / first.a,
    memory: last.peaks.a / first.peaks.a,
    perSlide: (last.a - first.a) / (last.count - first.count),
    memoryPerSlide: (last.peaks.a - first.peaks.a) / (last.count - first.count),
  };
}

async function emit(notes, name) {
  await measureProcess(lectern(notes, '-o', folder, '--to', 'marp'));
  return join(folder, `${name}.marp.md`);
}

function row(what, { a, b, ratio, peaks, runs }, goal) {
  console.log(`${what}: ${a.toFixed(0)} / ${b.toFixed(0)} = ${ratio.toFixed(2)}`);
  return { what, a, b, ratio, peaks, runs, goal };
}
