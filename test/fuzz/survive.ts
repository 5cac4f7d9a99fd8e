// What holds for the compilation of any text at all.

import { type Cache, createCache } from '../../src/cache.ts';
import { type Compiled, compile } from '../../src/compile.ts';
import type { Checked } from '../../src/diagnostics/index.ts';
import { makeLedger } from '../../src/plan/index.ts';
import { readThemeFiles } from '../../src/theme/index.ts';
import { marksLostIn } from './dialect-text.ts';

/** Milliseconds of the processor for a few thousand letters: a hundred times what they take. */
export const patience = 5_000;

export function compileText(text: string): Promise<Checked<Compiled>> {
  return compile({
    notes: { path: 'talk.md', text },
    themeFiles: readThemeFiles,
    pictures: (url) => (/^https?:/.test(url) ? { status: 'remote' } : { status: 'missing' }),
    folder: '/nowhere',
    cache: themes,
  });
}

/** Reading the theme takes longer than such notes; nothing else is remembered. */
const kept = createCache();
const themes: Cache = {
  getOrCompute: (kind, key, make) => (kind === 'theme' ? kept.getOrCompute(kind, key, make) : make()),
  get: () => undefined,
  getOrComputeFor: (_part, _key, make) => make(),
  alias: () => undefined,
};

/** What is wrong with what was made of the text; empty when nothing is. A throw is the caller's to see. */
export async function faultsOf(text: string): Promise<readonly string[]> {
  const start = process.cpuUsage();
  const { value, diagnostics } = await compileText(text);
  const time = process.cpuUsage(start).user / 1000;
  return [
    ...(time > patience ? [`took ${Math.round(time)} ms`] : []),
    ...lostWords(value),
    ...lostMarks(text, value),
    ...overfull(value),
    ...diagnostics
      .filter(({ span }) => !isInside(span, text))
      .map(({ code, span }) => `${code} at ${span.start}–${span.end}, outside the text`),
  ];
}

function lostWords({ notes, plan, hints }: Compiled): readonly string[] {
  const { lost } = makeLedger(notes, plan, hints);
  return lost.length === 0
    ? []
    : [
        `lost: ${lost
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 200)}`,
      ];
}

/** The ledger counts what was read; these are words of the text itself. */
function lostMarks(
  text: string,
  { notes: { title, agenda, sections, settings } }: Compiled,
): readonly string[] {
  const lost = marksLostIn(text, { title, agenda, sections, settings });
  return lost.length === 0 ? [] : [`not read: ${lost.join(' ')}`];
}

/** What cannot be divided the page scales, and says so. */
const whole = /"type":"(?:math|inlineMath)"|"lang":"mermaid"/;

function overfull({ plan }: Compiled): readonly string[] {
  return plan.slides.flatMap(({ fill, layout, title, body }, at) =>
    fill <= 1 || layout === 'chart' || whole.test(JSON.stringify(body))
      ? []
      : [`slide ${at + 1}, ${layout}, “${title?.text}”: ${Math.round(fill * 100)} % full`],
  );
}

function isInside({ path, start, end }: { path: string; start: number; end: number }, text: string): boolean {
  return path !== 'talk.md' || (start >= 0 && start <= end && end <= text.length);
}
