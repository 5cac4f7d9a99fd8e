import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { nodeProblem } from '../../src/cli/io.ts';
import { bytesText, timeText } from '../../src/cli/wording.ts';
import { folderWith, lectern } from './lectern.ts';

const talk = '# Tides\n\n## Springs\n\n- one\n- two\n\n## Neaps\n\n- three\n';

test('init writes hints that build without a complaint, and never overwrites', async () => {
  const folder = folderWith({ 'tides.md': talk });
  expect(await lectern(folder, ['init', 'tides.md'])).toEqual({
    code: 0,
    stdout: 'wrote tides.hints.yaml\nedit it, then: lectern tides.md\n',
    stderr: '',
  });
  const hints = readFileSync(join(folder, 'tides.hints.yaml'), 'utf8');
  expect(hints).toMatch(/^ {2}# Springs:\n {2}# {3}title: Springs$/m);
  expect(await lectern(folder, ['init', 'tides.md'])).toEqual({
    code: 1,
    stdout: '',
    stderr: `lectern: tides.hints.yaml exists already and stays as it is
  edit it, move it away, or write another one:
  lectern init tides.md -o FILE
  lectern init tides.md -o - prints it
`,
  });
  expect(readFileSync(join(folder, 'tides.hints.yaml'), 'utf8')).toBe(hints);
  expect(await lectern(folder, ['tides.md', '--to', 'marp', '-q'])).toMatchObject({ code: 0, stderr: '' });
});

test('init prints to stdout, where hints that are there do not count', async () => {
  const folder = folderWith({ 'tides.md': talk, 'tides.hints.yaml': 'dek: {}' });
  const { code, stdout, stderr } = await lectern(folder, ['init', 'tides.md', '-o', '-']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^# yaml-language-server:/);
  expect(readdirSync(folder)).toEqual(['tides.hints.yaml', 'tides.md']);
});

const schemaOf = (hints: string): string | undefined => /\$schema=(\S+)/.exec(hints)?.[1];

test('init names the schema where it is: in the project around the notes, from the file that is written', async () => {
  const folder = folderWith({
    'talks/tides.md': talk,
    'node_modules/lectern/schema/hints.json': '{}',
  });
  await lectern(folder, ['init', 'talks/tides.md']);
  const beside = schemaOf(readFileSync(join(folder, 'talks/tides.hints.yaml'), 'utf8'));
  expect(beside).toBe('../node_modules/lectern/schema/hints.json');
  await lectern(folder, ['init', 'talks/tides.md', '-o', 'other.yaml']);
  const other = schemaOf(readFileSync(join(folder, 'other.yaml'), 'utf8'));
  expect(other).toBe('./node_modules/lectern/schema/hints.json');
});

test('init names the schema of this machine where no project has one', async () => {
  const { stdout } = await lectern(folderWith({ 'tides.md': talk }), ['init', 'tides.md', '-o', '-']);
  const address = schemaOf(stdout) ?? '';
  expect(address).toMatch(/^file:\/\/\//);
  expect(readFileSync(new URL(address), 'utf8')).toContain('Lectern layout hints');
});

test('init into a folder that is not there', async () => {
  const { code, stderr } = await lectern(folderWith({ 'tides.md': talk }), [
    'init',
    'tides.md',
    '-o',
    'no/t.yaml',
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^lectern: cannot write no\/t\.yaml: ENOENT.*\n {2}choose another place: -o FILE\n$/,
  );
});

test('explain says for each slide what, why, what else, where from and how full', async () => {
  const { code, stdout, stderr } = await lectern(folderWith({ 'tides.md': talk }), ['explain', 'tides.md']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^tides\.md: 3 slides\n\n {2}1 {2}Tides\n {5}title {8}\S/);
  expect(stdout).toMatch(/\n\n {2}2 {2}Springs\n {5}[a-z-]+ +\S.*\n( {5}else {9}[a-z-]+ 0\.\d\d, .*\n)?/);
  expect(stdout).toMatch(/\n {5}from {9}Springs, lines 3–6\n {5}full {9}[█░]{10} \d+ %/);
});

test('explain --json prints one object, also when there is an error', async () => {
  const folder = folderWith({ 'tides.md': talk, 'empty.md': '' });
  const { code, stdout } = await lectern(folder, ['explain', 'tides.md', 'empty.md', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    notes: [
      { path: 'tides.md', slides: [{ number: 1 }, { number: 2 }, { number: 3 }], diagnostics: [] },
      { path: 'empty.md', slides: [], diagnostics: [{ code: 'input/empty' }] },
    ],
  });
});

test('doctor starts the browser and finds nothing wrong here', async () => {
  const { code, stdout } = await lectern(folderWith({}), ['doctor']);
  expect(stdout).toMatch(/^ok {8}Node {8}\d+\.\d+\.\d+$/m);
  expect(stdout).toMatch(/^ok {8}fonts {7}\d+ files of the default theme$/m);
  expect(stdout).toMatch(/^ok {8}browser {5}\S*Chrom\S*\/\d+/m);
  expect(stdout).toMatch(/^ok {8}output {6}FOLDER$/m);
  expect(stdout).toMatch(/^ok {8}cache {7}\S/m);
  expect(code).toBe(0);
});

test('doctor gives each problem its remedy', async () => {
  const folder = folderWith({ out: '' });
  const { code, stdout } = await lectern(folder, ['doctor', '-o', 'out', '--browser-path', '/no/browser']);
  expect(code).toBe(2);
  expect(stdout).toContain(`problem   output      FOLDER/out is a file
                      choose another folder with -o, or allow writing there
`);
  expect(stdout).toContain(`problem   browser     --browser-path names no program that can be run: /no/browser
                      Give the path of a Chrome, Edge or Chromium executable.
`);
});

test('doctor tells of a cache that cannot be written when the browser needs it', async () => {
  const folder = folderWith({ cache: '' });
  vi.stubEnv('LECTERN_CACHE', join(folder, 'cache'));
  const cacheLine = async (...args: string[]) =>
    /^(\S+) +cache +(.*)(\n {22}.*)?$/m
      .exec((await lectern(folder, ['doctor', ...args])).stdout)
      ?.slice(1, 4);
  expect(await cacheLine('--browser-path', '/no/browser')).toEqual([
    'problem',
    'FOLDER/cache is a file',
    `\n${' '.repeat(22)}the bundled browser is unpacked there: set LECTERN_CACHE to a folder of yours`,
  ]);
  vi.unstubAllEnvs();
});

test('Node that is too old', () => {
  expect(['v20.19.0', 'v20.20.2', 'v22.1.0', 'v100.0.0'].map(nodeProblem)).toEqual(Array(4).fill(undefined));
  expect(nodeProblem('v20.18.3')).toBe('Lectern needs Node 20.19 or newer: https://nodejs.org');
  expect(nodeProblem('v18.20.0')).toBeDefined();
});

test('the version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await lectern(folderWith({}), ['--version'])).toEqual({
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  });
});

test('help fits 100 columns, with nothing at the ends of lines', async () => {
  for (const args of [
    ['--help'],
    ['help', 'build'],
    ['help', 'init'],
    ['help', 'explain'],
    ['help', 'doctor'],
  ]) {
    const { code, stdout } = await lectern(folderWith({}), args);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  }
});

test('a fault in Lectern prints its stack and what to report', async () => {
  const { code, stderr } = await lectern(folderWith({}), ['build', null as unknown as string]);
  expect(code).toBe(70);
  expect(stderr).toMatch(/^TypeError.*\n +at /);
  expect(stderr).toContain('This is a fault in Lectern, not in your notes.');
});

test('sizes and times', () => {
  expect([0, 1, 999, 1000, 412_345, 999_499, 999_500, 1_250_000].map(bytesText)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 kB',
    '412 kB',
    '999 kB',
    '1.0 MB',
    '1.3 MB',
  ]);
  expect([0.2, 994, 995, 1340].map(timeText)).toEqual(['0 ms', '994 ms', '1.0 s', '1.3 s']);
});
