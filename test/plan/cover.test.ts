import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';

const studio = await openStudio();

test.each([1, 4, 12])('a cover with lines of %i sentences is a cover', (count) => {
  const line = 'The harbour and all who sail in and out of it by night. '.repeat(count).trim();
  const front = ['title', 'subtitle', 'speaker', 'affiliation', 'event', 'date']
    .map((name) => `${name}: "${line}"`)
    .join('\n');
  const { slides } = planOf(studio, `---\n${front}\n---\n\n## Fish\n\n- one\n- two\n`);
  expect(slides[0]?.layout).toBe('title');
  expect(slides.at(-1)?.layout).toBe('bullets');
  expect(slides.filter(({ fill }) => fill > 1)).toEqual([]);
});

test('what a cover has no room for goes on below it, the longest line first', () => {
  const about = 'The harbour and all who sail in and out of it by night. '.repeat(30).trim();
  const { slides } = planOf(
    studio,
    `---\ntitle: "Queues: ${about}"\nspeaker: Ada King\n---\n\n## Fish\n\n- one\n- two\n`,
  );
  expect([...new Set(slides.map(({ layout }) => layout))]).toEqual(['title', 'prose', 'bullets']);
  expect(JSON.stringify(slides[0]?.body)).toContain('Ada King');
  expect(JSON.stringify(slides[1]?.body)).toContain('by night.');
  expect(slides.filter(({ fill }) => fill > 1)).toEqual([]);
});

test.each([
  ['three speakers', 'Ada King, Bo Li, Cy Young', ['Ada King', 'Bo Li', 'Cy Young']],
  ['a name and where it works', 'Ada King, City Libraries', ['Ada King, City Libraries']],
  ['one', 'Ada King', ['Ada King']],
])('%s on a cover', (_, speaker, lines) => {
  const { slides } = planOf(
    studio,
    `---\ntitle: Queues\nspeaker: "${speaker}"\n---\n\n## Fish\n\n- one\n- two\n`,
  );
  const shown = JSON.stringify(slides[0]?.body).matchAll(/"class":"speaker".*?"value":"([^"]*)"/g);
  expect([...shown].map(([, value]) => value)).toEqual(lines);
});

test.each([
  ['a name and what it is', 'Queues: how people wait', 'Queues'],
  ['a kind of talk and what it is about', 'Lecture 7: how people wait', 'Lecture 7: how people wait'],
  ['the same in Ukrainian', 'Лекція 7: як люди чекають', 'Лекція 7: як люди чекають'],
  ['the same in German', 'Vorlesung 7: Warteschlangen', 'Vorlesung 7: Warteschlangen'],
  ['a kind of notes', 'Trip report: how people wait', 'Trip report: how people wait'],
  ['a number', '11: how people wait', '11: how people wait'],
  ['a number behind a sign', '#5: how people wait', '#5: how people wait'],
  ['a short kind with its number', 'Ep. 4: how people wait', 'Ep. 4: how people wait'],
  ['a letter with its number', 'E12: how people wait', 'E12: how people wait'],
  ['a season and an episode', 'S02E05: how people wait', 'S02E05: how people wait'],
  ['a number before the kind', '3. Folge: Warteschlangen', '3. Folge: Warteschlangen'],
  ['a number in Chinese', '第十二课: 排队', '第十二课: 排队'],
  ['a week', 'Week 3: how people wait', 'Week 3: how people wait'],
  ['a kind of subject', 'Topic: how people wait', 'Topic: how people wait'],
  ['a name with a number', 'Llama 2: how it waits', 'Llama 2'],
  ['a letter', 'C: how programs wait', 'C'],
  ['a number with a word of its own', '12 rules: how people wait', '12 rules'],
  ['a short word that is no number', 'No: how people wait', 'No'],
  ['a name that begins like one', 'Lecture halls: how people wait', 'Lecture halls'],
])('%s: what stands large on a cover', (_, title, main) => {
  const { slides } = planOf(studio, `# ${title}\n\n## Fish\n\n- one\n\n## Chips\n\n- two\n`);
  expect(slides[0]?.title?.text).toBe(main);
});

test('a word that goes on over the slides behind the cover is not lost', () => {
  const { slides } = planOf(
    studio,
    `---\nspeaker: "${'海'.repeat(1900)}"\n---\n\n# Harbours\n\n## Fish\n\n- one\n- two\n`,
  );
  const parts = slides.flatMap(({ title }) => (title?.part ? [title.part.number] : []));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts).toEqual(parts.map((_, at) => at + 1));
});
