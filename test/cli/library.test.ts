import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildJson } from '../../src/cli/build-summary.ts';
import { startEstimate } from '../../src/cli/progress.ts';
import { zipped } from '../check/pptx/sample.ts';
import { brand } from '../render/pptx/brand.ts';
import { pixel } from '../render/talk.ts';
import { folderWith, lectern, type Ran } from './lectern.ts';

const tides = '# Tides - Ada Moon\n\n## Springs\n\n- one\n- two\n';
const files = {
  'talks/tides.md': tides,
  'talks/2023/winds.md': '# Winds\n\n## Trade winds\n\n![Sail](sail.png)\n',
  'talks/2023/sail.png': pixel,
  'talks/2023/rain.md': '# Rain\n\n## Drops\n\n- one\n',
  'talks/2023/rain.hints.yaml': 'deck: { theme: ../own.css }\n',
  'talks/own.css': '/* @theme own */\n@import "recap";\nsection { --accent: #0a5c36; }\n',
};

const site = (folder: string, ...flags: string[]): Promise<Ran> =>
  lectern(folder, ['talks', '-o', 'site', '--to', 'html', ...flags]);

/** Which notes were built and which stayed as they were. */
async function built(folder: string, ...flags: string[]): Promise<readonly string[]> {
  const { stdout } = await site(folder, '--json', ...flags);
  const { notes } = JSON.parse(stdout) as BuildJson;
  return notes.flatMap(({ path, unchanged }) => (unchanged ? [] : path));
}

test('sub-folders are kept, the page leads to every talk, and a second build builds none', async () => {
  const folder = folderWith(files);
  const { code, stdout } = await site(folder);
  expect(code).toBe(0);
  expect(stdout).toMatch(/site\/index\.html +3 talks +\d+ kB\n3 talks built in TIME\n$/);
  const names = readdirSync(join(folder, 'site'), { recursive: true }).map(String).sort();
  expect(names).toEqual([
    '.lectern.json',
    '2023',
    '2023/rain.html',
    '2023/winds.html',
    'index.html',
    'tides.html',
  ]);
  const page = readFileSync(join(folder, 'site/index.html'), 'utf8');
  for (const href of ['tides.html', '2023/winds.html', '2023/rain.html'])
    expect(page).toContain(`href="${href}"`);
  const again = await site(folder);
  expect(again.stdout).toMatch(/index\.html +3 talks +\d+ kB\n0 talks built, 3 unchanged in TIME\n$/);
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe(page);
});

test('what a talk is made of decides whether it is built again, not the time on the file', async () => {
  const folder = folderWith(files);
  await site(folder);
  utimesSync(join(folder, 'talks/tides.md'), new Date(), new Date());
  expect(await built(folder)).toEqual([]);
  writeFileSync(join(folder, 'talks/tides.md'), `${tides}- three\n`);
  expect(await built(folder)).toEqual(['talks/tides.md']);
  writeFileSync(join(folder, 'talks/own.css'), files['talks/own.css'].replace('0a5c36', '7a1fa2'));
  expect(await built(folder)).toEqual(['talks/2023/rain.md']);
  rmSync(join(folder, 'talks/2023/sail.png'));
  expect(await built(folder)).toEqual(['talks/2023/winds.md']);
  writeFileSync(join(folder, 'talks/2023/winds.hints.yaml'), 'deck: { theme: midnight }\n');
  expect(await built(folder)).toEqual(['talks/2023/winds.md']);
  rmSync(join(folder, 'site/tides.html'));
  expect(await built(folder)).toEqual(['talks/tides.md']);
  expect(await built(folder, '--theme', 'paper')).toHaveLength(3);
});

test('another template for the PowerPoint file is another talk', async () => {
  const folder = folderWith({
    'talks/tides.md': tides,
    'talks/tides.hints.yaml': 'deck: { template: brand.potx }\n',
    'talks/brand.potx': zipped(brand),
  });
  await site(folder);
  expect(await built(folder)).toEqual([]);
  writeFileSync(join(folder, 'talks/brand.potx'), zipped({ ...brand, 'ppt/media/logo.png': 'another' }));
  expect(await built(folder)).toEqual(['talks/tides.md']);
});

test('warnings of a talk that is not built again are said again', async () => {
  const folder = folderWith({ 'talks/winds.md': files['talks/2023/winds.md'] });
  const first = await site(folder, '--strict');
  const second = await site(folder, '--strict');
  expect(first.code).toBe(1);
  expect(second).toEqual({
    ...first,
    stdout: expect.stringContaining('1 unchanged'),
    stderr: expect.any(String),
  });
  expect(second.stderr).toContain('![Sail](sail.png)');
});

test('a bad file does not stop the others; what was built of it before stays', async () => {
  const folder = folderWith(files);
  await site(folder);
  const before = readFileSync(join(folder, 'site/2023/rain.html'));
  writeFileSync(join(folder, 'talks/2023/rain.hints.yaml'), 'deck: { theme: nowhere.css }\n');
  writeFileSync(join(folder, 'talks/fog.md'), '# Fog\n\n- grey\n');
  const { code, stdout, stderr } = await site(folder);
  expect(code).toBe(1);
  expect(stderr).toMatch(/rain\.hints\.yaml:1:\d+ error[\s\S]*1 error in 1 file\n$/);
  expect(stdout).toContain('4 talks');
  expect(stdout).toContain('1 talk built, 2 unchanged, 1 not built in TIME');
  expect(readFileSync(join(folder, 'site/2023/rain.html'))).toEqual(before);
  expect((await site(folder)).stdout).toContain('3 unchanged, 1 not built');
});

test('files of notes that are gone are named, and go with --prune alone', async () => {
  const folder = folderWith({ ...files, 'site/mine.html': 'mine' });
  await site(folder);
  rmSync(join(folder, 'talks/2023/rain.md'));
  for (const _ of [1, 2]) {
    const { stdout } = await site(folder);
    expect(stdout).toContain('of no talk any more: site/2023/rain.html; --prune removes it\n');
    expect(existsSync(join(folder, 'site/2023/rain.html'))).toBe(true);
  }
  expect((await site(folder, '--prune')).stdout).toContain('removed site/2023/rain.html\n');
  expect(existsSync(join(folder, 'site/2023/rain.html'))).toBe(false);
  expect(readFileSync(join(folder, 'site/mine.html'), 'utf8')).toBe('mine');
  expect((await site(folder)).stdout).not.toContain('no talk any more');
});

test('a manifest that somebody wrote leads nowhere else', async () => {
  const folder = folderWith({ ...files, 'precious.html': 'mine' });
  await site(folder);
  const path = join(folder, 'site/.lectern.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(
    path,
    JSON.stringify({ ...manifest, leftovers: ['../precious.html', join(folder, 'precious.html')] }),
  );
  await site(folder, '--prune');
  expect(readFileSync(join(folder, 'precious.html'), 'utf8')).toBe('mine');
  writeFileSync(path, '{ "format"');
  expect(await built(folder)).toHaveLength(3);
});

test('the site may stand below the notes', async () => {
  const folder = folderWith({ 'tides.md': tides });
  const args = ['.', '-o', 'site', '--to', 'html,notes'];
  await lectern(folder, args);
  expect((await lectern(folder, args)).stdout).toContain('0 talks built, 1 unchanged');
  expect(statSync(join(folder, 'site/tides.notes.md')).isFile()).toBe(true);
});

test('notes that would be the page itself are refused before anything is built', async () => {
  const folder = folderWith({ 'talks/index.md': tides });
  expect(await site(folder)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('would both be index.html'),
  });
  expect(existsSync(join(folder, 'site'))).toBe(false);
});

test('without notes nothing is written, and an earlier site stays', async () => {
  const empty = folderWith({ 'talks/README.md': 'none' });
  const { code, stdout, stderr } = await site(empty);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('the folder "talks" holds no notes');
  expect(existsSync(join(empty, 'site'))).toBe(false);
  const folder = folderWith(files);
  await site(folder);
  for (const name of ['tides.md', '2023/rain.md', '2023/winds.md']) rmSync(join(folder, 'talks', name));
  const page = readFileSync(join(folder, 'site/index.html'), 'utf8');
  expect(await site(folder)).toMatchObject({ code: 1, stdout: '' });
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe(page);
});

test('notes that are all below the site are none', async () => {
  const folder = folderWith({ 'talks/site/tides.md': tides });
  const ran = await lectern(folder, ['talks', '-o', 'talks/site', '--to', 'html']);
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('"talks" holds no notes') });
  expect(existsSync(join(folder, 'talks/site/index.html'))).toBe(false);
});

test('--prune belongs to a library', async () => {
  const { code, stderr } = await lectern(folderWith(files), ['talks/tides.md', '--prune']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('--prune is for a library') });
});

test('the time left is told from the time it took', () => {
  let time = 0;
  const left = startEstimate(() => time);
  const at = (number: number): string => left({ path: '', number, of: 100, kind: 'working', stage: 'pdf' });
  expect(at(2)).toBe('');
  time = 4000;
  expect(at(5)).toBe('about 2 min left, ');
  time = 60_000;
  expect(at(61)).toBe('about 40 s left, ');
  expect(at(98)).toBe('');
});

test.each([
  [['talks', '--watch'], '--watch follows one notes file'],
  [['talks/tides.md', 'talks/2023/rain.md', '-w'], '--watch follows one notes file'],
  [['talks/tides.md', '-w', '--to', 'pdf'], '--watch makes HTML'],
  [['talks/tides.md', '-w', '--json'], '--watch has no end'],
])('%j is refused with the reason', async (args, reason) => {
  const { code, stderr } = await lectern(folderWith(files), args);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(reason) });
});
