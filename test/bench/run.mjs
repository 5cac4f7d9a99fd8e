// `npm run bench`: whole processes against plain Marp, in turn, and planning against rendering.
// Prints a table of medians and ratios and keeps it in RESULTS.md. Not a test: nothing fails.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { describeBrowser } from '../../dist/index.js';
import { planAndRender, sections } from './plan-and-render.mjs';
import { timePair, timeProcess } from './time-process.mjs';
import { watchRebuild } from './watch.mjs';

const root = join(import.meta.dirname, '../..');
const lectern = (...argv) => [process.execPath, join(root, 'dist/cli/main.js'), 'build', '--quiet', ...argv];
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
  const rows = [await talkToHtml(), await talkToPdf(), ...(await planning()), await watching()];
  await writeResults(rows);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function talkToHtml() {
  const emitted = await emit(join(root, 'slides/llama2-talk.md'), 'llama2-talk');
  const pair = await timePair(
    lectern(join(root, 'slides/llama2-talk.md'), '-o', folder, '--to', 'html'),
    marp(emitted, '-o', join(folder, 'marp.html')),
  );
  return row('the Llama 2 talk to HTML, against `marp`', pair);
}

async function talkToPdf() {
  const emitted = await emit(join(root, 'slides/llama2-talk.md'), 'llama2-talk');
  const { path } = await describeBrowser();
  const pair = await timePair(
    lectern(join(root, 'slides/llama2-talk.md'), '-o', folder),
    marp('--pdf', emitted, '-o', join(folder, 'marp.pdf')),
    { env: { ...process.env, CHROME_PATH: path, CHROME_NO_SANDBOX: '1' } },
  );
  return row('the same to everything it makes by default, against `marp --pdf`', pair);
}

async function planning() {
  const counts = [250, 1000];
  const rows = [];
  for (const count of counts) {
    const { plan, render } = await planAndRender(count);
    rows.push(
      row(`planning ${count} sections, against marp-core rendering them (one process)`, {
        a: plan,
        b: render,
        ratio: plan / render,
      }),
    );
  }
  const notes = join(folder, 'thousand.md');
  await writeFile(notes, sections(1000));
  const emitted = await emit(notes, 'thousand');
  const pair = await timePair(
    lectern(notes, '-o', folder, '--to', 'html'),
    marp(emitted, '-o', join(folder, 'marp.html')),
    { runs: 3 },
  );
  rows.push(row('1,000 sections to HTML, against `marp`', pair));
  return rows;
}

async function watching() {
  const { whole, slide } = await watchRebuild(folder);
  console.log(
    `from a change to the new HTML: ${whole.toFixed(0)} ms; the goal is ${(slide + 60).toFixed(0)}`,
  );
  return row(
    '`--watch`, 200 slides: from a change to the new HTML on disk, against marp-core for one slide and 60 ms',
    {
      a: whole,
      b: slide + 60,
      ratio: whole / (slide + 60),
    },
  );
}

async function emit(notes, name) {
  await timeProcess(lectern(notes, '-o', folder, '--to', 'marp'));
  return join(folder, `${name}.marp.md`);
}

function row(what, { a, b, ratio }) {
  const line = `| ${what} | ${a.toFixed(0)} | ${b.toFixed(0)} | ${ratio.toFixed(2)} |`;
  console.log(line);
  return line;
}

async function writeResults(rows) {
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform} ${process.arch}`;
  const text = `# Benchmark\n\nMedians of runs in turn, ms; whole processes unless it says otherwise. \`npm run bench\` writes this page.\n\n${machine}\n\n| what | Lectern | Marp | ratio |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  await writeFile(join(import.meta.dirname, 'RESULTS.md'), text);
}
