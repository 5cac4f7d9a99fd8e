// What is too large is told with its place before anything is begun; what is just within the
// limits is built, whole, in bounded time.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '../../src/diagnostics/index.ts';
import { build } from '../../src/index.ts';
import { textOf, unescapeHtml } from '../../src/render/html-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-sizes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function buildText(text: string) {
  const path = join(folder, 'talk.md');
  writeFileSync(path, text);
  const result = await build(path, { cwd: folder, outDir: folder, formats: ['html'] });
  return { notes: result.notes[0], diagnostics: result.diagnostics };
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const row = (columns: number, cell: (column: number) => string): string =>
  `|${Array.from({ length: columns }, (_, column) => cell(column)).join('|')}|`;
const table = (rows: number, columns: number): string =>
  [
    row(columns, (column) => `h${column}`),
    row(columns, () => '-'),
    lines(rows, (at) => row(columns, (column) => `r${at}c${column}`)),
  ].join('\n');

const tooLarge: Readonly<Record<string, string>> = {
  'a word of 200,000 letters': 'w'.repeat(200_000),
  'a heading of 50,000 letters': `## ${'w'.repeat(50_000)}`,
  'a table of 500 rows and 90 columns': table(500, 90),
  'a table of 2,000 rows': table(2000, 2),
  'a listing of 5,000 lines': `\`\`\`\n${lines(5000, (at) => `line ${at}`)}\n\`\`\``,
  'a formula of 20,000 braces': `$${'{'.repeat(20_000)}$`,
  'a formula of 50,000 letters': `$$\n${'x+'.repeat(25_000)}\n$$`,
  'an endless diagram': `\`\`\`mermaid\ngraph TD\n${lines(5000, (at) => `n${at} --> n${(at * 7919 + 13) % 5000}`)}\n\`\`\``,
};

describe.each(Object.entries(tooLarge))('%s', (_, text) => {
  test('is told, and nothing is written', { timeout: 60_000 }, async () => {
    const { notes, diagnostics } = await buildText(`# Talk\n\n${text}\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'notes/too-large',
    ]);
    expect(diagnostics.every(({ help }) => help !== undefined)).toBe(true);
    expect(notes?.outputs).toEqual([]);
    expect(notes?.lost).toEqual([]);
  });
});

test('20 MB of notes are not even read', async () => {
  const { diagnostics } = await buildText(`# Talk\n\n${'some words '.repeat(2_000_000)}`);
  expect(diagnostics).toMatchObject([{ code: 'input/too-large', severity: 'error' }]);
  expect(diagnostics[0]?.message).toContain('22.0 MB, and at most 2.0 MB');
});

const unclosed: Readonly<Record<string, string>> = {
  '20,000 brackets': '['.repeat(20_000),
  '20,000 brackets in pairs': '['.repeat(10_001) + ']'.repeat(10_001),
  'links that are never closed': '[a]('.repeat(20_000),
  'emphasis that is never closed': '*a_ '.repeat(20_000),
  'tags that are never closed': '<a '.repeat(20_000),
  'a fence that is none': `\`\`\` \`\n${'*a_ '.repeat(20_000)}`,
};

describe.each(Object.entries(unclosed))('%s', (_, text) => {
  test('is shown as text, whole', { timeout: 60_000 }, async () => {
    const { notes, diagnostics } = await buildText(`# Talk\n\nBefore *it*\n\n${text}\n\nBehind **it**\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(notes?.lost).toEqual([]);
    const html = readFileSync(notes?.outputs[0]?.path ?? '', 'utf8');
    expect(html).toMatch(/Before <em>it<\/em>[\s\S]*Behind <strong>it<\/strong>/);
    const shown = textOf(html.slice(html.indexOf('<section'))).replace(/\s+/g, '');
    const delimiters = (of: string): number => of.match(/[[*<]/g)?.length ?? 0;
    expect(delimiters(unescapeHtml(shown))).toBeGreaterThanOrEqual(delimiters(text));
  });
});

const within: Readonly<Record<string, string>> = {
  '300 levels of bullets': lines(300, (at) => `${'  '.repeat(at)}- level ${at}`),
  '300 levels of bullets in a line': `${'- '.repeat(300)}deep`,
  '300 levels of quotations': `${'>'.repeat(300)} deep`,
  '300 headings of every level': lines(300, (at) => `${'#'.repeat(1 + (at % 6))} Heading ${at}\n\ntext\n`),
  'comments that are never closed': '<!-- '.repeat(20_000),
  '7,000 definitions': lines(7_000, (at) => `[r${at}]: x${at}`),
  '20,000 sums of money': '$5 and '.repeat(20_000),
  'formulas that are never closed': '$$a\n\n'.repeat(5_000),
  'a word of 50,000 letters': 'w'.repeat(50_000),
  '30,000 letters in a cell': `| a | b |\n|---|---|\n| ${'中'.repeat(30_000)} | c |`,
  'letters with nine marks each': `- ${`e${'\u0301'.repeat(9)}`.repeat(9_000)}\n- b`,
  'emoji in a line of code': `\`\`\`js\n${'😀'.repeat(20_000)}\n\`\`\``,
  'code that a grammar stays at': `\`\`\`cpp\n${`${'w'.repeat(249)}\n`.repeat(300)}\`\`\``,
  'a table of 80 columns and 60 rows': table(60, 80),
  'a table with as many columns as there may be': table(3, limits.tableColumns),
  '200,000 empty lines': `${'\n'.repeat(200_000)}end`,
  'code that looks like emphasis': `\`\`\`\n${lines(990, () => '*a_ *b_ *c_ *d_')}\n\`\`\``,
};

describe.each(Object.entries(within))('%s', (_, text) => {
  test('is built whole', { timeout: 60_000 }, async () => {
    const { notes, diagnostics } = await buildText(`# Talk\n\n${text}\n`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(notes?.outputs.length).toBe(1);
    expect(notes?.lost).toEqual([]);
  });
});

test('a formula that asks for a length of a kilometre gets one of a slide', async () => {
  const formula = String.raw`\rule{9999em}{9999em}`;
  const { notes, diagnostics } = await buildText(`# Talk\n\n## Rules\n\nBefore\n\n$$\n${formula}\n$$\n`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const html = readFileSync(notes?.outputs[0]?.path ?? '', 'utf8');
  expect(html).toContain(`border-right-width:${limits.formulaLengthEms}em`);
  expect(html).not.toContain('width:9999em');
});

test('a formula whose macros never end is shown as it was typed', async () => {
  const { diagnostics } = await buildText(`# Talk\n\n## Macros\n\n$$\n${String.raw`\def\a{x\a}\a`}\n$$\n`);
  expect(diagnostics.map(({ code }) => code)).toEqual(['render/math']);
  expect(diagnostics[0]?.message).toContain('Too many expansions');
});
