import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();

/** Titles of the slides behind the cover. */
function titles(text: string, hints?: string): readonly string[] {
  return planOf(studio, text, hints)
    .slides.slice(1)
    .map(({ title }) => title?.text ?? '');
}

const sentence = (name: string): string =>
  `- ${name} lamps to buy for the outer harbour, where the old ones have gone dark one after the other`;
const points = (remark: string): string =>
  ['Forty', 'Twelve', 'Three', 'Nine'].map((name) => `${sentence(name)}\n${remark}`).join('\n');

test('a sentence with a remark of a few words below it is no title: it stays with its neighbours', () => {
  const [first, ...others] = titles(`# T\n\n## Costs\n\n${points('  - ask the harbour master')}\n`);
  expect(first).toBe('Costs');
  expect(others).toHaveLength(1);
});

test('the same sentences are titles when much stands below them', () => {
  const much =
    '  - ask the harbour master\n  - and the pilots, who see them from the water\n  - then the council';
  expect(titles(`# T\n\n## Costs\n\n${points(much)}\n`)).toHaveLength(4);
});

test('a title that the hints give changes no cut', () => {
  const text = `# T\n\n## Costs\n\n- Lamps\n${sentence('  - Forty').slice(2)}\n  - and their masts, which have to be painted\n- Buoys\n  - two chains, three anchors and a bell that rings by itself in the swell\n  - and a boat to lay them out, hired for a week\n- Paint\n  - red, white and green, enough for all of them and for the year that follows\n  - brushes too\n`;
  const own = titles(text);
  expect(own.length).toBeGreaterThan(1);
  expect(titles(text, 'sections:\n  Costs: { title: What it takes }\n')).toHaveLength(own.length);
});

test('a flat list in no section is titled by what is on each slide, not by the deck', () => {
  const line = (at: number): string => `- Point ${at} says what there is to say of the tides in eleven words`;
  const text = Array.from({ length: 14 }, (_, at) => line(at + 1)).join('\n');
  const [, second = '', ...others] = titles(text);
  expect(second).toMatch(/^Point \d+ says/u);
  expect([second, ...others].every((title) => !title.startsWith('Talk'))).toBe(true);
});

test('words before a formula tell slides of one title apart', () => {
  const part = (at: number): string =>
    `- Look at case number ${at} of the proof $x_${at}$ ${'and then at all that follows from it '.repeat(6)}`;
  const all = titles(`# T\n\n## Proof\n\n${[1, 2, 3, 4].map(part).join('\n')}\n`);
  expect(new Set(all).size).toBe(all.length);
  expect(all[1]).toMatch(/^Proof: Look at case number \d of the proof …$/u);
});
