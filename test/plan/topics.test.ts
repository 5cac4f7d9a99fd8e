import { expect, test } from 'vitest';
import { openStudio, planOf } from './plan-of.ts';
import { slideText } from './shown-words.ts';

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

test('a flat list in no section is titled by the deck: the first of several points does not stand for the others', () => {
  const line = (at: number): string => `- Point ${at} says what there is to say of the tides in eleven words`;
  const text = Array.from({ length: 14 }, (_, at) => line(at + 1)).join('\n');
  const all = titles(text);
  expect(all.length).toBeGreaterThan(2);
  expect(new Set(all.slice(1))).toEqual(new Set(['Talk']));
});

test('slides that nothing tells apart keep the title of their topic', () => {
  const part = (at: number): string =>
    `- Look at case ${at} $x_${at}$ ${'and then at all that follows from it '.repeat(6)}`;
  const all = titles(`# T\n\n## Proof\n\n${[1, 2, 3, 4].map(part).join('\n')}\n`);
  expect(all.length).toBeGreaterThan(1);
  expect(new Set(all)).toEqual(new Set(['Proof']));
});

/** The words on each slide behind the cover, its title first. */
function texts(text: string): readonly string[] {
  return planOf(studio, text)
    .slides.slice(1)
    .map((slide) => `${slide.title?.text} ${slideText(slide)}`.replace(/\s+/gu, ' ').trim());
}

const rows = (count: number): string =>
  Array.from({ length: count }, (_, at) => `| Rope ${at} | ${at} m |`).join('\n');

test('the source of a table that goes on over slides stands below its last rows', () => {
  for (const count of [8, 12, 16, 20, 24, 28]) {
    const all = texts(
      `# T\n\n## Trip\n\n| Item | Length |\n|---|---|\n${rows(count)}\n\nSource: own figures.\n`,
    );
    expect(all.at(-1)).toMatch(/Rope \d.*Source: own figures\.$/u);
  }
});

test('a footnote stands on the slide with its mark when a section is cut by its height', () => {
  const cell = (at: number): string => `| Tier ${at}${at === 2 ? '[^a]' : ''} | ${at} |`;
  const table = Array.from({ length: 30 }, (_, at) => cell(at)).join('\n');
  const all = texts(`# T\n\n## Tiers\n\n| Tier | Price |\n|---|---|\n${table}\n\n[^a]: Without support.\n`);
  expect(all.length).toBeGreaterThan(1);
  expect(all.map((text) => text.includes('Without support'))).toEqual(all.map((_, at) => at === 0));
});

test('who said it stands with the last words of a quotation that goes on over slides', () => {
  for (const count of [10, 14, 18, 22]) {
    const line = 'It was warm that night and nobody slept, least of all the people who had to rise at four.';
    const quotation = Array.from({ length: count }, () => `> ${line}`).join('\n>\n');
    for (const source of ['\n>\n> — A night nurse', '\n\n— A night nurse']) {
      const all = texts(`# T\n\n## A\n\n${quotation}${source}\n`);
      expect(all.length).toBeGreaterThan(1);
      expect(all.at(-1)).toMatch(/at four\..*A night nurse$/u);
    }
  }
});

test('what stands below a number stays with it', () => {
  const step = (at: number): string =>
    `${at}. Step ${at} of the work\n   - take what lies there and carry it up to the house\n   - then come back at ${at} sharp`;
  for (const count of [4, 5, 6, 7, 8]) {
    const steps = Array.from({ length: count }, (_, at) => step(at + 1)).join('\n');
    for (const text of texts(`# T\n\n## Work\n\n${steps}\n`)) {
      const numbers = [...text.matchAll(/Step (\d) of/gu)].map(([, number]) => number);
      const ends = [...text.matchAll(/back at (\d)/gu)].map(([, number]) => number);
      expect(ends).toEqual(numbers);
    }
  }
});

const parts = '## Springs\n\n- one\n- two\n\n## Neaps\n\n- three\n- four\n';

test('contents right below the title are the only agenda; the list above them is in the presenter notes', () => {
  const { slides } = planOf(
    studio,
    `# T\n\n- Springs\n- Neaps\n\n## Contents\n\n- Springs\n- Neaps\n\n${parts}`,
  );
  expect(slides.map(({ layout }) => layout)).toEqual(['title', 'agenda', 'bullets', 'bullets']);
  expect(slides[0]?.presenterNotes).toHaveLength(1);
});

test('the list below the title is the agenda where contents stand later, or nowhere', () => {
  const later = planOf(studio, `# T\n\n- Springs\n- Neaps\n\n${parts}`).slides;
  expect(later.map(({ layout }) => layout)).toEqual(['title', 'agenda', 'bullets', 'bullets']);
  expect(later[0]?.presenterNotes).toHaveLength(0);
});

test('an agenda that is repeated is not shown twice in a row', () => {
  const { slides } = planOf(studio, `# T\n\n- Springs\n- Neaps\n\n${parts}`, 'deck: { agenda: repeat }\n');
  expect(slides.map(({ layout }) => layout)).toEqual(['title', 'agenda', 'bullets', 'agenda', 'bullets']);
});

const said = (names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `- ${name}: we should move the printing to autumn, when the paper is there and the grant is paid, since nobody waits for it`,
    )
    .join('\n');

test('what several people say on one slide is titled by the topic and their names, not by the first', () => {
  expect(titles(`# T\n\n## Budget\n\n${said(['Ines', 'Marco', 'Tove', 'Priya'])}\n`)).toEqual([
    'Budget',
    'Budget: Tove, Priya',
  ]);
});

const rest = '- Lease ends in March\n- Cooling fails every summer, three times last year\n- Power is full\n';

test.each(['- **Why we move**\n', '- Why we move:\n'])('%j in a flat list heads what follows', (head) => {
  const other = head.replace('Why we move', 'What we need');
  const text = `# T\n\n## Moving\n\n${head}${rest.repeat(2)}${other}${rest.repeat(2)}`;
  expect(titles(text)).toEqual(['Why we move', 'What we need']);
});

test('one bold bullet, or bold bullets one after the other, head nothing', () => {
  const one = `# T\n\n## Moving\n\n- **Why we move**\n${rest.repeat(5)}`;
  expect(titles(one)[0]).toBe('Moving');
  const all = `# T\n\n## Moving\n\n- **Lease**\n- **Cooling**\n- **Power**\n${rest.repeat(5)}`;
  expect(titles(all)[0]).toBe('Moving');
});

test('a break before the next heading leaves no trace; one between points asks for a slide', () => {
  const layoutsOf = (text: string) =>
    planOf(studio, text).slides.map(({ layout, composition, body }) => [
      layout,
      composition,
      JSON.stringify(body),
    ]);
  const talk = (rule: string): string =>
    `# T\n\n## Lamps\n\n- red\n- white\n\n${rule}## Buoys\n\n- bell\n\n<!-- slow -->\n\n${rule}## Paint\n\n- green\n- black\n`;
  const shapes = (text: string) => layoutsOf(text).map(([layout, composition]) => [layout, composition]);
  expect(shapes(talk('---\n\n'))).toEqual(shapes(talk('')));
  expect(layoutsOf(talk('---\n\n')).join()).not.toContain('thematicBreak');
  const hinted = planOf(
    studio,
    '# T\n\n## Lamps\n\n- red\n\n---\n\n- white\n',
    'sections:\n  Lamps: { layout: bullets }\n',
  );
  expect(JSON.stringify(hinted.slides)).not.toContain('thematicBreak');
  expect(titles('# T\n\n## Lamps\n\n- red\n\n---\n\n- white\n')).toHaveLength(2);
});

test('a formula counts by how long it is when it is drawn, not by its source', () => {
  const source =
    '\\left\\lbrace 0, 1 \\right\\rbrace ^{\\ast} \\rightarrow \\left\\lbrace 0, 1 \\right\\rbrace';
  const point = (words: string): string => `  - ${words}: $${source}$ and $${source}$\n`;
  const topic = `- The code\n${point('it is')}${point('it was')}${point('it will be')}`;
  const { slides } = planOf(studio, `# T\n\n## Words\n\n${topic}- Ropes wait for the fair\n`);
  expect(slides.filter(({ layout }) => layout !== 'title')).toHaveLength(1);
});

const outline = [
  'More compute and longer training - no saturation seen yet',
  'given an amount of compute',
  'Long context pretraining',
  'the length is determined by the data',
  'a longer context makes the cache grow a lot, so that larger batches become infeasible',
  'Instruction tuning - lets you encode what is asked for within the model itself',
  'other datasets lack diversity and quality',
  'focus on fewer but clean data for models of higher quality',
  'Human preference data',
  'compared to other datasets their samples were longer and came in more turns',
  'Context distillation',
  'generate safety prompts with adjectives like responsible, respectful and wise',
  'prefix them to prompts that ask for harm',
];

test('names stand out by their capital in a long flat list, and head what stands behind them', () => {
  const all = titles(outline.map((line) => `- ${line}`).join('\n'));
  for (const name of ['More compute and longer training', 'Long context pretraining', 'Context distillation'])
    expect(all).toContain(name);
});

test('in a list whose points all begin with a capital, nothing stands out', () => {
  const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);
  const all = titles(outline.map((line) => `- ${capital(line)}`).join('\n'));
  expect(all).not.toContain('Long context pretraining');
});

const log = (times: readonly string[]): string =>
  times
    .map(
      (time) => `**[${time}]** They show a lamp that burns without any oil, for hours, and nobody knows how.`,
    )
    .join('\n\n');

test('entries of a log are slides named by their first and last times, and none by the words behind a time', () => {
  const times = ['8:18', '8:23', '8:41', '8:44', '8:47', '8:49', '8:51', '9:00', '9:02', '9:05'];
  const found = titles(`# Live from the harbour\n\n${log(times)}\n`).slice(1);
  expect(found.length).toBeGreaterThan(1);
  for (const title of found) expect(title).toMatch(/^\d:\d\d – \d:\d\d$|^\d:\d\d$/);
});

test('below a heading the times stand behind it, and what stands below an entry makes no title of it', () => {
  const below = '\n\nThey did so again.\n\n- from the left\n- from the right\n\n';
  const text = `# T\n\n## Lamps\n\n${log(['8:18', '8:23', '8:41'])}${below}${log(['8:44', '8:47', '8:49', '8:51'])}\n`;
  const found = titles(text);
  expect(found[0]).toBe('Lamps');
  for (const title of found.slice(1)) expect(title).toMatch(/^Lamps: \d:\d\d( – \d:\d\d)?$/);
});
