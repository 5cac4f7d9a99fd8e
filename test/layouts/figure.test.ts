import { expect, test } from 'vitest';
import { readFigure } from '../../src/layouts/content/figure.ts';

const words = (value: string) => [{ type: 'text', value } as const];

test.each([
  ['2T tokens, 40% more than LLaMA1', '2T'],
  ['1.5x-7x more compute', '1.5x-7x'],
  ['45 days to train', '45 days'],
  ['27k samples', '27k'],
  ['$3.5M raised', '$3.5M'],
  ['~40% faster', '~40%'],
  ['2,000 GPUs', '2,000'],
  ['10–20 ms per call', '10–20 ms'],
  ['4.5 days → 1.8 days', '4.5 days → 1.8 days'],
  ['12 -> 3 a month', '12 -> 3'],
])('%s carries %s', (text, figure) => {
  expect(readFigure(words(text), 'start')?.figure).toBe(figure);
});

test.each([
  '2019 was a good year',
  '1. first of all',
  '3rd party datasets',
  '#534 is open',
  '8b/10b encoding',
  'GPT4 is large',
  'collected 27k samples',
  '12:30 lunch',
  '12 to 3 a month',
  '8 of 10 houses',
  '40 % auf 20 % gesenkt',
])('%s begins with no figure', (text) => {
  expect(readFigure(words(text), 'start')).toBeUndefined();
});

test('words before and after a figure keep their order', () => {
  const figure = readFigure(words('collected about 27k samples'), 'anywhere');
  expect(figure).toMatchObject({
    before: [{ value: 'collected about' }],
    figure: '27k',
    after: [{ value: 'samples' }],
  });
});
