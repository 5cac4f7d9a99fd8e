// A part of `npm run fuzz`, the same cases every time.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingsOf } from './check-decks.ts';
import { notesText } from './notes-text.ts';
import { seedsFrom } from './seeds.ts';
import { faultsOf } from './survive.ts';

const seeds = seedsFrom().map((seed) => seed.slice(0, 1000));
const short = notesText(seeds).map((text) => text.slice(0, 1000));

test('any text is compiled: no throw, nothing lost, nothing too full, in time', {
  timeout: 60_000,
}, async () => {
  const property = fc.asyncProperty(short, async (text) => {
    expect(await faultsOf(text)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 300, seed: 7 });
});

test('random decks are whole in the browser', { timeout: 60_000 }, async () => {
  expect(await findingsOf({ decks: 4, seeds, seed: 7 })).toEqual(new Map());
});
