import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

test('twice the sections take about twice the time', async () => {
  const studio = await openStudio();
  const sections = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `## Part ${at}\n\n- one thing\n  - below it\n- another thing of part ${at}\n`,
    ).join('\n');
  const time = (text: string): number => {
    const start = performance.now();
    planOf(studio, text);
    return performance.now() - start;
  };
  time(sections(200));
  const small = Math.min(time(sections(200)), time(sections(200)), time(sections(200)));
  const large = Math.min(time(sections(1600)), time(sections(1600)));
  expect(large / small).toBeLessThan(8 * 3);
});
