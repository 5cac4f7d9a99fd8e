import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, test } from 'vitest';
import { breakOpportunities, hyphenated, textBreaks } from '../../src/theme/break-opportunities.ts';

function parts(word: string, breaks: readonly number[] = breakOpportunities(word)): string {
  const cuts = [0, ...breaks, word.length];
  return cuts
    .slice(1)
    .map((cut, at) => word.slice(cuts[at], cut))
    .join('|');
}

describe('as Chromium breaks', () => {
  test.each([
    'https://example.org/a/b.html?|q=1&r=2#top',
    'state-|of-|the-|art',
    'ABCD-|1234',
    '-1',
    '(-1)',
    'a-|-1',
    'x/-1',
    'f(x)',
    'end.|(start',
    'and/or',
    'what?|no',
    '“quoted”,',
    'a|—|b',
    '2019–|2021',
    '(1.5x–|7x),',
    'f(–)',
    'don’t',
    'а-|б',
    'Wort­|teil',
    'a\u200b|b',
    'a\u00a0b',
    '東|京|タ|ワ|ー|は、|高|い。',
    '日|本|「東|京」|へ',
    '«Größe»',
  ])('%s', (expected) => {
    expect(parts(expected.replaceAll('|', ''))).toBe(expected);
  });
});

test.each([
  'https://www.youtube.com/|watch?v=a1B2c3D4e5F',
  '(https://github.com/|example-foundation/|common-council/|issues/|281).',
  'https://example.org/|reports/|table-17.html?|sort=name-of-them&|order=asc',
  'github.com/|…/|waiting-on-legal-info',
  // No addresses, and one that is short.
  'and/or',
  'src/plan/split/break-|cost.ts/what-|it-|costs-|to-|break',
  'https://example.org/short',
])('an address is broken behind its signs, never in its last part: %s', (expected) => {
  const word = expected.replaceAll('|', '');
  expect(parts(word, textBreaks(word))).toBe(expected);
});

test('in text without ASCII signs the breaks are those of UAX #14', () => {
  const letters = fc.constantFrom(...'abzäéß0Ωяж’“”«»–—…漢字仮あア、。 한글ไท');
  fc.assert(
    fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), (text) => {
      for (const word of text.split(' ').filter((each) => each !== '')) {
        const breaker = new LineBreaker(word);
        const expected: number[] = [];
        for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
          if (next.position < word.length) expected.push(next.position);
        }
        expect({ word, breaks: breakOpportunities(word) }).toEqual({ word, breaks: expected });
      }
    }),
    { numRuns: 500 },
  );
});

test('a dash within ASCII breaks as UAX #14 has it', () => {
  const side = fc.string({
    unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(side, side, (before, after) => {
      const at = before.length;
      const breaker = new LineBreaker(`${before}–${after}`);
      const expected = new Set<number>();
      for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) expected.add(next.position);
      const found = breakOpportunities(`${before}–${after}`);
      for (const place of [at, at + 1]) {
        expect({ before, after, breaks: found.includes(place) }).toEqual({
          before,
          after,
          breaks: expected.has(place),
        });
      }
    }),
    { numRuns: 1000 },
  );
});

test('a break never parts a surrogate pair and never stands at an end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      const wrong = breakOpportunities(text).filter(
        (at) =>
          at <= 0 || at >= text.length || /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)),
      );
      expect(wrong).toEqual([]);
    }),
  );
});

test.each([
  ['multi-head', 'multi-head'],
  ['p.21-22', 'p.21-22'],
  ['->', '->'],
  ['<--', '<--'],
  ['--light-->', '--light-->'],
  ['--no-verify', '-|-|no-|verify'],
  ['21–22.', '21–22.'],
  ['(multi-head', '(multi-head'],
  ['“kv-cache”,', '“kv-cache”,'],
  ['2026-01-31', '2026-01-31'],
  ['state-of-the-art', 'state-|of-|the-|art'],
  ['const-checker/promoter', 'const-|checker/promoter'],
  ['a-team.example', 'a-|team.example'],
  ['-cache', '-|cache'],
  ['2022-12-15T02:02:42Z', '2022-12-15T02:02:42Z'],
  ['2022-12-15T02:02:42+01:00,', '2022-12-15T02:02:42+01:00,'],
  ['a2022-12-15T02:02', 'a2022-|12-|15T02:02'],
  [
    '[{"id":7,"at":"2022-12-15T02:02:42Z"},{"id":null,"a-b":1}]',
    '[{"id":7,|"at":|"2022-12-15T02:02:42Z"},|{"id":null,|"a-b":1}]',
  ],
  ['one,two', 'one,two'],
])(
  'in text, short words with hyphens and time stamps stay whole, and data is broken behind commas: %s',
  (word, expected) => {
    expect(parts(word, textBreaks(word))).toBe(expected);
  },
);

test.each([
  ['背景：为什么需要Cascades？', '背景：|为什么|需要|Cascades？'],
  ['查询优化器的核心设计', '查询优化器的|核心|设计'],
  ['この状態で情報収集する', 'この|状態で|情報|収集する'],
  ['サービスを展開する必要がでてきた', 'サービスを|展開する|必要がでてきた'],
  ['2019年8月31日（2日目）', '2019年|8月|31日|（2日目）'],
  ['MySQLとかに入ってデータを取る', 'MySQLとかに|入って|データを|取る'],
  // Korean has spaces between its words.
  ['데이터베이스', '데이터베이스'],
  ['naïve', 'naïve'],
])('Chinese and Japanese break between phrases: %s', (word, expected) => {
  expect(parts(word, textBreaks(word))).toBe(expected);
});

test.each([
  ['heads (multi-head attention)', ['(multi-head']],
  ['a(multi-head)', ['multi-head']],
  ['[multi-head', ['multi-head']],
  ['(not alone)', null],
])('a bracket stays with the word behind it that is not broken: %s', (line, expected) => {
  expect(line.match(hyphenated)).toEqual(expected);
});
