import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

const path = join(import.meta.dirname, 'RESULTS.md');
/** What is written by hand comes behind it and stays. */
const remarks = '## Remarks';

export async function writeResults(rows, stages, growth) {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const machine = `${cpus().length} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform} ${process.arch}; load at the end ${load}`;
  const kept = (await readFile(path, 'utf8').catch(() => '')).split(remarks)[1] ?? '\n';
  const text = `# Benchmark

Medians of runs in turn, ms; whole processes unless it says otherwise; the ratio is the median of the
runs' own ratios. Memory is the most that the process itself held, MB. \`npm run bench\` writes this page.

${machine}

| what | Lectern | Marp | ratio | goal | runs | memory | of Marp |
|---|---|---|---|---|---|---|---|
${rows.map(line).join('\n')}

${growth.slides} times the slides take ${growth.time.toFixed(1)} times the time and ${growth.memory.toFixed(1)} times the memory: ${growth.perSlide.toFixed(2)} ms and ${growth.memoryPerSlide.toFixed(3)} MB a slide.

## Stage by stage

In a process that has built before, ms.

${stages.map(stageTable).join('\n\n')}

${remarks}${kept}`;
  await writeFile(path, text);
}

function line({ what, a, b, ratio, goal, runs, peaks }) {
  const memory = peaks?.a ? `${peaks.a.toFixed(0)} | ${peaks.b.toFixed(0)}` : ' | ';
  return `| ${what} | ${a.toFixed(0)} | ${b.toFixed(0)} | ${ratio.toFixed(2)} | ${goal ?? ''} | ${runs} | ${memory} |`;
}

function stageTable({ what, milliseconds }) {
  const entries = Object.entries(milliseconds);
  const cells = (values) => `| ${values.join(' | ')} |`;
  return [
    cells([what, ...entries.map(([stage]) => stage)]),
    cells(['---', ...entries.map(() => '---')]),
    cells(['', ...entries.map(([, time]) => time)]),
  ].join('\n');
}
