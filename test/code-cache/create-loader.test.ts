import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLoader } from '../../src/code-cache.ts';

let bundle: string;
let cache: string;

beforeEach(() => {
  bundle = mkdtempSync(join(tmpdir(), 'lectern-bundle-'));
  cache = mkdtempSync(join(tmpdir(), 'lectern-code-'));
  vi.stubEnv('LECTERN_CACHE', cache);
  write(
    'main.cjs',
    'const { tide } = require("./tide.cjs"); exports.say = () => tide("high").concat(__filename);',
  );
  write('tide.cjs', 'exports.tide = (how) => how.concat(" tide "); exports.path = require("node:path").sep;');
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of [bundle, cache]) rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string): void => writeFileSync(join(bundle, name), text);
const kept = (): string[] =>
  readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function turnIntoFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

/** Loads and runs the program, as a process does. */
function run(): string {
  const loader = createLoader(bundle);
  const { say } = loader.load(join(bundle, 'main.cjs')) as { say: () => string };
  const said = say();
  loader.keep();
  return said;
}

const said = (): string => `high tide ${join(bundle, 'main.cjs')}`;

test('a second run finds the code of both files, and keeps nothing again', () => {
  expect(run()).toBe(said());
  expect(kept()).toHaveLength(2);
  const early = new Date(0);
  for (const path of kept()) utimesSync(path, early, early);
  expect(run()).toBe(said());
  expect(kept().map((path) => statSync(path).mtimeMs)).toEqual([0, 0]);
});

test('a file that has changed is compiled, though it is as long as before', () => {
  run();
  write('tide.cjs', readFileSync(join(bundle, 'tide.cjs'), 'utf8').replace('" tide', '" wave'));
  expect(run()).toBe(said().replace('tide', 'wave'));
  expect(run()).toBe(said().replace('tide', 'wave'));
});

test.each<[string, (path: string) => void]>([
  ['cut short', (path) => truncateSync(path, 40)],
  ['empty', (path) => truncateSync(path, 0)],
  ['of other bytes', (path) => writeFileSync(path, readFileSync(path).fill(7, 60))],
  ['a folder', turnIntoFolder],
])('code that is %s is not used', (_, spoil) => {
  run();
  for (const path of kept()) spoil(path);
  expect(run()).toBe(said());
});

test('where nothing can be kept the program runs', () => {
  const file = join(cache, 'file');
  writeFileSync(file, '');
  vi.stubEnv('LECTERN_CACHE', file);
  expect(run()).toBe(said());
});

test('an error of the program is its own', () => {
  write('tide.cjs', 'throw new RangeError("ebb");');
  expect(run).toThrow(new RangeError('ebb'));
});
