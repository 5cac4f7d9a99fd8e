import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isForeseeable, shownCharacters } from '../../src/render/fonts/shown-characters.ts';
import type { Theme } from '../../src/theme/index.ts';

const themeOf = (css: string) => ({ stylesheets: [{ path: 'own.css', css }] }) as unknown as Theme;

/** Those beyond ASCII, less what is always there. */
function shown(html: string, css = ''): string {
  const none = shownCharacters(themeOf(''), '');
  const all = [...shownCharacters(themeOf(css), html)].filter((codePoint) => !none.has(codePoint));
  return String.fromCodePoint(...all.sort((a, b) => a - b));
}

test.each([
  ['letters as they are', '<p title="ж">я</p>', '', 'жя'],
  ['references by number and by name', '&#x44f;&#1078;&eacute;&copy;', '', '©éжя\u0301'],
  ['what rules put in', '', 'a::before { content: "→ \\2713 ; ✗" }', '→✓✗'],
  ['the other case where it may be asked for', 'я', 'h2 { text-transform: uppercase }', 'İıЯя\u0307'],
  ['a letter with its mark, typed as two', 'e\u0301', '', 'é\u0301'],
  ['what a compatibility sign is made of', 'ำ', '', 'าำ\u0e4d'],
])('%s', (_, html, css, expected) => {
  expect([...shown(html, css)].sort()).toEqual([...expected].sort());
});

test('joined Arabic letters may be characters of the font', () => {
  expect(shown('سلام')).toContain('ﻼ');
  expect(shown('س')).not.toContain('ﻼ');
});

test('ASCII is always there, and every character of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = shownCharacters(themeOf(''), text);
      expect([...text].every((character) => found.has(character.codePointAt(0) ?? 0))).toBe(true);
      expect(found.has(0x20) && found.has(0x7e)).toBe(true);
    }),
  );
});

test.each([
  ['ol { list-style: none } ol li::before { content: counter(list-item) "." }', true],
  ['ol { list-style-type: upper-roman !important }', true],
  ['ol { list-style: square inside url(dot.svg) }', true],
  ['ol { list-style-type: "→" }', true],
  ['li::before { content: counters(item, ".") }', true],
  ['ol { list-style: lower-greek }', false],
  ['ol { list-style: inside hebrew }', false],
  ['li::before { content: counter(item, cjk-decimal) }', false],
  ['li::before { content: counters(item, ".", thai) }', false],
  ['@counter-style stars { symbols: "★" }', false],
  ['h2 { text-transform: full-width }', false],
])('what %s shows can be told from the text: %s', (css, expected) => {
  expect(isForeseeable(themeOf(css), '')).toBe(expected);
});
