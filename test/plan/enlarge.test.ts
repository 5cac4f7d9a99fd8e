import { expect, test } from 'vitest';
import type { Setting } from '../../src/plan/draft.ts';
import { enlargeAll } from '../../src/plan/enlarge.ts';
import type { Density } from '../../src/theme/index.ts';

const factors: Readonly<Record<Density, number>> = {
  compact: 0.85,
  normal: 1,
  roomy: 1.2,
  spacious: 1.5,
  airy: 1.7,
};

test.each([
  ['a slide with very little to say is set as large as it goes', [0.3], 'airy'],
  ['one with a little more to say is set two steps larger', [0.45], 'spacious'],
  ['one that would be too full is set one step larger', [0.55], 'roomy'],
  ['words that fill two thirds of it leave room for one step', [0.7], 'roomy'],
  ['one that is full enough stays as it is', [0.75], 'normal'],
  ['slides that belong together take the size of the fullest', [0.2, 0.55], 'roomy'],
  ['and stay as they are beside a full one', [0.2, 0.9], 'normal'],
])('%s', (_, fills, density) => {
  const settings = fills.map((fill) => settingOf(fill, 'normal'));
  const enlarged = enlargeAll(settings, ({ fill, density: before }, after) =>
    settingOf((fill / factors[before]) * factors[after], after),
  );
  expect(enlarged.map((setting) => setting.density)).toEqual(fills.map(() => density));
});

function settingOf(fill: number, density: Density): Setting {
  return { layout: 'bullets', density, body: undefined, blocks: [], fill, reason: '', alternatives: [] };
}
