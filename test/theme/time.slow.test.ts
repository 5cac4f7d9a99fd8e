import { expect, test } from 'vitest';
import { createMeasure } from '../../src/theme/index.ts';
import { blocksOf } from './markdown.ts';
import { builtIn } from './theme.ts';

test('a thousand sections are measured in a fraction of the time it takes to draw them', async () => {
  const fresh = createMeasure(await builtIn(), () => ({ status: 'missing' }));
  const text =
    'A section of a talk has some twenty words in a bullet and (as a rule) no more than seven of these bullets.';
  const sections = Array.from({ length: 1000 }, (_, at) =>
    blocksOf(Array.from({ length: 7 }, (_, bullet) => `- ${text} ${at} ${bullet}`).join('\n')),
  );
  // The processor's own time: a busy machine does not count.
  const start = process.cpuUsage();
  for (const section of sections) fresh.flow(section, 'body', 1120, 'sm');
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500);
});
