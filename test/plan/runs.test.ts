// Where a topic is divided: what a few words between two topics stand beside.
import { expect, test } from 'vitest';
import { plainText } from '../../src/notes/index.ts';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();

/** The slides behind the cover: title and words. */
function slides(text: string): readonly (readonly [title: string, words: string])[] {
  return planOf(studio, `# T\n\n${text}`)
    .slides.slice(1)
    .map((slide) => [slide.title?.text ?? '', slideText(slide).replace(/\s+/gu, ' ').trim()]);
}

const lamps = `- Lamps (two kinds)
  - forty in the outer harbour, nine of them dark since the storm
  - the new ones last three winters, says the maker
`;
const buoys = `- Buoys want paint
  - red for port, green for starboard, and a bell for the one off the point
  - the yard takes four at a time and keeps them a week
  - the bell one last, when the boat is back from the islands and the swell is down
`;

test('a few words behind a topic stand beside it, not below its head', () => {
  const [first, second] = slides(`## Harbour\n\n${lamps}- Ropes: wait for the fair\n${buoys}`);
  expect(first?.[0]).toBe('Harbour');
  expect(first?.[1]).toMatch(/^Lamps \(two kinds\).*Ropes: wait for the fair$/u);
  expect(second?.[0]).toBe('Buoys want paint');
});

test('a few words before the first topic stand beside it', () => {
  const [first, second] = slides(`## Harbour\n\n- Ropes: wait for the fair\n${lamps}${buoys}`);
  expect(first?.[0]).toBe('Harbour');
  expect(first?.[1]).toMatch(/^Ropes: wait for the fair.*Lamps \(two kinds\)/u);
  expect(second?.[0]).toBe('Buoys want paint');
});

const below = (name: string): string =>
  `### ${name}\n\n${buoys.replaceAll('  - ', '- ').replace('- Buoys want paint\n', '')}\n`;

test.each([
  ['a name', 'The *north* pier\n', ['Harbour: The north pier']],
  ['a line that leads on', 'What there is to see of it:\n', ['Harbour: What there is to see of it:']],
  ['names in a list', '- Ada\n- [Bo](https://example.org)\n', ['Harbour: Ada', 'Bo']],
])(
  '%s of a section before its first sub-heading stands below that title, with the section’s name',
  (_, words, lines) => {
    const plan = planOf(studio, `# T\n\n## Harbour\n\n${words}\n${below('Lamps')}${below('Bells')}`).slides;
    const [first, ...others] = plan.slice(1);
    expect(first?.title?.text).toBe('Lamps');
    expect(first?.within?.map(({ content }) => plainText(content))).toEqual(lines);
    expect(JSON.stringify(first?.body)).not.toMatch(/north|what there is|"Ada/iu);
    expect(others.every(({ within }) => within === undefined)).toBe(true);
  },
);

test('a sentence before the first sub-heading opens the section, under its name; before a bullet words stay beside it', () => {
  const [first, second] = slides(
    `## Harbour\n\nNobody sleeps at the pier.\n\n${below('Lamps')}${below('Bells')}`,
  );
  expect(first).toEqual(['Harbour', 'Nobody sleeps at the pier.']);
  expect(second?.[0]).toBe('Lamps');
  const [beside] = slides(`## Harbour\n\n- Ropes: wait for the fair\n${lamps}${buoys}`);
  expect(beside?.[0]).toBe('Harbour');
});

const long = buoys.repeat(2).replace('- Buoys want paint\n', '').replace('- Buoys want paint\n', '');

test('where no slide holds both, a sentence stands by itself and other words are the last row', () => {
  const much = `- Buoys\n${long}${long}`;
  const said = slides(`## Harbour\n\n${lamps}${much}- The ferry must not wait\n`);
  expect(said.at(-1)?.[1]).toBe('The ferry must not wait');
  const named = planOf(studio, `# T\n\n## Harbour\n\n${lamps}${much}- Ropes, chains\n`).slides.at(-1);
  expect(named?.title?.text).toContain('Buoys');
  expect(named && slideText(named).trim()).toMatch(/Ropes, chains$/u);
});

test('a name with nothing said of it stands below the topic before it, which keeps its title', () => {
  const [first, second] = slides(`## Harbour\n\n${buoys}- Moorings\n${lamps}`);
  expect(first?.[0]).toBe('Buoys want paint');
  expect(first?.[1]).toMatch(/Moorings$/u);
  expect(second?.[0]).toBe('Lamps (two kinds)');
});

test('the only bullet between topics that has bullets below it is titled by its head, too', () => {
  const feedback = '- What people said\n  - more light\n  - fewer bells\n  - better coffee\n';
  expect(slides(`## Harbour\n\n${lamps}${buoys}${feedback}`).at(-1)?.[0]).toBe('What people said');
  const two = `${feedback}- Ropes wait for the fair in May, and for the rope maker\n`;
  expect(slides(`## Harbour\n\n${lamps}${buoys}${two}`).at(-1)?.[0]).toContain('Harbour');
});

test('so are two of them, where more of their siblings have slides of their own', () => {
  const bells = '- What bells cost\n  - twice what they did\n  - and nobody pays\n';
  const feedback = '- What people said\n  - more light\n  - fewer bells\n';
  const titles = slides(
    `## Harbour\n\n${lamps}${buoys}${bells}${feedback}${buoys.replace('Buoys', 'Boats')}${lamps.replace('Lamps', 'Lights')}`,
  ).map(([title]) => title);
  expect(titles).toContain('What bells cost');
  expect(titles).toContain('What people said');
  // Three small ones share a slide.
  const ropes = bells.replace('bells', 'ropes');
  const few = slides(`## Harbour\n\n${buoys}${bells}${ropes}${feedback}${buoys.replace('Buoys', 'Boats')}`);
  expect(few.map(([title]) => title)).not.toContain('What bells cost');
});

test('an outline below a bullet is one slide up to more words than one below a heading', () => {
  const inner = `  - first we go around and write down what is broken
  - a list of it hangs in the office
  - the yard
    - takes four buoys at a time and keeps them for a week
    - tells us on the Friday what it will cost, never before that day
    - paints what is left
`;
  expect(slides(`## Harbour\n\n- How it goes\n${inner}${buoys}`).map(([title]) => title)).toEqual([
    'How it goes',
    'Buoys want paint',
  ]);
  expect(slides(`## How it goes\n\n${inner.replace(/^ {2}/gmu, '')}`).length).toBeGreaterThan(1);
});

test('a premise and the first thing that is said under it are points of one slide, where that is short', () => {
  const yard =
    '- The yard\n  - takes four buoys at a time and keeps them for a week or two\n  - paints what is left\n';
  const rest = `- Ropes wait for the fair\n- So does the crane\n${lamps}`;
  const premise = '- let the harbour be closed for the winter\n';
  expect(slides(`## Harbour\n\n${premise}${yard}${rest}`)[0]).toMatchObject([
    'Harbour',
    expect.stringContaining('takes four'),
  ]);
  const long = `- ${'let the harbour be closed for the winter and the spring '.repeat(2)}\n`;
  expect(slides(`## Harbour\n\n${long}${yard}${rest}`)[0]?.[1]).not.toContain('takes four');
});

test('a line with one remark below it is a point like those beside it; between others of its kind it is a topic', () => {
  const remarked = (name: string): string =>
    `- ${name}\n  - has been closed since the storm, and the yard says it will be for a month\n`;
  const points =
    '- Ropes wait for the fair in May, and for the rope maker\n- So does the crane on the quay\n';
  expect(slides(`## Harbour\n\n${points}${remarked('The mole')}${lamps}`)[0]?.[1]).toContain('The mole');
  expect(slides(`## Harbour\n\n${lamps}${remarked('The mole')}${buoys}`).map(([title]) => title)).toContain(
    'The mole',
  );
});

test('a line that goes on from what was said is no title', () => {
  const below =
    '\n  - are dark since the storm in the second week of March\n  - wait for the yard, which has no time before the summer\n';
  expect(slides(`## Harbour\n\n${lamps}- therefore the lamps on the mole${below}`).at(-1)?.[0]).toBe(
    'Harbour',
  );
  expect(slides(`## Harbour\n\n${lamps}- The lamps on the mole${below}`).at(-1)?.[0]).toBe(
    'The lamps on the mole',
  );
});

test('points that are too long for a title share a slide where it holds them, under the title of their section', () => {
  const point = (name: string): string =>
    `- ${name} in the outer harbour have gone dark one after the other since the storm in the second week of March, says the yard\n  - ask there\n`;
  const all = slides(`## Harbour\n\n${['Lamps', 'Buoys', 'Bells', 'Signs'].map(point).join('')}${buoys}`);
  expect(all.map(([title]) => title.split(':')[0])).toEqual(['Harbour', 'Harbour', 'Buoys want paint']);
  expect(all[0]?.[1]).toMatch(/^Lamps.*Buoys/u);
});

const part = (name: string): string =>
  `### ${name}\n\n- forty lamps in the outer harbour, nine of them dark\n- the new ones last three winters, says their maker\n- and the old ones did not\n\n`;

test('a sub-section with nothing below it has no slide, and stands above the next one', () => {
  const all = planOf(
    studio,
    `# T\n\n## Harbour\n\nTwo things were said about it on Monday.\n\n### News\n\n${part('Lamps')}${part('Buoys')}`,
  ).slides;
  expect(all.slice(1).map(({ marker, title }) => [...marker.map(({ text }) => text), title?.text])).toEqual([
    ['Harbour'],
    ['Harbour', 'News', 'Lamps'],
    ['Harbour', 'Buoys'],
  ]);
});

test('one whose formula the marker cannot show keeps its slide', () => {
  const all = planOf(
    studio,
    '# T\n\n## Depth of the tide $h = 2a$ in spring\n\n## Lamps\n\nNine of them are dark.',
  ).slides;
  expect(all.slice(1).map(({ title }) => title?.text)).toEqual([
    'Depth of the tide h = 2a in spring',
    'Lamps',
  ]);
});

test('one that stands above another on the slide of their section is a heading there', () => {
  const all = planOf(
    studio,
    '# T\n\n## Harbour\n\nTwo things.\n\n### News\n\n### Lamps in the outer harbour and the old fish market\n\nNine are dark.',
  ).slides;
  expect(all).toHaveLength(2);
  expect(JSON.stringify(all[1]?.body)).toContain('News');
});
