import { expect, test } from 'vitest';
import type { Slide } from '../../src/plan/index.ts';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();
const slidesOf = (text: string): readonly Slide[] =>
  planOf(studio, `# T\n\n## Harbour\n\n${text}`).slides.slice(1);
const look = ({ layout, composition, bodySize }: Slide): string => `${layout}/${composition} ${bodySize}`;
const looks = (text: string): readonly string[] => slidesOf(text).map(look);

const long =
  '- [Learn how lamps are lit: an evergreen course for all who keep a harbour](https://example.org) - by nine people of the yard, the pilots who work with them, the two keepers of the outer light, and many others\n';
const short = (count: number, from: number): string =>
  Array.from({ length: count }, (_, at) => `- [Lamp number ${from + at}](https://example.org/${at})\n`).join(
    '',
  );

test('the parts of one list have one layout and one size', () => {
  const all = looks(`${short(12, 1)}${long}${short(3, 13)}`);
  expect(all).toHaveLength(2);
  expect(new Set(all).size).toBe(1);
});

test('parts of a list of issues, each with what was said, are not columns after rows', () => {
  const issues = (names: readonly string[]): string =>
    names.map((name) => `- ${name}\n  - not discussed\n`).join('');
  const all = looks(
    issues([
      'Conduct and what a project tells the foundation #1470',
      'Review the charter of the outer harbour for approval #1467',
      'The version of the covenant for contributors that we use #1457',
      'A proposal to add a list of services to all of our projects #1425',
      'A plan of action for conduct and what remains of it #1417',
      'Our policy for all those registries that nobody keeps #1355',
      'Update the lists for those who join and those who leave #1255',
    ]),
  );
  expect(all.length).toBeGreaterThan(1);
  expect(new Set(all).size).toBe(1);
});

test('what stands on a slide of its own between two lists has its own layout', () => {
  const all = looks(
    `${short(3, 1)}\n| | Old | New |\n|---|---|---|\n| Lamps | dark | bright |\n| Bells | loud | loud |\n\n${short(3, 4)}`,
  );
  expect(all.some((one) => one.startsWith('table'))).toBe(true);
});

const principle = (name: string, words: number): string =>
  `- **${name}.** ${Array.from({ length: words }, (_, at) => `word${at}`).join(' ')}.\n`;

test('named points that mostly stand alone all do; where most share slides they go on sharing', () => {
  const names = ['Correct', 'Fast', 'Lasting', 'Open', 'Shared', 'Small'];
  const titles = (counts: readonly number[]): readonly string[] =>
    slidesOf(names.map((name, at) => principle(name, counts[at] ?? 0)).join('')).map(
      ({ title }) => title?.text ?? '',
    );
  expect(titles([50, 57, 20, 37, 45, 44])).toHaveLength(6);
  expect(titles([20, 20, 20, 20, 20, 57]).length).toBeLessThan(6);
  // Points without names are a list like others.
  const plain = [50, 57, 20, 37, 45, 44]
    .map((count) => principle('x', count).replace('**x.** ', ''))
    .join('');
  expect(slidesOf(plain).length).toBeLessThan(6);
});
