import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();

test('an index of too many lines goes to the presenter notes with the words above it', () => {
  const names = Array.from({ length: 30 }, (_, at) => `Harbour${at + 1}`);
  const text = `### Index\n\n${names.map((name) => `* [${name}](#${name.toLowerCase()})`).join('\n')}\n\n${names.map((name) => `### ${name}\n\n* A pier of its own\n`).join('\n')}`;
  const { slides } = planOf(studio, text);
  const notes = JSON.stringify(slides.map(({ presenterNotes }) => presenterNotes));
  expect(notes).toContain('"Index"');
  expect(notes).toContain('Harbour30');
  expect(slides.map(({ layout }) => layout)).not.toContain('agenda');
});
