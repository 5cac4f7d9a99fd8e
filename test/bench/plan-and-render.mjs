// Planning against rendering in one process: the plan of many sections must cost a fraction of
// what marp-core needs for the same deck.
import { Marp } from '@marp-team/marp-core';
import { compile } from '../../dist/index.js';
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

/** Words that no other line of the notes has in this order: nothing measured before helps. */
function line(seed, length) {
  const at = (index) => words[(seed * 31 + index * (3 + (seed % 7))) % words.length];
  return `${Array.from({ length }, (_, index) => at(index)).join(' ')} ${seed}`;
}

/** Sections as a talk has them: a few bullets, some with bullets below them. */
export function sections(count) {
  const section = (at) =>
    `## Part ${at}\n\n- ${line(at * 5, 6)}\n- ${line(at * 5 + 1, 14)}\n  - ${line(at * 5 + 2, 9)}\n  - ${line(at * 5 + 3, 18)}\n- ${line(at * 5 + 4, 11)}\n`;
  return `# A long talk\n\n${Array.from({ length: count }, (_, at) => section(at)).join('\n')}`;
}
