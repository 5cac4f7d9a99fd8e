import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadColours } from '../../src/theme/index.ts';
import { makePalette, type Palette } from '../../src/theme/tokens/palette.ts';

const { contrast, readableOn } = await loadColours();
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const light: Palette = {
  background: '#fcfbf8',
  text: '#1d1b18',
  accent: '#b0430d',
  surface: '#f3f0e9',
  muted: '#635d54',
  rule: '#dcd7cc',
  'accent-fill': '#b0430d',
  tint: '#ecdfd2',
  strong: '#b0430d',
  'on-strong': '#ffffff',
  second: '#b9e3e6',
  'on-second': '#000000',
  line: '#8a8378',
};
const dark: Palette = {
  ...light,
  background: '#12161f',
  text: '#eef0f4',
  surface: '#1d2330',
  muted: '#a6aebd',
};

test('from any accent a palette follows in which all text reads, light and dark', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(light, dark), (accent, theme) => {
      const palette = makePalette({ accent }, theme);
      for (const name of ['text', 'muted', 'accent'] as const) {
        expect(contrast(palette[name], palette.background)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(palette[name], palette.surface)).toBeGreaterThanOrEqual(4.5);
      }
      expect(palette['accent-fill']).toBe(accent);
    }),
  );
});

test('every ground of it carries its text, and the two full ones each other', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(light, dark), (accent, theme) => {
      const palette = makePalette({ accent }, theme);
      const pairs = [
        [palette.text, palette.tint],
        [palette.accent, palette.tint],
        [palette['on-strong'], palette.strong],
        [palette['on-second'], palette.second],
        [palette.second, palette.strong],
      ] as const;
      for (const [one, other] of pairs) expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.line, palette.background)).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('a brand colour is a ground as it is', () => {
  for (const accent of ['#ffcc00', '#7a1fa2', '#c8102e', '#101820']) {
    expect(makePalette({ accent }, light).strong).toBe(accent);
    const { strong, second } = makePalette({ accent }, dark);
    expect([strong, second]).toContain(accent);
  }
});

test('text reads on any background', () => {
  fc.assert(
    fc.property(colour, (background) => {
      expect(contrast(makePalette({ background }, light).text, background)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a colour that reads stays what it is', () => {
  expect(makePalette({ accent: '#7a1fa2' }, light).accent).toBe('#7a1fa2');
  expect(readableOn('#767676', ['#ffffff'], 4.5)).toBe('#767676');
});

test('surface and rule stand between background and text', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { background, surface, rule, text } = makePalette({ accent }, light);
      expect(contrast(surface, text)).toBeLessThan(contrast(background, text));
      expect(contrast(rule, text)).toBeLessThan(contrast(surface, text));
    }),
  );
});
