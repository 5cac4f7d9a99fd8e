import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync } from 'node:zlib';
import { pack } from 'tar-fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/index.ts';
import { type Bundle, unpack } from '../../src/render/browser/bundled-browser.ts';
import { temporaryFolder } from './talk.ts';

/** A bundle as the package has it, with a shell script for a browser. */
async function smallBundle(): Promise<Bundle> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'lib'));
  writeFileSync(join(folder, 'lib', 'libx.so'), 'library');
  const libraries = await buffer(pack(folder, { entries: ['lib'] }));
  writeFileSync(join(folder, 'libraries.tar.br'), brotliCompressSync(libraries));
  writeFileSync(join(folder, 'chromium.br'), brotliCompressSync('#!/bin/sh\necho "$LD_LIBRARY_PATH|$@"\n'));
  return {
    version: '1.2.3',
    executable: join(folder, 'chromium.br'),
    libraries: join(folder, 'libraries.tar.br'),
  };
}

let bundle: Bundle;
let cache: string;
beforeEach(async () => {
  bundle = await smallBundle();
  cache = join(temporaryFolder(), 'with space');
  vi.stubEnv('LECTERN_CACHE', cache);
});
afterEach(() => vi.unstubAllEnvs());

const unpackedFolder = () => join(cache, `chromium-1.2.3-${process.arch}`);

test('the launcher starts the browser with its libraries', async () => {
  const launcher = await unpack(bundle);
  const [libraries = '', words = ''] = execFileSync(launcher, ['--a b', '-c'], { encoding: 'utf8' })
    .trim()
    .split('|');
  expect(libraries.split(':')[0]).toBe(join(unpackedFolder(), 'lib'));
  expect(words).toBe('--a b -c');
  expect(statSync(unpackedFolder()).mode & 0o777).toBe(0o700);
  expect(readdirSync(cache)).toEqual([`chromium-1.2.3-${process.arch}`]);
});

test('what is whole is not unpacked again', async () => {
  await unpack(bundle);
  const before = statSync(join(unpackedFolder(), 'chromium')).mtimeMs;
  rmSync(bundle.executable);
  await unpack(bundle);
  expect(statSync(join(unpackedFolder(), 'chromium')).mtimeMs).toBe(before);
});

test.each([
  ['a file cut short', () => truncateSync(join(unpackedFolder(), 'chromium'), 3)],
  ['a library gone', () => rmSync(join(unpackedFolder(), 'lib', 'libx.so'))],
  ['no manifest', () => rmSync(join(unpackedFolder(), 'manifest.json'))],
  ['a broken manifest', () => writeFileSync(join(unpackedFolder(), 'manifest.json'), '{')],
  ['a folder open to everybody', () => execFileSync('chmod', ['777', unpackedFolder()])],
])('%s is made good', async (_, damage) => {
  await unpack(bundle);
  damage();
  const launcher = await unpack(bundle);
  expect(execFileSync(launcher, ['x'], { encoding: 'utf8' })).toContain('|x');
  expect(readFileSync(join(unpackedFolder(), 'lib', 'libx.so'), 'utf8')).toBe('library');
  expect(readdirSync(cache)).toHaveLength(1);
});

test('two runs at once do not meet', async () => {
  const launchers = await Promise.all([unpack(bundle), unpack(bundle), unpack(bundle)]);
  expect(new Set(launchers).size).toBe(1);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(execFileSync(launchers[0], { encoding: 'utf8' })).toContain('|');
});

test('a package that is damaged, or a cache that cannot be: nothing half made is left', async () => {
  writeFileSync(bundle.executable, 'not brotli');
  const broken = await unpack(bundle).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(EnvironmentError);
  expect(readdirSync(cache)).toEqual([]);
  writeFileSync(join(cache, 'file'), '');
  vi.stubEnv('LECTERN_CACHE', join(cache, 'file'));
  const impossible = await unpack(bundle).catch((error: unknown) => error);
  expect((impossible as EnvironmentError).remedy).toContain('LECTERN_CACHE');
  expect(existsSync(join(cache, 'file', 'chromium'))).toBe(false);
});
