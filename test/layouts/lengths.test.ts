import { expect, test } from 'vitest';
import { countWords, longestWord } from '../../src/layouts/compositions/lengths.ts';

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
