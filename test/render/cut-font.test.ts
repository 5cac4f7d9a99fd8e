import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { cutFont } from '../../src/render/fonts/cut-font.ts';

const require = createRequire(import.meta.url);
const file = readFileSync(
  join(
    dirname(require.resolve('@fontsource/sofia-sans/package.json')),
    'files/sofia-sans-latin-400-normal.woff2',
  ),
);

interface Shaper extends Font {
  readonly availableFeatures: readonly string[];
  layout(text: string, features?: readonly string[]): ReturnType<Font['layout']>;
}

test('the features of a font work on the letters that are left', async () => {
  const text = 'AVATAR fluffy 1/2 17 e\u0301';
  const cut = await cutFont(file, [...new Set(text)].sort().join(''));
  expect(cut.length).toBeLessThan(file.length / 2);
  const [small, whole] = [cut, file].map((font) => create(font) as Shaper) as [Shaper, Shaper];
  const features = ['ccmp', 'frac', 'kern', 'liga', 'mark', 'tnum'];
  expect(whole.availableFeatures).toEqual(expect.arrayContaining(features));
  expect(small.availableFeatures).toEqual(expect.arrayContaining(features));
  expect(widths(small, text, [])).toEqual(widths(whole, text, []));
  expect(widths(small, text, ['tnum'])).toEqual(widths(whole, text, ['tnum']));
  expect(widths(small, text, ['tnum'])).not.toEqual(widths(small, text, []));
});

function widths(font: Shaper, text: string, features: readonly string[]): readonly number[] {
  return font.layout(text, features).positions.map(({ xAdvance }) => xAdvance);
}

test('a font that cannot be read stays as it is', async () => {
  const damaged = Buffer.concat([file.subarray(0, 200), Buffer.alloc(100)]);
  expect(await cutFont(damaged, 'abc')).toBe(damaged);
  const none = Buffer.from('no font');
  expect(await cutFont(none, 'abc')).toBe(none);
});
