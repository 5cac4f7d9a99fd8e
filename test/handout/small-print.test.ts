import { describe, expect, test } from 'vitest';
import { printedTexts, smallPrint, wayOut } from '../../src/handout/small-print.ts';

const slide = (mm: number) => ({ slide: { width: (mm * 72) / 25.4, height: 0 } });
const texts = [
  { slide: 3, px: 24, kind: 'text' },
  { slide: 31, px: 18, kind: 'code' },
];

test('what text prints at, the smallest first', () => {
  const sizes = printedTexts(texts, slide(98), 1280).map(({ slide: at, pt }) => [at, pt.toFixed(1)]);
  expect(sizes).toEqual([
    [31, '3.9'],
    [3, '5.2'],
  ]);
});

test('is hard to read below 5 pt, unless the words stand beside in full', () => {
  const printed = printedTexts(texts, slide(98), 1280);
  expect(smallPrint(printed, 'presenter').map(({ slide: at }) => at)).toEqual([31]);
  expect(smallPrint(printed, 'full')).toEqual([]);
  expect(smallPrint(printedTexts(texts, slide(126), 1280), 'presenter')).toEqual([]);
});

describe('the way out', () => {
  const [code] = printedTexts(texts, slide(98), 1280);
  if (!code) throw new Error('no text');
  const offer = (perPage: number, orientation: 'portrait' | 'landscape', mm: number) => ({
    perPage,
    orientation,
    width: slide(mm).slide.width,
  });
  const out = (...offers: readonly ReturnType<typeof offer>[]) =>
    wayOut(code, offers, { orientation: 'portrait', slideWidth: 1280 });

  test('is the page with the most slides on which it can be read, or the largest there is', () => {
    expect(out(offer(1, 'portrait', 179), offer(2, 'portrait', 163), offer(3, 'portrait', 118))).toBe(
      'perPage: 2 gives 6.5 pt',
    );
    expect(out(offer(2, 'portrait', 118), offer(3, 'portrait', 110))).toBe('perPage: 2 gives 4.7 pt');
  });

  test('names the other side of the paper where that is better', () => {
    expect(out(offer(2, 'portrait', 118), offer(2, 'landscape', 143))).toBe(
      'perPage: 2 gives 4.7 pt, perPage: 2 with orientation: landscape gives 5.7 pt',
    );
    expect(out(offer(2, 'portrait', 118), offer(2, 'landscape', 90))).toBe('perPage: 2 gives 4.7 pt');
  });

  test('is none where nothing is larger', () => {
    expect(out(offer(4, 'portrait', 98))).toBeUndefined();
  });
});
