import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildJson } from '../../src/cli/build-summary.ts';
import { folderWith, lectern } from './lectern.ts';

const talk = `# Tides - Ada Moon (Coast Lab)

## Springs

- The sun and the moon pull together
- Twice a month, at new and at full moon

## Neaps

They pull at right angles, and the range is small.
`;

test('HTML, PDF and handout by default, in a folder that is made, with a summary', async () => {
  const folder = folderWith({ 'talks/tides.md': talk });
  const { code, stdout, stderr } = await lectern(folder, ['talks/tides.md', '-o', 'out/deep']);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: ['html', 'pdf', 'handout.pdf'].map((end) => `wrote out/deep/tides.${end} after TIME\n`).join(''),
  });
  expect(stdout.replace(/ {2,}/g, ' | ').replace(/\d+ kB/g, 'SIZE')).toBe(
    [
      'out/deep/tides.html | 3 slides | SIZE',
      'out/deep/tides.pdf | 3 slides | SIZE',
      'out/deep/tides.handout.pdf | 3 slides | SIZE',
      'built in TIME\n',
    ].join('\n'),
  );
  expect(readFileSync(join(folder, 'out/deep/tides.pdf'), 'latin1')).toMatch(/^%PDF-/);
  expect(readdirSync(join(folder, 'out/deep'))).toEqual(['tides.handout.pdf', 'tides.html', 'tides.pdf']);
});

test('a picture of each slide is one line', async () => {
  const folder = folderWith({ 'tides.md': talk });
  const { stdout } = await lectern(folder, ['tides.md', '--to', 'png']);
  expect(stdout).toMatch(/^tides\.001\.png … tides\.003\.png {3}3 pictures {3}\d+ kB\nbuilt in TIME\n$/);
  expect(readdirSync(folder)).toEqual(['tides.001.png', 'tides.002.png', 'tides.003.png', 'tides.md']);
});

test('--json prints one object with all there is to know', async () => {
  const folder = folderWith({
    'tides.md': `${talk}\n![Buoy](buoy.png)\n`,
    'tides.hints.yaml': 'sections:\n  Neaps: { title: Small }\n',
  });
  const args = ['tides.md', 'no.md', '--to', 'marp,html', '--json'];
  const { code, stdout } = await lectern(folder, args);
  const result = JSON.parse(stdout) as BuildJson;
  expect(code).toBe(1);
  expect(result.diagnostics).toMatchObject([{ code: 'input/not-found', path: 'no.md', severity: 'error' }]);
  const [notes] = result.notes;
  expect(result.notes).toHaveLength(1);
  expect(notes?.outputs).toMatchObject(
    ['marp', 'html'].map((format) => {
      const name = format === 'marp' ? 'tides.marp.md' : 'tides.html';
      return { format, path: `FOLDER/${name}`, bytes: statSync(join(folder, name)).size };
    }),
  );
  expect(notes?.slides.slice(0, 3)).toMatchObject([
    { number: 1, layout: 'title', section: [] },
    { number: 2, title: 'Springs', section: ['Springs'], lines: [3, 6], alternatives: expect.any(Array) },
    {
      number: 3,
      title: 'Small',
      section: ['Neaps'],
      reason: expect.any(String),
      bodySize: expect.any(String),
    },
  ]);
  expect(notes?.diagnostics).toMatchObject([
    { code: 'notes/picture-missing', path: 'tides.md', line: 12, column: 1 },
  ]);
  expect(Object.keys(notes?.milliseconds ?? {})).toEqual([
    'read',
    'notes',
    'hints',
    'theme',
    'plan',
    'deck',
    'marp',
    'slides',
    'html',
  ]);
});

test('on a terminal one line is rewritten, and taken away at the end', async () => {
  const folder = folderWith({ 'a.md': talk, 'b.md': talk });
  const { stderr } = await lectern(folder, ['.', '--to', 'marp'], { isTTY: true, columns: 30 });
  const lines = stderr.split('\r\u001b[2K');
  expect(lines).toContain('[1/2] a.md: reading …');
  expect(lines).toContain('[2/2] b.md: writing the Marp ');
  expect(lines.at(-1)).toBe('');
  expect(stderr).not.toContain('\n');
});

test('colour on a terminal only, and not with NO_COLOR', async () => {
  const folder = folderWith({});
  expect((await lectern(folder, ['no.md'])).stderr).not.toContain('\u001b');
  expect((await lectern(folder, ['no.md'], { isTTY: true })).stderr).toContain('\u001b[31merror');
  const plain = await lectern(folder, ['no.md'], { isTTY: true }, { NO_COLOR: '1' });
  expect(plain.stderr.replace('\r\u001b[2K', '')).not.toContain('\u001b');
});

test('a theme flag goes before the hints, and its path starts where the user stands', async () => {
  const folder = folderWith({
    'talks/tides.md': talk,
    'talks/tides.hints.yaml': 'deck: { theme: ./other.css }',
    'mine.css': '/* @theme mine */\n@import "recap";\nsection { --accent: #0a5c36; }\n',
  });
  const { code, stderr } = await lectern(folder, [
    'talks/tides.md',
    '--theme',
    'mine.css',
    '--to',
    'marp',
    '-q',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(readFileSync(join(folder, 'talks/tides.marp.md'), 'utf8')).toMatch(/^theme: ["']?mine["']?$/m);
});
