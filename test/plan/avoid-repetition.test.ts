import { expect, test } from 'vitest';
import { geometries, type LayoutName, layouts } from '../../src/layouts/index.ts';
import { type Candidate, candidatesOf } from '../../src/plan/apply-layout.ts';
import { avoidRepetition } from '../../src/plan/avoid-repetition.ts';
import { openStudio } from './plan-of.ts';

const { theme } = await openStudio();

const candidates = [candidate('cards', 0.72), candidate('definitions', 0.68), candidate('bullets', 0.5)];

test.each<[string, LayoutName[], LayoutName]>([
  ['a third slide in columns gives way to one in rows that is as good', ['compare', 'stats'], 'definitions'],
  ['two in a row are enough to compare, and one is none', ['stats'], 'cards'],
  ['what came before the last two does not matter', ['stats', 'compare', 'bullets'], 'cards'],
  ['slides of different geometry change nothing', ['stats', 'definitions'], 'cards'],
])('%s', (_, before, expected) => {
  expect(
    avoidRepetition(
      candidates,
      before.map((name) => geometries[name]),
    )[0]?.layout.name,
  ).toBe(expected);
});

test('a layout that is worse is no variety', () => {
  const alone = candidates.filter(({ layout }) => layout.name !== 'definitions');
  expect(avoidRepetition(alone, ['columns', 'columns'])[0]?.layout.name).toBe('cards');
});

test('no candidate is lost, and the reason says why', () => {
  const order = avoidRepetition(candidates, ['columns', 'columns']);
  expect(order.map(({ layout }) => layout.name).sort()).toEqual(['bullets', 'cards', 'definitions']);
  expect(order[0]?.match.reason).toContain('look alike');
});

function candidate(name: LayoutName, score: number): Candidate {
  const [found] = candidatesOf(
    theme,
    layouts[name],
    { score, reason: 'it suits' },
    { title: '', role: 'talk', blocks: [] },
  ).slice(-1);
  if (!found) throw new Error(`${name} has no composition`);
  return found;
}
