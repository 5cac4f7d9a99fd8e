// What stands together on a slide: sentences, lists and questions that are not torn, and lines that belong to what is above them.
import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

const studio = await openStudio();

/** The slides behind the cover: title and words. */
function slides(text: string): readonly (readonly [title: string, words: string])[] {
  return planOf(studio, `# T\n\n${text}`)
    .slides.slice(1)
    .map((slide) => [slide.title?.text ?? '', slideText(slide).replace(/\s+/gu, ' ').trim()]);
}

function titles(text: string): readonly string[] {
  return slides(text).map(([title]) => title.replace(/\s+/gu, ' ').trim());
}

const filler =
  'The lamps on the quay go dark one after the other, and nobody has the key to the box. '.repeat(4);

test.each([
  [
    'All that the screen says is “Who goes there?” in letters of light.',
    'All that the screen says is “Who goes there?” in letters of light.',
  ],
  ['We asked Dr. Miller at the harbour about it.', 'We asked Dr. Miller at the harbour about it.'],
  [
    'We went out to the island with the last boat of the\nday and came back on foot.',
    'We went out to the island with the last boat of the day and came back on foot.',
  ],
  ['Does anybody know? We asked all of them.', 'Does anybody know?'],
])('%j is told apart from what comes behind it by its sentences', (first, sentence) => {
  const all = slides(`## Night\n\n${filler}\n\n${first} Then it was quiet again. ${filler}\n`);
  const whole = all.map(([title, words]) => `${title} ${words}`);
  const pieces = sentence.split(' ');
  const found = whole.find((text) => text.includes(pieces.slice(0, 3).join(' ')));
  expect(found?.replace(/\s+/gu, ' ')).toContain(pieces.slice(-3).join(' '));
});

const listing = `\`\`\`js\n${Array.from({ length: 12 }, (_, at) => `lamp(${at});`).join('\n')}\n\`\`\`\n`;

test('a line that is a link stands below the listing before it; a sentence leads to what follows', () => {
  const after = 'The light in the third lamp is what matters here, and it is easy to miss it in the dark.';
  const link = slides(
    `## Lamps\n\n${listing}\n[Light them here](https://example.org).\n\n${after}\n\n${filler}\n`,
  );
  expect(link[0]?.[1]).toMatch(/lamp\(11\);.*Light them here/u);
  const said = slides(`## Lamps\n\n${listing}\nLight them here.\n\n${after}\n\n${filler}\n`);
  expect(said[0]?.[1]).not.toContain('Light them');
});

const names = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${at + 1}. Quay${at + 1}`).join('\n');

test('many names among running text stand on one slide, with the sentence above them', () => {
  const text = (count: number): string =>
    `## Quays\n\n${filler}\n\nThese are all that there are.\n\n${names(count)}\n\n${filler}\n`;
  const [, second] = slides(text(16));
  expect(second?.[1] ?? '').toMatch(/Quay1\b.*Quay16$/u);
  expect(`${second?.[0]} ${second?.[1]}`).toContain('These are all');
});

test('a question with its answer in one line is titled by the question', () => {
  const line =
    '- Q: Would you build it again? A: Yes, with half the lamps and twice the people to look after them.\n';
  const rest = `- Lamps\n  - forty in the outer harbour, nine of them dark since the storm in March\n  - the new ones last three winters and a summer\n`;
  expect(titles(`## End\n\n${rest}${line}`)).toContain('Q: Would you build it again?');
  const figure =
    '- Q1: 12 % more than in the year before, and that without the ferry that was in the yard until May\n';
  expect(titles(`## End\n\n${rest}${figure}`)).toContain('Q1');
});

test('labels say what asks and what answers where no mark does', () => {
  const pair = (name: string): string =>
    `- Q. And how do you find the ${name}\n- A. With a torch, in the dark, when all the others have gone home and it is quiet\n`;
  const all = titles(`## End\n\n${['key', 'box', 'lamp', 'quay'].map(pair).join('')}`);
  expect(all).toEqual(['key', 'box', 'lamp', 'quay'].map((name) => `Q. And how do you find the ${name}`));
});

test('a bullet’s dash at its end is no word of the title', () => {
  const point = (name: string): string =>
    `- ${name} –\n  - not convinced that the lamps are worth what they cost us each winter\n  - wants to see the figures of the three years before this one\n`;
  expect(titles(`## Talk\n\n${point('Ines')}${point('Marco')}${point('Tove')}`)).toEqual([
    'Ines',
    'Marco',
    'Tove',
  ]);
});

test('a short name with a short word behind it is a title with it, when bullets stand below; a sentence is the lead', () => {
  const points = `  - not convinced that the lamps are worth what they cost us each winter\n  - wants to see the figures of the three years before this one\n`;
  const group = (rest: string): string =>
    ['One', 'Two', 'Three'].map((name) => `- Group ${name}: ${rest}\n${points}`).join('');
  expect(titles(`## Talk\n\n${group('lamps')}`)[0]).toBe('Group One: lamps');
  expect(titles(`## Talk\n\n${group('we talked about lamps.')}`)[0]).toBe('Group One');
  expect(titles(`## Talk\n\n${group('all that has to be said of lamps and of buoys')}`)[0]).toBe('Group One');
});

const turn =
  'Ines says that the lamps have to wait until the paint is dry, and that it will not be dry before May.';

test('bullets that stand alone above paragraphs head them', () => {
  const item = (name: string): string => `* ${name}\n\n${turn}\n\nTo do: ask the yard.\n\n`;
  const all = slides(`## Items\n\n${item('Lamps of the quay')}${item('Buoys')}${item('Ropes')}`);
  expect(all.map(([title]) => title)).toEqual(['Lamps of the quay', 'Buoys', 'Ropes']);
  // A label above a bullet that heads something has nothing behind it.
  const labelled = `* Paint for the masts and the pier\n\nThe yard has to be asked when it has time.\n\nTo do:\n\n* Ropes of the ferry\n\n${turn}\n\n`;
  expect(titles(`## Items\n\n${item('Lamps of the quay')}${labelled}${item('Buoys')}`)).toEqual([
    'Lamps of the quay',
    'Paint for the masts and the pier',
    'Ropes of the ferry',
    'Buoys',
  ]);
});

test('one bullet above paragraphs, or bullets above their pictures, head nothing', () => {
  expect(titles(`## Items\n\n* Lamps\n\n${turn}\n\n${filler}\n`)[0]).toBe('Items');
  const shown = (name: string): string =>
    `* ${name} of the outer harbour in the rain\n\n![](${name}.png)\n\n`;
  expect(titles(`## Items\n\n${['lamp', 'buoy', 'rope'].map(shown).join('')}`)[0]).toBe('Items');
});

test('a list that one slide holds is not torn when the words around it ask for another', () => {
  const steps =
    '1. The lamp of the quay\n2. The lamp that the pilots see first when they come in\n3. The bell\n4. The three buoys behind it';
  const all = slides(
    `## Way\n\nThis is the way that all take who come in at night, and in this order.\n\n${steps}\n\nThen they are at the pier.\n\n${filler}\n`,
  );
  expect(
    all.some(([, words]) => words.includes('The lamp of the quay') && words.includes('The three buoys')),
  ).toBe(true);
});

test('a bullet that is a link is one of several, and no title of those behind it', () => {
  const link = (name: string, at: number): string =>
    `- [${name}](https://example.org/${at})${' – somebody with a long name wrote it in the winter'.repeat(at % 2)}\n`;
  const text = ['Tides', 'Lamps of Old', 'Buoys', 'Ropes and Tar'].flatMap((name) => [
    name,
    `${name} for pilots`,
  ]);
  const all = titles(
    `## Links\n\n${text.map(link).join('')}${text.map((name, at) => link(`More ${name}`, at)).join('')}`,
  );
  expect(all.length).toBeGreaterThan(1);
  expect(all.every((title) => title.startsWith('Links'))).toBe(true);
});

test('a remark in brackets of two sentences is not torn', () => {
  const remark = '(We have seen it once. It was in May.)';
  const all = slides(`## Night\n\n${filler}\n\nAll that is told of the bell is true. ${remark} ${filler}\n`);
  const bodies = planOf(
    studio,
    `# T\n\n## Night\n\n- Bell: It rings by itself. ${remark} Nobody knows.\n`,
  ).slides;
  expect(all.some(([, words]) => words.includes(remark))).toBe(true);
  expect(JSON.stringify(bodies)).not.toMatch(/seen it once\."/u);
});

test('what a few sentences say of a listing stands below it where there is room', () => {
  const remark = `${'The lamps are lit one after the other, as one fire is carried along the quay. '.repeat(2)}So they last.`;
  const after = 'All lamps burn until the morning.';
  const below = slides(`## Lamps\n\n${listing}\n${remark}\n\n${after}\n\n${filler}\n`);
  expect(below[0]?.[1]).toContain('So they last');
  const tall = listing.replace(
    'lamp(0);',
    Array.from({ length: 8 }, (_, at) => `lamp(${at}, 'a wick of the year before');`).join('\n'),
  );
  const apart = slides(`## Lamps\n\n${tall}\n${remark}\n\n${after}\n\n${filler}\n`);
  expect(apart[0]?.[1]).not.toContain('So they last');
});

test('what introduces a listing that fills a slide stays with the words before it', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, at) => `lamp(${at}, 'a wick of the year before');`).join('\n');
  const text = (count: number): string =>
    `## Lamps\n\nThe quay is dark at night.\n\nSo all lamps are lit, in the order of their numbers, by those who are on watch that night, and it looks like this:\n\n\`\`\`js\n${lines(count)}\n\`\`\`\n`;
  const whole = slides(text(19));
  expect(whole).toHaveLength(2);
  expect(whole[0]?.[1]).toContain('looks like this');
  expect(slides(text(10)).at(-1)?.[1]).toContain('looks like this');
});

test('a link alone stays with what it is the source of', () => {
  const remark = `${'The lamps are lit one after the other, as one fire is carried along the quay. '.repeat(2)}So they last.`;
  for (const lines of [listing, listing.replace('lamp(0);', 'lamp(0); '.repeat(90))]) {
    const all = slides(`## Lamps\n\n${lines}\n${remark}\n\n[source](https://example.org)\n`);
    expect(all.at(-1)?.[1]).toMatch(/So they last.*source/u);
  }
});

test('a command that is all of a line is set on one line where the usual size holds it', () => {
  const size = (command: string): string | undefined =>
    planOf(studio, `# T\n\n## Run\n\n- \`${command}\`\n- It needs nothing else\n`).slides[1]?.bodySize;
  expect(size('run')).toBe('xxxl');
  expect(size('$ ./harbour.pyz serve --at=the-quay --http=:8000')).toBe('lg');
});

const threeNamed = (words: number): string =>
  ['Time', 'Wind', 'Swell'].map((name) => `- **${name}**: ${'word '.repeat(words)}end.`).join('\n');

test('three named points with the line that leads to them stay together, a little over what a slide aims at', () => {
  const behind = `${'behind '.repeat(30)}it.`;
  const bodies = (words: number): readonly string[] =>
    planOf(
      studio,
      `# T\n\n## Risks\n\nThere are three of them:\n\n${threeNamed(words)}\n\n${behind}\n`,
    ).slides.map(slideText);
  const [, first = '', second = ''] = bodies(22);
  expect(first).toMatch(/There are three[\s\S]*Time[\s\S]*Wind[\s\S]*Swell/u);
  expect(first).not.toContain('behind');
  expect(second).toContain('behind');
  // Too much to be taken in together.
  expect(bodies(34).some((text) => /Time[\s\S]*Swell/u.test(text))).toBe(false);
});
