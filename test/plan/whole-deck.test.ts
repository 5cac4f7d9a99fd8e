// What is decided when all slides are known: numbers in the agenda, the shape of the talk, the ground of the end.
import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();

const parts = ['Nets', 'Boats', 'Lamps'].map(
  (name) =>
    `## ${name}\n\n- The ${name.toLowerCase()} of the harbour\n  - are older than all who work with them in this town today\n  - are mended in winter by whoever has a warm room and time for it\n- What they cost\n  - more than anybody would pay for them if they were not from here\n  - less than new ones from the catalogue would be, with the freight`,
);
const talk = `# The Harbour\n\n- Nets\n- Boats\n- Lamps\n\n${parts.join('\n\n')}\n`;

test('each line of the agenda has the number of the slide that it leads to', () => {
  const { slides } = planOf(studio, talk);
  const printed = JSON.stringify(slides.find(({ layout }) => layout === 'agenda')?.body);
  const starts = ['Nets', 'Boats', 'Lamps'].map(
    (name) => slides.findIndex(({ section }) => section[0] === name) + 1,
  );
  for (const start of starts) expect(printed).toContain(`"value":"${start}"`);
});

test('the cover has a column for each section and a line for each slide', () => {
  const { slides } = planOf(studio, talk);
  const shape = slides[0]?.shape ?? [];
  const content = slides.filter(({ layout }) => layout !== 'title' && layout !== 'agenda');
  expect(shape.map(({ lines }) => lines.length).reduce((sum, length) => sum + length, 0)).toBe(
    content.length,
  );
  expect(Math.max(...shape.flatMap(({ lines }) => lines))).toBe(100);
});

test('a cover without room for it has none', () => {
  const title =
    'What the harbour has been saying to all who came in by night, and to those who never came at all';
  expect(planOf(studio, talk.replace('The Harbour', title)).slides[0]?.shape).toBeUndefined();
});

test('the fewer letters, the larger the title of the talk; no word of it is broken', () => {
  const sizeOf = (title: string) => planOf(studio, talk.replace('The Harbour', title)).slides[0]?.bodySize;
  expect(sizeOf('Nets')).toBe('xxxl');
  expect(sizeOf('Hafenverwaltungsgebührenordnung')).toBe('sm');
});

test('an amount that answers the last question ends the deck on full colour, one before the last does not', () => {
  const asked = (question: string, answer: string) => `- ${question}?\n  - ${answer}\n`;
  const questions = [
    asked('How did it go', 'Nobody knows. '.repeat(12).trim()),
    asked('How long did it take', '45 days on 2,000 machines'),
    asked('And the next one', '30 days on 4,000 machines'),
  ];
  const { slides } = planOf(studio, `${talk}\n## Q&A\n\n${questions.join('')}`);
  const grounds = slides.slice(-2).map(({ composition, ground }) => [composition, ground]);
  expect(grounds).toEqual([
    ['answer-figure', 'tint'],
    ['answer-figure', 'strong'],
  ]);
});

test('a topic is parted before an amount among its later points, under one title', () => {
  const topic = `## Tuning\n\n- Point of it\n  - it lets the model read what it is told to do inside of the prompt itself\n  - others have little variety and quality in what they collected so far\n  - fewer but cleaner examples for larger models of a higher quality\n  - collected about 27k samples\n  - What it wrote was as good as what people wrote. So they moved on to comparisons with the rest.\n`;
  const { slides } = planOf(studio, `# T\n\n${topic}\n- Other\n  - ${'word '.repeat(30)}\n`);
  const [first, second] = slides.filter(({ title }) => title?.text === 'Point of it');
  expect(first?.composition).not.toBe('hero-half');
  expect(second?.composition).toBe('hero-half');
});
