// From a change of the notes to the new HTML on disk, against what marp-core needs for one slide.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Marp } from '@marp-team/marp-core';
import { watchNotes } from '../../dist/program/pipeline.cjs';
import { sections } from './plan-and-render.mjs';
import { median } from './time-process.mjs';

/** Medians in ms for a deck of about 200 slides; each change is in another section. */
export async function watchRebuild(folder, runs = 30) {
  const notes = join(folder, 'watched.md');
  const text = sections(199);
  writeFileSync(notes, text);
  let built = () => {};
  const watch = await watchNotes(notes, { onBuilt: (result) => built(result) });
  const times = { whole: [], work: [] };
  try {
    await wait(300);
    for (let run = -3; run < runs; run += 1) {
      const next = new Promise((resolve) => {
        built = (result) => resolve({ result, at: performance.now() });
      });
      const section = 20 + (((run + 3) * 5) % 160);
      const start = performance.now();
      writeFileSync(notes, text.replace(`## Part ${section}\n`, `## Part ${section}, changed\n`));
      const { result, at } = await next;
      if (!readFileSync(result.path, 'utf8').includes(`Part ${section}, changed`))
        throw new Error('not on disk');
      if (run >= 0) {
        times.whole.push(at - start);
        times.work.push(result.milliseconds);
      }
      await wait(40);
    }
  } finally {
    await watch.close();
  }
  return { whole: median(times.whole), work: median(times.work), slide: oneSlide(text, runs) };
}

function oneSlide(text, runs) {
  const marp = new Marp();
  const markdown = text.split(/(?=^## )/m)[100];
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    marp.render(markdown);
    return performance.now() - start;
  });
  return median(times);
}
