import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();
const point = '- a point with enough said about it that seven of them fill most of a slide';
const topic = (name: string): string =>
  `### ${name}\n\n${Array.from({ length: 5 }, () => point).join('\n')}\n`;
const large = (name: string): string =>
  `## ${name}\n\n${Array.from({ length: 5 }, (_, at) => topic(`${name} ${at + 1}`)).join('\n')}\n`;

test('in a long talk every large section begins with a divider, and no small one', () => {
  const text = `# T\n\n${['A', 'B', 'C'].map(large).join('')}## Tea\n\n- tea\n${['D', 'E'].map(large).join('')}`;
  expect(dividers(text)).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('a talk of two large sections has none: all or nothing', () => {
  expect(dividers(`# T\n\n${['A', 'B'].map(large).join('')}`)).toEqual([]);
});

test('nor has a short talk, whatever stands in it', () => {
  expect(dividers(`# T\n\n${['A', 'B', 'C'].map((name) => `## ${name}\n\n${topic('x')}`).join('')}`)).toEqual(
    [],
  );
});

test('a heading with nothing below it says so', () => {
  const last = planOf(studio, '# T\n\n## A\n\n- tea\n\n## Thank you\n').slides.at(-1);
  expect(last).toMatchObject({ layout: 'section', reason: 'a heading with nothing below it' });
});

test('the line that names the source of a quotation stays with it', () => {
  const [, slide] = planOf(studio, '# T\n\n## A\n\n> It was warm.\n\n— A night nurse\n').slides;
  expect(slide).toMatchObject({ layout: 'quote', reason: 'a quotation with its source' });
});

function dividers(text: string): string[] {
  return planOf(studio, text)
    .slides.filter(({ layout }) => layout === 'section')
    .map(({ title }) => title?.text ?? '');
}
