// Heights of whole slides against the browser's, no worse than RESULTS.md says. When they are
// better, `npm run accuracy` writes the better figures down.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultTheme } from '../../src/theme/index.ts';
import { compareSlides } from './compare-slides.ts';
import { ownFiles } from './own-files.ts';
import { lineName, ownNotes, readLine } from './results.ts';
import { difference, summarise } from './summary.ts';

test('slides are as tall as they are predicted, as far as the table says', { timeout: 120_000 }, async () => {
  const table = readFileSync(new URL('./RESULTS.md', import.meta.url), 'utf8');
  const kept = readLine(table, lineName(ownNotes, defaultTheme, 'planned'));
  const slides = await compareSlides(ownFiles(), defaultTheme, 'planned');
  const { within, short } = summarise(slides);
  const worst = [...slides].sort((a, b) => difference(a) - difference(b))[0];
  expect(kept).toBeDefined();
  expect(within).toBeGreaterThanOrEqual(kept?.within ?? 1);
  expect(short, JSON.stringify(worst)).toBeGreaterThanOrEqual(kept?.short ?? 0);
});

test('a title leaves the room that the plan counts on', { timeout: 120_000 }, async () => {
  const slides = await compareSlides(ownFiles().slice(0, 2), defaultTheme, 'planned');
  const wrong = slides.filter(
    ({ planned, room, realRoom, layout }) => planned && layout !== 'title' && realRoom < room - 1,
  );
  expect(wrong).toEqual([]);
});
