import { expect, test } from 'vitest';
import type { Setting } from '../../src/plan/draft.ts';
import { scaleUpAll } from '../../src/plan/scale-up.ts';
import type { BodySize } from '../../src/theme/index.ts';

const factors: Readonly<Record<BodySize, number>> = {
  xs: 0.85,
  sm: 1,
  md: 1.2,
  lg: 1.5,
  xl: 1.7,
};

test.each([
  ['a slide with very little to say is set as large as it goes', [0.3], 'xl'],
  ['one with a little more to say is set two steps larger', [0.45], 'lg'],
  ['one that would be too full is set one step larger', [0.55], 'md'],
  ['words that fill two thirds of it leave room for one step', [0.7], 'md'],
  ['one that is full enough stays as it is', [0.75], 'sm'],
  ['slides that belong together take the size of the fullest', [0.2, 0.55], 'md'],
  ['and stay as they are beside a full one', [0.2, 0.9], 'sm'],
])('%s', (_, fills, bodySize) => {
  const settings = fills.map((fill) => settingOf(fill, 'sm'));
  const scaled = scaleUpAll(settings, ({ fill, bodySize: before }, after) =>
    settingOf((fill / factors[before]) * factors[after], after),
  );
  expect(scaled.map((setting) => setting.bodySize)).toEqual(fills.map(() => bodySize));
});

function settingOf(fill: number, bodySize: BodySize): Setting {
  return { layout: 'bullets', bodySize, body: undefined, blocks: [], fill, reason: '', alternatives: [] };
}
