import { openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { codeSymbolFont, matchWeight, readThemeFiles, symbolFont } from '../../src/theme/index.ts';

const { fonts } = (await readThemeFiles({ theme: 'recap', folder: '.' })).value;
const families = [...(fonts.families?.() ?? []), symbolFont, codeSymbolFont];

test.each(families)('the widths that are kept equal those of the font files: %s', (name) => {
  for (const { family, weight, italic, path, ranges } of fonts.faces(name)) {
    const font = openSync(path);
    if (!('layout' in font)) throw new Error(`${path} is a collection`);
    const metrics = fonts.metrics(family, weight, italic);
    const covered = font.characterSet.filter((point) =>
      ranges.some(([first, last]) => point >= first && point <= last),
    );
    const wrong = covered.filter(
      (point) => metrics?.advance(point) !== font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm,
    );
    expect({ path, wrong }).toEqual({ path, wrong: [] });
    // Symbols are cut from several fonts, and never decide how tall a line is.
    if (family !== symbolFont && family !== codeSymbolFont)
      expect(metrics?.ascent).toBe(font.ascent / font.unitsPerEm);
  }
});

test.each(families)(
  'the kerning that is kept equals what the fonts do with pairs, ligatures included: %s',
  (name) => {
    const pairs = [
      'AV',
      'To',
      'P.',
      'fi',
      'ff',
      'ft',
      'V,',
      'W ',
      ' T',
      'Te',
      '11',
      'ab',
      'é,',
      '“A',
      'r,',
      'ТА',
      'Ау',
      'Γα',
    ];
    const kerned = fonts.faces(name).filter(({ path }) => /-(?:latin|cyrillic|greek)-\d/.test(path));
    for (const { family, weight, italic, path } of kerned) {
      const font = openSync(path);
      if (!('layout' in font)) throw new Error(`${path} is a collection`);
      const metrics = fonts.metrics(family, weight, italic);
      for (const pair of pairs) {
        const [left = 0, right = 0] = [...pair].map((letter) => letter.codePointAt(0) ?? 0);
        if (!font.hasGlyphForCodePoint(left) || !font.hasGlyphForCodePoint(right)) continue;
        const alone = [left, right].reduce(
          (sum, point) => sum + font.glyphForCodePoint(point).advanceWidth,
          0,
        );
        const together = font.layout(pair).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
        if (/-latin-/.test(path) || left > 0x300)
          expect({ pair, path, kern: metrics?.kern(left, right) }).toEqual({
            pair,
            path,
            kern: (together - alone) / font.unitsPerEm,
          });
      }
    }
  },
);

test('a family without an italic has the widths of its upright letters in slanted text', () => {
  const upright = fonts.metrics('Commissioner', 400, false);
  expect(fonts.metrics('Commissioner', 400, true)?.advance(0x41)).toBe(upright?.advance(0x41));
  expect(upright?.advance(0x41)).toBeGreaterThan(0.5);
  const slanted = fonts.metrics('Source Serif 4', 400, true);
  expect(slanted?.advance(0x67)).not.toBe(fonts.metrics('Source Serif 4', 400, false)?.advance(0x67));
});

test('a weight there is no file for takes the one CSS would take', () => {
  expect(matchWeight(500, [400, 600, 700])).toBe(400);
  expect(matchWeight(450, [300, 500])).toBe(500);
  expect(matchWeight(300, [400, 600, 700])).toBe(400);
  expect(matchWeight(800, [400, 600, 700])).toBe(700);
  expect(matchWeight(650, [400, 600, 700])).toBe(700);
  expect(matchWeight(400, [])).toBeUndefined();
});
