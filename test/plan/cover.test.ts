import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();

test.each([1, 4, 12])('a cover with lines of %i sentences is a cover', (count) => {
  const line = 'The harbour and all who sail in and out of it by night. '.repeat(count).trim();
  const front = ['title', 'subtitle', 'speaker', 'affiliation', 'event', 'date']
    .map((name) => `${name}: "${line}"`)
    .join('\n');
  const { slides } = planOf(studio, `---\n${front}\n---\n\n## Fish\n\n- one\n- two\n`);
  expect(slides[0]?.layout).toBe('title');
  expect(slides.at(-1)?.layout).toBe('bullets');
});
