import { expect, test } from 'vitest';
import { type Phrasing, plainText } from '../../src/notes/index.ts';
import { untilFormula } from '../../src/plan/topics/short-words.ts';
import { blocksOf } from '../theme/markdown.ts';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();
const long =
  'Felix: does “correctness first” being first on the list align with how we prioritise work, seeing how many soundness bugs we let lie?';
const remarks = ['Josh', 'Niko', 'Mara']
  .map(
    (name) => `  - ${name}: ${'this does suggest a trade between what is right and what is kept '.repeat(3)}`,
  )
  .join('\n');

test('the marker has one line, and what it has no room for stands on the slide', () => {
  const { slides } = planOf(
    studio,
    `# T\n\n## Questions that were asked in the meeting\n\n- ${long}\n${remarks}\n`,
  );
  const below = slides.filter(({ marker }) => marker.length > 0);
  expect(below.length).toBeGreaterThan(1);
  for (const { marker } of below) {
    const line = marker.map(({ text }) => text).join(' · ');
    expect(studio.measure.lines([{ type: 'text', value: line }], 'marker', 1056, 'sm'), line).toBe(1);
  }
  expect(
    slides.filter((slide) => `${slide.title?.text} ${slideText(slide)}`.includes('soundness bugs')),
  ).toHaveLength(1);
});

test('a name says as much in the marker as in the title of its own slide', () => {
  const answer =
    'This does suggest a trade between what is right and what is kept. Should what is kept be somewhere on this list? It could, but in practice it belongs higher than third. What is right is one of the rare cases where we will consider breaking what is kept, though.';
  const { slides } = planOf(
    studio,
    `# Work\n\n## Questions\n\n* Felix: does what is right being first on the list align with how we order work? Consider what we let lie. ${answer}\n   * Josh: ${answer}\n\n* Felix: The principles are a good place to give a shout-out.\n`,
  );
  const names = slides.flatMap(({ marker }) => marker.map(({ text }) => text));
  expect(names).toContain('Felix: does what is right being first on the list align with how we order work?');
  expect(names).not.toContain('Felix');
});

test.each([
  ['For every machine $M_k$ there is another $N$', 'For every machine …'],
  ['Let $M$ be one', 'Let … be one'],
  ['For every machine', 'For every machine'],
])('the name of “%s” is “%s”', (text, expected) => {
  const [paragraph] = blocksOf(text);
  expect(paragraph?.type === 'paragraph' && untilFormula(paragraph.children as Phrasing[])).toBe(expected);
});

test('names that have room are left as they are', () => {
  const { slides } = planOf(studio, `# T\n\n## Questions\n\n- Harbours\n${remarks}\n`);
  const named = slides.find(({ marker }) => marker.length === 2);
  expect(named?.marker.map(({ text }) => text)).toEqual(['Questions', 'Harbours']);
});

const chapter = (name: string): string =>
  `### ${name}\n\n${Array.from({ length: 4 }, (_, at) => `- ${'a point of those that fill a slide by themselves and leave no room '.repeat(at === 0 ? 1 : 2)}`).join('\n')}\n\n`;

test('a heading with room in the marker beside another name is shown there whole, and nowhere else', () => {
  const heading = 'What changes when the ferry runs at night – “the second timetable”';
  const { slides } = planOf(studio, `# T\n\n## ${heading}\n\n${chapter('Crews')}${chapter('Lights')}`);
  const [first, second] = slides.slice(1);
  expect(first?.marker.map(({ text }) => text)).toEqual([heading]);
  expect(second?.marker.map(({ text }) => text)).toEqual([heading]);
  expect(slides.some((slide) => slideText(slide).includes('timetable'))).toBe(false);
  expect(slides.every(({ within }) => within === undefined)).toBe(true);
});

test('two names share the line: the outer one is cut first, and the nearest keeps the most', () => {
  const outer = 'What changes when the ferry runs at night and nobody is on the quay';
  const inner = 'Crews that have to learn the second timetable by heart';
  const { slides } = planOf(
    studio,
    `# T\n\n## ${outer}\n\n${chapter('Lights')}### ${inner}\n\n${chapter('Pay').replace('###', '####')}${chapter('Rest').replace('###', '####')}`,
  );
  const pay = slides.find(({ title }) => title?.text === 'Pay');
  const [one = '', two] = pay?.marker.map(({ text }) => text) ?? [];
  expect(one).toMatch(/^What changes .*…$/u);
  expect(two).toBe(inner);
});

test('a heading with more words than a marker has room for stands below the title of one slide, not among the points', () => {
  const heading =
    'Everything that changes for the crews and for the passengers when the ferry runs at night, and who pays for that';
  const { slides } = planOf(studio, `# T\n\n## ${heading}\n\n${chapter('Crews')}${chapter('Lights')}`);
  expect(slides.map(({ within }) => within?.map(({ content }) => plainText(content)))).toEqual([
    undefined,
    [heading],
    ...slides.slice(2).map(() => undefined),
  ]);
  expect(JSON.stringify(slides[1]?.body)).not.toContain('passengers');
  expect(slides[1]?.marker).toEqual([]);
  expect(slides[2]?.marker[0]).toMatchObject({ isAgain: true });
  const crowded = planOf(
    studio,
    `# T\n\n## ${heading}\n\n### Crews\n\n- ${'word '.repeat(66)}\n\n${chapter('Lights')}`,
  );
  expect(crowded.slides.every(({ fill }) => fill <= 1)).toBe(true);
});

test('a section of an outline begins where its first question does, and both names are shown', () => {
  const answer = 'Those in the north sing for twenty hours, and nobody who heard them knows why. '.repeat(2);
  const { slides } = planOf(
    studio,
    `- Whales sing at night\n- How long do they sing?\n- ${answer}\n- Why do they sing?\n- ${answer}\n`,
    'outline:\n  - { title: Whales, from: Whales }\n  - { title: Q&A, from: How long }\n',
  );
  const named = slides.flatMap(({ marker }) => marker.filter(({ text }) => text === 'Q&A'));
  expect(named.map(({ isAgain }) => isAgain)).toEqual([undefined, true]);
});
