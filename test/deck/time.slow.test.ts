import { expect, test } from 'vitest';
import { printDeck } from '../../src/deck/index.ts';
import type { Slide } from '../../src/plan/index.ts';
import { marps } from './both-marps.ts';
import { blocksOf, flow, planOf, slideOf } from './plan-of.ts';

const pictures = () => ({ status: 'found', width: 1, height: 1 }) as const;
const print = (slides: readonly Slide[]): string => printDeck(planOf(slides), { pictures }).markdown;

const timeOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

test('a long deck is printed in a small part of the time that Marp takes', () => {
  const blocks = blocksOf(
    '- **one**: a_b\n- two [x](y)\n  - three\n\nText with $5 and <b>.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  );
  const slides = Array.from({ length: 300 }, () => slideOf(flow(blocks), { section: ['A section'] }));
  print(slides);
  const markdown = print(slides);
  // The shortest of ten in turn, since other programs run beside the test.
  const turns = Array.from({ length: 10 }, () => ({
    printing: timeOf(() => print(slides)),
    rendering: timeOf(() => marps.ours(markdown)),
  }));
  const shortest = (name: 'printing' | 'rendering'): number => Math.min(...turns.map((turn) => turn[name]));
  expect(shortest('printing')).toBeLessThan(shortest('rendering') / 3);
});
