import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();
const long = Array.from(
  { length: 7 },
  () => '- a point with enough said about it that seven of them fill most of a slide',
).join('\n');
const divided = (name: string): string =>
  `## ${name}\n\n### ${name} one\n\n${long}\n\n### ${name} two\n\n${long}\n`;

test('where several sections begin with a divider, each says which it is', () => {
  expect(ordinals(`# T\n\n${divided('A')}\n## Between\n\n- tea\n\n${divided('B')}`)).toEqual([1, 2]);
});

test('a single divider has no number', () => {
  expect(ordinals(`# T\n\n${divided('A')}`)).toEqual([undefined]);
});

test('a heading with nothing below it says so', () => {
  const last = planOf(studio, '# T\n\n## A\n\n- tea\n\n## Thank you\n').slides.at(-1);
  expect(last).toMatchObject({ layout: 'section', reason: 'a heading with nothing below it' });
});

test('the line that names the source of a quotation stays with it', () => {
  const [, slide] = planOf(studio, '# T\n\n## A\n\n> It was warm.\n\n— A night nurse\n').slides;
  expect(slide).toMatchObject({ layout: 'quote', reason: 'a quotation with its source' });
});

function ordinals(text: string): (number | undefined)[] {
  const dividers = planOf(studio, text).slides.filter(({ layout }) => layout === 'section');
  return dividers.map(({ title }) => title?.ordinal);
}
