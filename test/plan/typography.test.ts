import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typesetPhrasing, typesetText } from '../../src/plan/prepare/typography.ts';

test.each([
  ['"so it goes"', 'en', '“so it goes”'],
  ['"so geht es"', 'de', '„so geht es“'],
  ["Denny's talk", 'en', 'Denny’s talk'],
  ["the '90s", 'en', 'the ‘90s'],
  ['a - b', 'en', 'a\u00a0– b'],
  ['2k-4k and well-known', 'en', '2k–4k and well-known'],
  ['1.5x-7x more', 'en', '1.5x–7x more'],
  ['5-10% of it', 'en', '5–10% of it'],
  ['3-2 in 2019-2021', 'en', '3-2 in 2019-2021'],
  ['GPT-4x, v1.2-3x, 555-1234, 1-2-3x', 'en', 'GPT-4x, v1.2-3x, 555-1234, 1-2-3x'],
  ['40 % of 8 GB', 'en', '40\u00a0% of 8\u00a0GB'],
  ['rund 40 000 Anschlüsse, 1 000 000', 'de', 'rund 40\u00a0000 Anschlüsse, 1\u00a0000\u00a0000'],
  ['in 2021 300 people', 'en', 'in 2021 300 people'],
  ['nach Art. 7 und § 176', 'de', 'nach Art.\u00a07 und §\u00a0176'],
  ['a state of the art. But', 'en', 'a state of the art. But'],
  ['a 15" screen', 'en', 'a 15" screen'],
  ['"comme ça"', 'fr', '"comme ça"'],
])('%s in %s is set as %s', (text, lang, expected) => {
  expect(typesetText(text, lang)).toBe(expected);
});

test('quotes know what stands before them in another node', () => {
  const nodes = typesetPhrasing(
    [
      { type: 'strong', children: [{ type: 'text', value: 'it' }] },
      { type: 'text', value: "'s here" },
    ],
    'en',
  );
  expect(nodes[1]).toMatchObject({ value: '’s here' });
});

test('code is never touched', () => {
  const code = { type: 'inlineCode', value: 'x - "y"' } as const;
  expect(typesetPhrasing([code], 'en')).toEqual([code]);
});

test('letters and digits never change', () => {
  const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('en', 'de', 'fr', 'ja'),
      (text, lang) => letters(typesetText(text, lang)) === letters(text),
    ),
  );
});
