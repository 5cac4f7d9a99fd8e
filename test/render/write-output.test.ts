import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/index.ts';
import { writeOutput } from '../../src/render/write-output.ts';
import { temporaryFolder } from './talk.ts';

test('makes the folder and leaves nothing else in it', async () => {
  const folder = join(temporaryFolder(), 'deep', 'er');
  const artifact = await writeOutput('html', join(folder, 'talk.html'), 'größer');
  expect(artifact).toMatchObject({ format: 'html', path: join(folder, 'talk.html'), bytes: 8 });
  expect(readdirSync(folder)).toEqual(['talk.html']);
});

test('writes through a link', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'real.html'), 'old');
  symlinkSync('real.html', join(folder, 'talk.html'));
  await writeOutput('html', join(folder, 'talk.html'), 'new');
  expect(readFileSync(join(folder, 'real.html'), 'utf8')).toBe('new');
});

test.each(['a folder has its name', 'a file stands where the folder should be'])('%s', async (how) => {
  const folder = temporaryFolder();
  const isTaken = how === 'a folder has its name';
  if (isTaken) mkdirSync(join(folder, 'talk.html'));
  else writeFileSync(join(folder, 'out'), '');
  const path = isTaken ? join(folder, 'talk.html') : join(folder, 'out', 'talk.html');
  const failure = await writeOutput('html', path, 'x').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EnvironmentError);
  expect((failure as EnvironmentError).message).toContain(path);
  expect((failure as EnvironmentError).remedy).toMatch(/-o/);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a write that fails half way leaves the earlier output', async () => {
  const path = join(temporaryFolder(), 'talk.html');
  writeFileSync(path, 'earlier');
  const unwritable = { byteLength: 1 } as Uint8Array;
  await expect(writeOutput('html', path, unwritable)).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe('earlier');
  expect(existsSync(path)).toBe(true);
});
