// Planning against rendering in one process: the plan of many sections must cost a fraction of
// what marp-core needs for the same deck.
import { Marp } from '@marp-team/marp-core';
import { compile, readThemeFiles } from '../../dist/index.js';
import { median } from './time-process.mjs';

/** Medians of several runs, ms: the plan, and marp-core's rendering of the Markdown it leads to. */
export async function planAndRender(count, runs = 5) {
  const notes = { path: 'bench.md', text: sections(count) };
  const times = { plan: [], render: [] };
  for (let run = 0; run <= runs; run += 1) {
    const { plan, deck, theme } = await planOnce(notes);
    const render = renderOnce(deck.markdown, theme.stylesheets);
    if (run === 0) continue;
    times.plan.push(plan);
    times.render.push(render);
  }
  return { plan: median(times.plan), render: median(times.render) };
}

async function planOnce(notes) {
  const marks = {};
  const { value } = await compile({
    notes,
    folder: '.',
    themeFiles: readThemeFiles,
    pictures: () => ({ status: 'missing' }),
    onStage: (stage) => {
      marks[stage] = performance.now();
    },
  });
  return { plan: marks.deck - marks.plan, deck: value.deck, theme: value.theme };
}

function renderOnce(markdown, stylesheets) {
  const marp = new Marp();
  for (const { css } of stylesheets) marp.themeSet.add(css);
  const start = performance.now();
  marp.render(markdown);
  return performance.now() - start;
}

const words =
  'the model gets better with more data while latency grows and nobody knows how long it takes to train'.split(
    ' ',
  );

/** Sections as a talk has them: a few bullets, some with bullets below them. */
export function sections(count) {
  const text = (at, length) =>
    Array.from({ length }, (_, index) => words[(at * 7 + index * 3) % words.length]).join(' ');
  const section = (at) =>
    `## Part ${at}\n\n- ${text(at, 6)}\n- ${text(at + 1, 14)}\n  - ${text(at + 2, 9)}\n  - ${text(at + 3, 18)}\n- ${text(at + 4, 11)}\n`;
  return `# A long talk\n\n${Array.from({ length: count }, (_, at) => section(at)).join('\n')}`;
}
