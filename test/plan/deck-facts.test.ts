// What a talk is called whose notes do not say it: by the name of the file, without what only tells files apart.
import { expect, test } from 'vitest';
import { parseNotes } from '../../src/notes/index.ts';
import { readDeckFacts } from '../../src/plan/deck-facts.ts';
import type { PlanInput } from '../../src/plan/draft.ts';

function titleOf(fileName: string, lang: string): string {
  const notes = parseNotes({ path: `${fileName}.md`, text: `---\nlang: ${lang}\n---\n- one\n- two\n` }).value;
  return readDeckFacts({ notes, hints: { deck: {} }, theme: { name: 'recap' }, fileName } as PlanInput).title;
}

test.each([
  ['slow_rivers', 'Slow rivers'],
  ['how_slow_rivers_meet_the_sea', 'How slow rivers meet the sea'],
  ['how-slow--rivers_meet', 'How slow rivers meet'],
  ['slow%20rivers', 'Slow rivers'],
  ['2026-05-06-slow-rivers', 'Slow rivers'],
  ['03_slow-rivers_v2', 'Slow rivers'],
  ['slow-rivers-final (1)', 'Slow rivers'],
  ['slow-rivers-logseq-en', 'Slow rivers'],
  ['2026-05-06 lecture 4 - slow rivers', 'Lecture 4 slow rivers'],
  ['python-3.12-rivers', 'Python 3.12 rivers'],
  ['rivers-2026-05-06', 'Rivers 2026-05-06'],
  ['Slow rivers 3f2a9c1d7b6e4f0a8c5d2e1b0a9f8c7d', 'Slow rivers'],
  // What is the name itself stays.
  ['10-rivers', '10 rivers'],
  ['rue-de', 'Rue de'],
  ['final', 'Final'],
  ['10-rivers-crlf', '10 rivers'],
  ['10 v2', '10 v2'],
  ['en', 'En'],
  ['2026', '2026'],
])('%s', (fileName, title) => {
  expect(titleOf(fileName, 'en')).toBe(title);
});
