// What the disk may do to a build, for real. Earlier outputs stay whole and nothing half written is left.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { folderWith } from '../cli/lectern.ts';
import { pixel } from '../render/talk.ts';
import { mountedFolder, talk } from './workspace.ts';

const canMount = mountedFolder('size=64k');
canMount?.unmount();

test.skipIf(!canMount)('a full disk', async () => {
  const disk = mountedFolder('size=64k');
  const out = disk?.path ?? '';
  try {
    writeFileSync(join(out, 'talk.html'), 'earlier');
    const folder = folderWith({ 'talk.md': talk });
    const { failures, notes } = await build('talk.md', { cwd: folder, outDir: out, formats: ['html'] });
    expect(failures.map(({ remedy }) => remedy)).toEqual([expect.stringContaining('disk is full')]);
    expect(notes[0]?.outputs).toEqual([]);
    expect(readdirSync(out)).toEqual(['talk.html']);
    expect(readFileSync(join(out, 'talk.html'), 'utf8')).toBe('earlier');
  } finally {
    disk?.unmount();
  }
});

test.skipIf(!canMount)('a read-only file system', async () => {
  const disk = mountedFolder('size=64k,ro');
  try {
    const folder = folderWith({ 'talk.md': talk });
    const { failures } = await build('talk.md', { cwd: folder, outDir: disk?.path, formats: ['html'] });
    expect(failures.map(({ remedy }) => remedy)).toEqual([expect.stringContaining('read-only')]);
  } finally {
    disk?.unmount();
  }
});

test.skipIf(process.platform !== 'linux')('a folder that takes no files, at once', async () => {
  const folder = folderWith({ 'talk.md': talk });
  for (const outDir of ['/proc/x', '/proc/x/y/z']) {
    const { failures } = await build('talk.md', { cwd: folder, outDir, formats: ['html'] });
    expect(failures.map(({ remedy }) => remedy)).toEqual([expect.stringContaining('-o')]);
  }
});

test.skipIf(process.platform === 'win32')('write-protected outputs of an ordinary user', (context) => {
  const folder = folderWith({ 'talk.md': talk, 'talk.html': 'earlier' });
  spawnSync('chmod', ['444', join(folder, 'talk.html')]);
  spawnSync('chmod', ['755', folder]);
  const program = new URL('../../scripts/lectern.mjs', import.meta.url).pathname;
  // Root may write everything, so the build runs as nobody.
  const uid = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const canRun = spawnSync(process.execPath, [program, '--version'], uid).status === 0;
  context.skip(!canRun, 'nobody cannot read this checkout');
  const args = [program, 'talk.md', '--to', 'html'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', ...uid });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('choose another folder') });
  expect(readdirSync(folder).sort()).toEqual(['talk.html', 'talk.md']);
  expect(readFileSync(join(folder, 'talk.html'), 'utf8')).toBe('earlier');
});

test('a picture of the notes that has the name of an output', async () => {
  const folder = folderWith({ 'talk.md': `${talk}\n![Buoy](talk.002.png)\n`, 'talk.002.png': pixel });
  const { diagnostics, notes } = await build('talk.md', { cwd: folder, formats: ['html', 'png'] });
  expect(diagnostics).toMatchObject([
    { code: 'notes/picture-overwritten', severity: 'error', help: expect.stringContaining('-o') },
  ]);
  expect(notes[0]?.outputs).toEqual([]);
  expect(readFileSync(join(folder, 'talk.002.png')).equals(pixel)).toBe(true);
  expect(existsSync(join(folder, 'talk.html'))).toBe(false);
});
