// What the system may lack: room to print, a temporary folder, files that may be open, programs. A message, exit code 2, no stack.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/lectern.ts';
import { exitCode, longTalk, talk, workspaceWith } from './workspace.ts';

const program = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url));
const isLinux = process.platform === 'linux';

/** Through a shell, which sets the limit or leads the output elsewhere. */
function inShell(command: string, env: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ 'talk.md': talk });
  const line = command.replace('lectern', `"${process.execPath}" "${program}"`);
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', line], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr, folder };
}

const trace = /\n\s+at .*:\d+:\d+/;

test
  .skipIf(!isLinux)
  .each([
    'lectern talk.md --to html > /dev/full',
    'lectern explain talk.md --json > /dev/full',
    'lectern explain talk.md > /dev/full',
  ])('no room for what is printed: %s', (command) => {
  const { status, said } = inShell(command);
  expect({ status, said }).toEqual({
    status: 2,
    said: expect.stringContaining('standard output cannot be written'),
  });
  expect(said).not.toMatch(trace);
});

test.skipIf(!isLinux)('no room for problems', () => {
  expect(inShell('lectern none.md --to html 2> /dev/full').status).toBe(2);
});

test.skipIf(process.platform === 'win32').each([
  ['lectern talk.md --to html >&-', 0],
  ['lectern talk.md --to html 2>&-', 0],
  ['lectern explain talk.md --json | head -1', 0],
])('whoever reads goes away: %s', (command, code) => {
  const { status, said } = inShell(command);
  expect({ status, trace: trace.test(said) }).toEqual({ status: code, trace: false });
});

test.each(['talk.md', 'none'])('a temporary folder that is none: %s', (name) => {
  const folder = folderWith({ 'talk.md': talk });
  const place = join(folder, name);
  for (const command of ['lectern talk.md --to pdf', 'lectern check talk.md']) {
    const { status, said } = inShell(command, { TMPDIR: place });
    expect({ status, said }).toEqual({ status: 2, said: expect.stringContaining('Set TMPDIR') });
    expect(said).not.toMatch(trace);
  }
});

test.skipIf(!isLinux).each([22, 24, 32, 40])('no more than %d open files', (count) => {
  const { status, said } = inShell(`ulimit -n ${count}; lectern talk.md --to pdf`);
  expect({ status, said }).toEqual({ status: 2, said: expect.stringContaining('ulimit -n') });
  expect(said).not.toMatch(trace);
});

test.skipIf(!isLinux)('the launcher of the bundled browser needs no other program', () => {
  const { folder } = inShell('lectern --version');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'dirname'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const env = { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const { status, said, folder: out } = inShell('lectern talk.md --to pdf', env);
  expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('talk.pdf') });
  expect(existsSync(join(out, 'talk.pdf'))).toBe(true);
});

test.skipIf(!isLinux)('with an empty PATH a PDF is made, and nothing is left', { timeout: 120_000 }, () => {
  inShell('lectern --version');
  const temporary = folderWith({});
  const { status, said, folder } = inShell('lectern talk.md --to pdf', { PATH: '', TMPDIR: temporary });
  expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('talk.pdf') });
  expect(existsSync(join(folder, 'talk.pdf'))).toBe(true);
  expect(readdirSync(temporary).filter((name) => name !== 'node-compile-cache')).toEqual([]);
});

test.skipIf(!isLinux)(
  'killed with an empty PATH, a browser and its folder go too',
  { timeout: 60_000 },
  async () => {
    const { start, left } = workspaceWith({ 'tides.md': longTalk(40) }, { PATH: '' });
    const child = start(['tides.md', '--to', 'pdf']);
    await expect.poll(() => left().length, { timeout: 30_000 }).toBeGreaterThan(1);
    child.kill('SIGKILL');
    await exitCode(child);
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
  },
);

test('however a build is told to end, nothing half written is left', { timeout: 120_000 }, async () => {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(9e6)}--></svg>`;
  const { folder, start } = workspaceWith({ 'tides.md': `![](a.svg)\n\n${longTalk(40)}`, 'a.svg': drawing });
  for (const when of [250, 350, 450, 550, 'written', 'written', 'written'] as const) {
    const child = start(['tides.md', '--to', 'html,marp,notes']);
    const watcher = watch(folder, (_, name) => {
      if (when === 'written' && name?.endsWith('.tmp')) child.kill('SIGTERM');
    });
    if (when !== 'written') setTimeout(() => child.kill('SIGTERM'), when);
    await exitCode(child);
    watcher.close();
    const names = readdirSync(folder);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    if (names.includes('tides.html'))
      expect(readFileSync(join(folder, 'tides.html'), 'utf8')).toMatch(/<\/html>\s*$/);
  }
});
