// What is cheap alone, many times: each is told with its limit, or bounded by counts, never by the clock.
import { expect, test } from 'vitest';
import { positionOf } from '../../src/diagnostics/index.ts';
import { renderMarp } from '../../src/render/marp/index.ts';
import { folderWith, lectern } from '../cli/lectern.ts';
import { baseTheme, deckOf } from '../render/talk.ts';

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

async function htmlOf(notes: string, hints?: string) {
  const files = { 'talk.md': notes, ...(hints !== undefined && { 'talk.hints.yaml': hints }) };
  return lectern(folderWith(files), ['talk.md', '--to', 'html']);
}

const sections = lines(1_100, (at) => `## Part ${at}\n\n- a\n`);

test('hints are read as far as a talk has any', async () => {
  const hints = `sections:\n${lines(20_000, (at) => `  Part ${at}: { layout: bullets }`)}`;
  const { code, stderr } = await htmlOf('# Talk\n\n## Part 1\n\n- a\n', hints);
  expect(stderr).toContain('there are more than 250,000 characters of hints');
  expect(code).toBe(1);
});

test('a front matter is read as far as a talk has any', async () => {
  const { stderr } = await htmlOf(
    `---\n${lines(40_000, (at) => `k${at}: v`)}\n---\n\n# Talk\n\n## A\n\n- b\n`,
  );
  expect(stderr).toContain('The front matter has more than 250,000 characters');
});

test.each([['first words', lines(9_500, (at) => `  Par${at}x: {}`)]])(
  'sections are looked up so many times: %s',
  async (_, keys) => {
    const { code, stderr } = await htmlOf(`# Talk\n\n${sections}`, `sections:\n${keys}`);
    expect(stderr).toContain('looking them up takes more than 10 million comparisons');
    expect(stderr).toContain('1 error in 1 file');
    expect(code).toBe(1);
  },
);

test('every section of a long book may have its hints', async () => {
  const hints = `sections:\n${lines(1_100, (at) => `  Part ${at}: { title: P${at} }`)}`;
  const { code, stdout, stderr } = await htmlOf(`# Talk\n\n${sections}`, hints);
  expect(stderr).not.toMatch(/warning|error/);
  expect(stdout).toContain('slides');
  expect(code).toBe(0);
});

test('a hundred errors of the hints are named', async () => {
  const { stderr } = await htmlOf(
    '# Talk\n\n## A\n\n- b\n',
    `sections:\n${lines(3_000, (at) => `  X${at}: {}`)}`,
  );
  expect(stderr).toContain('100 errors in 1 file');
});

test('thousands of problems in one text are placed at once', () => {
  const source = { path: 'talk.md', text: `${'words '.repeat(20)}\n`.repeat(15_000) };
  const start = process.cpuUsage();
  const at = (count: number) => positionOf(source, { start: count * 100 });
  const places = Array.from({ length: 15_000 }, (_, count) => at(count).line);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
  expect(places.at(-1)).toBe(Math.floor((14_999 * 100) / 121) + 1);
});

const sequence = `\`\`\`mermaid\nsequenceDiagram\n${lines(290, (at) => `a${at % 4}->>b: ${'words '.repeat(8)}`)}\n\`\`\``;

test('diagrams behind those that are drawn are shown as their source, with one warning', async () => {
  const { stderr, code } = await htmlOf(`# Talk\n\n${lines(20, (at) => `## D${at}\n\n${sequence}\n`)}`);
  expect(stderr.match(/render\/diagram/g)?.length).toBe(1);
  expect(stderr).toContain('the diagrams before it have some 1500 arrows and lines');
  expect(code).toBe(0);
});

test('formulas have so many characters together', async () => {
  const { stderr } = await htmlOf(`# Talk\n\n${lines(200, () => `## F\n\n$$\n${'x+'.repeat(400)}1\n$$\n`)}`);
  expect(stderr).toContain('the formulas have more than 100,000 characters together');
});

const x = (count: number): string => 'x'.repeat(count);

test.each([
  ['a long one, often', String.raw`\def\a{${x(4000)}}${'\\a'.repeat(900)}`],
  ['an argument, often', String.raw`\def\a#1{${'#1'.repeat(2000)}}\a{${x(4000)}}`],
  ['one in itself', String.raw`\def\b{\sqrt{\b}}\b`],
  ['many in one in itself', String.raw`\def\b{${'\\sqrt{'.repeat(30)}\b${'}'.repeat(30)}}\b`],
  ['doubled, and doubled again', String.raw`\edef\a{xx}${'\\edef\\a{\\a\\a}'.repeat(40)}\a`],
])('what a macro gives counts: %s', async (_, formula) => {
  for (const notes of [`$$\n${formula}\n$$`, `$${formula}$`]) {
    const { stderr, code } = await htmlOf(`# Talk\n\n## F\n\n${notes}\n`);
    expect(stderr).toContain('the formula is not valid TeX: Too many expansions');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(0);
  }
});

test('macros as they are written are drawn', async () => {
  const macros = String.raw`\newcommand{\norm}[1]{\left\lVert #1 \right\rVert} \def\R{\mathbb{R}} \let\x=a`;
  const { stderr } = await htmlOf(
    `# Talk\n\n## F\n\n$$\n${macros} ${'\\norm{\\x}_\\R + '.repeat(60)}1\n$$\n`,
  );
  expect(stderr).not.toMatch(/warning|error/);
});

test('what is coloured in a deck does not depend on the decks before it', async () => {
  const theme = await baseTheme();
  const code = `\`\`\`diff\n${'+ one line that is new\n'.repeat(2_000)}\`\`\``;
  const slides = [1, 2, 3].map((at) => ({ title: `Part ${at}`, body: code }));
  const deck = deckOf(slides, { code: true });
  const first = await renderMarp(deck, theme);
  expect((await renderMarp(deck, theme)).html).toBe(first.html);
  expect(first.html).toContain('shiki-token-inserted');
});

test('emoji behind 10,000 are letters, with one warning', async () => {
  const { stderr, code } = await htmlOf(`# Talk\n\n## Part\n\n${'😀 '.repeat(10_000)}\n\n## Last\n\n🎉 😀`);
  expect(stderr).toContain('talk.md:9:1 warning 10,000 emoji are drawn');
  expect(code).toBe(0);
});

test('10,000 emoji are drawn', async () => {
  const { stderr } = await htmlOf(`# Talk\n\n## Part\n\n${'😀 '.repeat(9_999)}\n\n## Last\n\n🎉`);
  expect(stderr).not.toMatch(/warning|error/);
});

test('a list of 4,000 bullets takes no more than its share of the time', async () => {
  const seconds = async (count: number): Promise<number> => {
    const start = process.cpuUsage();
    await htmlOf(`# Talk\n\n## Part\n\n${lines(count, (at) => `- a${at} b c`)}\n`);
    return process.cpuUsage(start).user / 1e6;
  };
  await seconds(500);
  expect(await seconds(4_000)).toBeLessThan(16 * Math.max(0.25, await seconds(500)));
});

test('the title of a callout is as short as a heading', async () => {
  const marked = '==a=='.repeat(5_000);
  const { stderr, code } = await htmlOf(`# Talk\n\n## A\n\n> [!note] ${marked}\n> ${marked}\n`);
  expect(stderr).toContain('talk.md:5:1 error the title of the callout has more than 2,000 characters');
  expect(code).toBe(1);
  const short = await htmlOf(`# Talk\n\n## A\n\n> [!note] ${'==a=='.repeat(300)}\n> ${marked}\n`);
  expect(short.stderr).not.toMatch(/error/);
});
