// What `npm run build` makes is not the sources: this holds the two together.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import * as sources from '../../src/index.ts';
import { styleName } from '../../src/render/marp/theme-css.ts';
import { builtInThemes, readThemeFiles } from '../../src/theme/index.ts';
import { greyPng } from '../end-to-end/grey-png.ts';
import { plainFont } from '../render/own-font.ts';
import { folderWith } from './lectern.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Builds first when something has changed. */
const program = join(root, 'scripts/lectern.mjs');

beforeAll(() => expect(spawnSync(process.execPath, [program, '--version']).status).toBe(0));

test('the program writes what its sources write', async () => {
  const folder = folderWith({
    'tides.md':
      '# Tides\n\n## Springs\n\n- *one* 🌊\n- two: $a^2$\n\n```js\nlet a = 1;\n```\n\n## Neaps\n\n```mermaid\ngraph LR\n  A --> B\n```\n',
  });
  const args = ['tides.md', '--to', 'html', '-q', '-o', 'built'];
  const ran = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  await sources.build('tides.md', { cwd: folder, formats: ['html'], outDir: 'source' });
  const page = (name: string): string => readFileSync(join(folder, name, 'tides.html'), 'utf8');
  expect(page('built')).toBe(page('source'));
});

test('what is kept of the program does all that a first run does, with every package it loads', () => {
  const features = '$a^2$ 🌊\n\n```js\nlet a = 1;\n```\n\n```mermaid\nflowchart LR\nA --> B\n```\n';
  const folder = folderWith({
    'large.png': greyPng(6000, 4000),
    'own.ttf': plainFont(),
    'tides.md': `# Tides\n\n## Springs\n\n![Large](large.png)\n\n## Neaps\n\n${features}`,
    'tides.hints.yaml': 'deck: { tokens: { body-font: ./own.ttf } }\n',
  });
  const env = { ...process.env, LECTERN_CACHE: join(folder, 'cache') };
  const runs = [1, 2].map(() => {
    const args = [program, 'tides.md', '--to', 'html', '-q', '-o', 'built'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
    return { status, stderr, page: status === 0 && readFileSync(join(folder, 'built/tides.html'), 'utf8') };
  });
  expect(runs[0]).toMatchObject({ status: 0, stderr: '' });
  expect(runs[1]).toEqual(runs[0]);
});

test('the page and the themes of the package are made beforehand', async () => {
  const prepared = (name: string): boolean => existsSync(join(root, 'dist/prepared', `${name}.br`));
  expect(prepared('presentation.html')).toBe(true);
  for (const name of await builtInThemes()) {
    const { value: theme } = await readThemeFiles({ theme: name, folder: '.' });
    const features = { code: true, math: false, mermaid: false, emoji: false };
    const style = styleName({ theme, size: '4:3', features, own: '' });
    expect({ name, prepared: prepared(style) }).toEqual({ name, prepared: true });
  }
});

test('packages that are in the bundle have their licences in it', () => {
  const licenses = readFileSync(join(root, 'dist/licenses.txt'), 'utf8');
  for (const name of ['@marp-team/marp-core', 'satteri', 'postcss']) expect(licenses).toContain(`${name} `);
});

test('the package gives every name that its sources give', async () => {
  const built = await import(pathToFileURL(join(root, 'dist/index.js')).href);
  expect(Object.keys(built).sort()).toEqual(Object.keys(sources).sort());
});
