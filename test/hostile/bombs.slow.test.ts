// Notes that ask for far more than they hold: each is built, or refused with the limit's name, in 10 s of the processor and 1 GB.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { inTime } from '../../src/render/diagram/diagram-svg.ts';
import { folderWith } from '../cli/lectern.ts';

const program = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url));
const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const long = 'x'.repeat(50_000);
const use = (id: number): string => `<use href="#g${id}"/>`.repeat(10);
const picture = randomBytes(150_000).toString('base64');

interface Bomb {
  readonly notes: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly hints?: string;
  /** What is reported; not there where it is built without a word. */
  readonly says?: string;
}

const bombs: Readonly<Record<string, Bomb>> = {
  'comments before no drawing': {
    notes: '![a](a.svg)',
    files: { 'a.svg': `${'<!---->'.repeat(30)}<sv` },
    says: 'notes/picture-unreadable',
  },
  '400 arrows among 20 shapes': {
    notes: `\`\`\`mermaid\ngraph LR\n${lines(400, (at) => `n${at % 20} --> n${(at * 7 + 3) % 20}`)}\n\`\`\``,
    says: 'at most 200 shapes and 200 arrows are drawn',
  },
  'arrows from 300 shapes to 300': {
    notes: `\`\`\`mermaid\ngraph LR\n${lines(300, (at) => `a${at}`).replaceAll('\n', ' & ')} --> ${lines(300, (at) => `b${at}`).replaceAll('\n', ' & ')}\n\`\`\``,
    says: '90000 arrows',
  },
  '1,000 messages': {
    notes: `\`\`\`mermaid\nsequenceDiagram\n${lines(1000, (at) => `a${at}->>b: c`)}\n\`\`\``,
    says: 'at most 300 lines are drawn',
  },
  'as many arrows as there may be': {
    notes: `\`\`\`mermaid\ngraph LR\n${lines(200, (at) => `n${at % 50} --> n${(at * 7 + 3) % 50}`)}\n\`\`\``,
  },
  '50 diagrams as large as they may be': {
    notes: lines(
      50,
      (deck) =>
        `## D${deck}\n\n\`\`\`mermaid\ngraph LR\n${lines(200, (at) => `n${at % 50}-${deck} --> n${(at * 7 + 3) % 50}-${deck}`)}\n\`\`\`\n`,
    ),
    says: 'the diagrams before it have some 1500 arrows and lines',
  },
  '20,000 hints': {
    notes: lines(2000, (at) => `## S${at}\n\n- a\n`),
    hints: `sections:\n${lines(20_000, (at) => `  S${at}: { layout: bullets }`)}`,
    says: '250,000 characters of hints',
  },
  'hints with stars': {
    notes: lines(2000, (at) => `## S${at}\n\n- a\n`),
    hints: `sections:\n${lines(9_000, (at) => `  "*${at}*": { layout: bullets }`).slice(0, 249_000)}`,
    says: 'hints/',
  },
  '50 formulas of 190 levels': {
    notes: lines(50, (at) => `## F${at}\n\n$$\n${'\\frac{a}{'.repeat(190)}${at}${'}'.repeat(190)}\n$$\n`),
  },
  '2,000 formulas': {
    notes: lines(2000, (at) => `## F${at}\n\n- word $a_{${at}} + \\frac{b}{c} = \\sqrt{2}$\n`),
  },
  '200 formulas of 190 levels': {
    notes: lines(200, (at) => `## F${at}\n\n$$\n${'\\frac{a}{'.repeat(190)}b${'}'.repeat(190)}\n$$\n`),
    says: '100,000 characters together',
  },
  '7,000 bullets': { notes: lines(7000, (at) => `- a${at} b c`) },
  '7,000 bullets with names': { notes: lines(7000, (at) => `- **Name ${at}**: words of it`) },
  '7,000 bullets behind times': { notes: lines(7000, (at) => `- 8:${10 + (at % 50)} entry ${at}`) },
  '7,000 bullets on five levels': { notes: lines(7000, (at) => `${'  '.repeat(at % 5)}- b${at}`) },
  '1,500 small diagrams': {
    notes: lines(1500, (at) => `\`\`\`mermaid\ngraph LR\n a${at} --> b\n\`\`\`\n`),
    says: 'the diagrams before it have some 1500 arrows and lines',
  },
  '7,000 bullets that are links': { notes: lines(7000, (at) => `- [a${at}](https://example.org/${at})`) },
  '5,000 uses of one picture': {
    notes: '![a](a.svg)\n\n'.repeat(5000),
    files: { 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>' },
  },
  '3,500 parts that fold': {
    notes: lines(3500, (at) => `<details><summary>S${at}</summary>\n\nbody\n\n</details>\n`),
  },
  'a paragraph of 74,000 words': { notes: 'a '.repeat(74_000) },
  'a paragraph of 74,000 lines': { notes: 'a\n'.repeat(74_000) },
  'two lines of a conversation among 7,000 broken by spaces': {
    notes: `${'Ada: b\n'.repeat(2)}${'c d  \n'.repeat(7_000)}`,
  },
  '20,000 lines broken by spaces': { notes: 'c d  \n'.repeat(20_000), says: '7,500 paragraphs' },
  'a paragraph of 37,000 code spans': { notes: '`c` '.repeat(37_000) },
  '49,000 Chinese words in one bullet': {
    notes: `- ${'潮，'.repeat(49_000)}`,
    says: 'no font of the theme has',
  },
  '250,000 emoji': { notes: '😀 '.repeat(250_000), says: 'more than 100,000 emoji' },
  '98,000 emoji': { notes: `${'😀 '.repeat(49_000)}\n\n`.repeat(2), says: '10,000 emoji are drawn' },
  '200,000 names of emoji': { notes: ':smile: '.repeat(200_000), says: 'more than 25,000 names of emoji' },
  'as many names of emoji as there may be': {
    notes: `${':smile: '.repeat(12_500)}\n\n`.repeat(2),
    says: '10,000 emoji are drawn',
  },
  '800 entities in a paragraph': {
    notes: `${'word '.repeat(68)}&amp; `.repeat(800),
    says: 'more Markdown from here on than can be read',
  },
  '100,000 entities': { notes: '&amp; '.repeat(100_000), says: 'more Markdown from here on' },
  'a listing as long as there may be': { notes: `\`\`\`js\n${'let a = [1, 2];\n'.repeat(990)}\`\`\`` },
  '7,000 remarks in one section': { notes: '<!-- a --> '.repeat(7_000) },
  'contents of 2,000 lines': {
    notes: `${lines(2_000, (at) => `- The part ${at}`)}\n\n${lines(2_000, (at) => `## Part ${at}\n\na\n`)}`,
  },
  '100,000 bullets': { notes: '- a\n'.repeat(99_990), says: '7,500 paragraphs, lines and bullets' },
  'a callout with one letter marked in title and body': {
    notes: `> [!note] ${'==a=='.repeat(19_500)}\n> ${'==a=='.repeat(19_500)}`,
    says: 'the title of the callout has more than 2,000 characters',
  },
  'a callout with as long a title as there may be': {
    notes: `> [!note] ${'==a=='.repeat(390)}\n> ${'==a=='.repeat(19_500)}`,
  },
  '5,000 uses of a long address': { notes: `${'[a][r] '.repeat(5000)}\n\n[r]: https://example.org/${long}` },
  '5,000 pictures with a long address': {
    notes: `${'![a][r] '.repeat(5000)}\n\n[r]: https://example.org/${long}`,
    says: 'notes/picture-remote',
  },
  '800 definitions': { notes: 'a\n: b\n'.repeat(800) },
  'comments that never end': { notes: '<!-- '.repeat(3600), says: 'never closed' },
  '1,000 levels of bullets': { notes: lines(1000, (at) => `${'  '.repeat(at % 900)}- level ${at}`) },
  'a bullet of 1.9 MB': {
    notes: `- ${'word '.repeat(380_000)}`,
    says: 'at most 150,000 are shown',
  },
  '400,000 bullets': { notes: '- a\n'.repeat(400_000), says: '7,500 paragraphs, lines and bullets' },
  '400,000 bullets below headings': {
    notes: `## Part\n\n${'- a\n'.repeat(4000)}\n`.repeat(100),
    says: '7,500 paragraphs',
  },
  '390,000 headings without a space': { notes: '##a\n\n'.repeat(390_000), says: '7,500 paragraphs' },
  '300,000 numbers': { notes: '1. a\n'.repeat(300_000), says: '7,500 paragraphs' },
  '7,000 notes to nobody': { notes: 'Note: a\n'.repeat(7_000) },
  '18,000 notes to nobody': { notes: 'Note: a\n'.repeat(18_000), says: '7,500 paragraphs' },
  '7,000 speaker notes': { notes: lines(7_000, (at) => `> Note: say ${at}\n`) },
  '7,000 quotations': { notes: lines(7_000, (at) => `> quote ${at}\n`) },
  '3,700 footnotes': { notes: lines(3_700, (at) => `word[^${at}] more\n\n[^${at}]: a note of ${at}\n`) },
  '3,000 listings': { notes: '```js\nlet a = 1;\n```\n\n'.repeat(3_000) },
  '20 tables of 36,000 cells': {
    notes: `|${'a|'.repeat(40)}\n|${'-|'.repeat(40)}\n${`|${'b|'.repeat(40)}\n`.repeat(898)}\n`.repeat(20),
    says: 'the tables have more than 12,000 cells together',
  },
  'a table of 12,000 cells': {
    notes: `|${'a|'.repeat(40)}\n|${'-|'.repeat(40)}\n${`|${'b|'.repeat(40)}\n`.repeat(298)}\n`,
  },
  '200,000 headings': { notes: '## a\n'.repeat(200_000), says: '7,500 paragraphs' },
  '300,000 paragraphs': { notes: 'a\n\n'.repeat(300_000), says: '7,500 paragraphs' },
  'spaces in a heading': { notes: `## a${' '.repeat(300_000)}b`, says: '2,000 spaces here in a row' },
  'spaces in a paragraph': { notes: `a${'\t'.repeat(1_000_000)}b`, says: '2,000 spaces here in a row' },
  'a drawing of 10 ** 9 shapes': {
    notes: '![a](a.svg)',
    files: {
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="g0"><rect/></g>${Array.from({ length: 9 }, (_, at) => `<g id="g${at + 1}">${use(at)}</g>`).join('')}</svg>`,
    },
    says: '100000 shapes',
  },
  'a picture in an address of 200,000 letters': {
    notes: `![one][p]\n\n[p]: <data:image/png;base64,${picture}>`,
    says: 'notes/picture-unreadable',
  },
};

/** What a run took, written by itself at its end. */
const meter = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeFileSync(process.env.METER, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1e3])); });",
)}`;

// It builds the program anew where the sources have changed: that is not to be measured.
beforeAll(() => void spawnSync(process.execPath, [program, '--version']), 300_000);

test.each(Object.entries(bombs))('%s', { timeout: 120_000 }, (_, { notes, files = {}, hints, says }) => {
  const folder = folderWith({
    'talk.md': `# Talk\n\n## Part\n\n${notes}\n`,
    ...(hints !== undefined && { 'talk.hints.yaml': hints }),
    ...files,
  });
  const env = { ...process.env, METER: join(folder, 'meter') };
  const args = ['--import', meter, program, 'talk.md', '--to', 'html'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  expect([0, 1]).toContain(status);
  if (says !== undefined) expect(stderr).toContain(says);
  else expect(stderr).not.toMatch(/warning|error/);
  const [seconds, megabytes] = JSON.parse(readFileSync(join(folder, 'meter'), 'utf8')) as [number, number];
  expect(seconds).toBeLessThan(10);
  expect(megabytes).toBeLessThan(1_000);
});

test('a drawing that does not come to an end is ended', () => {
  const forever = (): void => {
    for (;;);
  };
  expect(() => inTime(forever, 50)).toThrow('drawing a diagram takes more than 0.05 s');
  expect(inTime(() => 3)).toBe(3);
});
