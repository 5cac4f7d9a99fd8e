import { expect, test } from 'vitest';
import { countWords, leadingOf, longestWord } from '../../src/layouts/compositions/lengths.ts';

const texts = {
  english: 'Llama 2 was trained on 40% more tokens than its predecessor',
  chinese:
    '选取的原则是深度学习里有影响力的文章，或者近期比较有意思的文章。当然重要的工作太多了，不可能一一过一遍',
  japanese:
    '運用する規模が大きくなりすぎて、素早くサービスを展開する必要がでてきて、既存のものだと足りなくなってきた',
  thai: 'การประชุมครั้งนี้เป็นการนำเสนอผลงานวิจัยเกี่ยวกับภาษาไทยและการประมวลผล',
  korean: '이번 회의에서는 한국어 처리에 대한 연구 결과를 발표합니다',
};

test.each(Object.entries(texts))('words of %s are counted about as a dictionary parts them', (_, text) => {
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)];
  const words = parts.filter(({ isWordLike }) => isWordLike).length;
  expect(countWords(text) / words).toBeGreaterThan(0.8);
  expect(countWords(text) / words).toBeLessThan(1.25);
});

test('a formula is one word of a column, about as long as it is drawn', () => {
  const formula = String.raw`P(S \ge t) \le e^{-st} E[e^{sS}]`;
  const words = [
    { type: 'text', value: 'Chernoff: ' },
    { type: 'inlineMath', value: formula },
  ] as const;
  const node = { type: 'listItem', children: [] } as const;
  const item = { node: { ...node, children: [] }, words, details: [] };
  expect(longestWord([item])).toBeGreaterThan(20);
  expect(longestWord([{ ...item, words: [words[0], { type: 'inlineMath', value: 's' }] }])).toBe(9);
});

test.each([
  ['The keepers, and what they say', 0],
  ['Über Ämter', 1.15],
  ['Café, naïve, señor', 0],
  ['A smile 😀', 1.2],
  ['Nguyễn and the Tiếng Việt', 1.4],
  ['مد الميناء', 1.4],
  ['潮汐の表', 1.2],
])('the lines of a title have room for its letters: %s', (value, leading) => {
  expect(leadingOf([{ type: 'text', value }])).toBe(leading);
});

test('code in a title has room, a link and what is marked need none', () => {
  const text = { type: 'text', value: 'words' } as const;
  const code = { type: 'inlineCode', value: 'low()' } as const;
  expect(leadingOf([text, { type: 'strong', children: [code] }])).toBe(1.2);
  expect(leadingOf([text, { type: 'element', name: 'sup', children: [text] }])).toBe(1.2);
  expect(leadingOf([{ type: 'link', url: 'a', children: [text] }])).toBe(0);
  expect(leadingOf([{ type: 'element', name: 'mark', children: [text] }])).toBe(0);
});
