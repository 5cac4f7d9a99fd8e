import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { build, describeBrowser } from '../../src/pipeline/index.ts';
import { exitCode } from '../faults/workspace.ts';
import { folderWith } from './lectern.ts';

const program = fileURLToPath(new URL('../../scripts/lectern.mjs', import.meta.url));
const talk = '# Tides\n\n## Springs\n\n- one\n- two\n';
const longTalk = `# Tides\n${Array.from({ length: 400 }, (_, n) => `\n## Day ${n}\n\n- high water\n- low water\n`).join('')}`;

beforeAll(() => expect(spawnSync(process.execPath, [program, '--version']).status).toBe(0));

function start(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function until(child: ChildProcess, text: string): Promise<void> {
  let seen = '';
  for await (const part of child.stderr ?? []) {
    seen += String(part);
    if (seen.includes(text)) return;
  }
  throw new Error(`ended without saying "${text}": ${seen}`);
}

test('a checkout runs with no build before it', () => {
  const folder = folderWith({ 'tides.md': talk });
  const ran = spawnSync(process.execPath, [program, 'tides.md', '--to', 'html', '-q'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(readdirSync(folder)).toEqual(['tides.html', 'tides.md']);
});

test('a reader that closes the pipe early is no error', async () => {
  const child = start(folderWith({ 'tides.md': longTalk }), ['explain', 'tides.md']);
  child.stdout?.destroy();
  const complaints: string[] = [];
  child.stderr?.on('data', (part) => complaints.push(String(part)));
  const [code] = await once(child, 'close');
  expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
});

test('Ctrl-C while the browser prints: exit 130, nothing half written, the earlier PDF whole', async () => {
  const folder = folderWith({ 'tides.md': longTalk, 'tides.pdf': 'earlier' });
  const child = start(folder, ['tides.md']);
  await until(child, 'wrote tides.html');
  child.kill('SIGINT');
  expect(await exitCode(child)).toBe(130);
  expect(readdirSync(folder).sort()).toEqual(['tides.html', 'tides.md', 'tides.pdf']);
  expect(readFileSync(join(folder, 'tides.pdf'), 'utf8')).toBe('earlier');
});

test('a browser that dies while it prints: exit 2, the earlier PDF whole, the next notes built', async () => {
  const browser = (await describeBrowser()).path;
  const folder = folderWith({ 'a.md': longTalk, 'a.pdf': 'earlier', 'b.md': talk });
  writeFileSync(join(folder, 'browser'), `#!/bin/sh\necho $$ > "${folder}/pid"\nexec "${browser}" "$@"\n`, {
    mode: 0o755,
  });
  let killed = false;
  const result = await build(['a.md', 'b.md'], {
    cwd: folder,
    formats: ['html', 'pdf'],
    browserPath: join(folder, 'browser'),
    onEvent(event) {
      if (killed || event.kind !== 'working' || event.stage !== 'pdf') return;
      killed = process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
    },
  });
  expect(killed).toBe(true);
  expect(result.failures.map(({ message }) => message)).toEqual(['The browser ended while it was printing']);
  expect(result.notes.map(({ outputs }) => outputs.map(({ format }) => format))).toEqual([
    ['html'],
    ['html', 'pdf'],
  ]);
  expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('earlier');
  expect(readdirSync(folder).sort()).toEqual([
    'a.html',
    'a.md',
    'a.pdf',
    'b.html',
    'b.md',
    'b.pdf',
    'browser',
    'pid',
  ]);
});

test('--watch prints its address, builds again, and Ctrl-C ends it with 130', async () => {
  const folder = folderWith({ 'tides.md': talk });
  const child = start(folder, ['tides.md', '--watch']);
  let said = '';
  child.stdout?.on('data', (part) => {
    said += String(part);
  });
  const until = async (words: RegExp): Promise<void> => {
    while (!words.test(said)) await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
  };
  await until(/http:\/\/127\.0\.0\.1:\d+\/[\w-]+\/tides\.html/);
  writeFileSync(join(folder, 'tides.md'), `${talk}\n## Neaps\n\n- three\n`);
  await until(/tides\.html {3}3 slides/);
  child.kill('SIGINT');
  expect(await exitCode(child)).toBe(130);
  expect(readdirSync(folder).sort()).toEqual(['tides.html', 'tides.md']);
});

test('Ctrl-C in a library leaves whole files alone, and the next build goes on', async () => {
  const notes = Object.fromEntries(
    [1, 2, 3].map((at) => [`talks/${at}.md`, longTalk.replace('Tides', `Tides ${at}`)]),
  );
  const folder = folderWith(notes);
  const args = ['talks', '-o', 'site', '--to', 'html'];
  const child = start(folder, args);
  await until(child, 'wrote site/1.html');
  child.kill('SIGINT');
  expect(await exitCode(child)).toBe(130);
  const left = readdirSync(join(folder, 'site'));
  expect(left.filter((name) => !/^[123]\.html$/.test(name))).toEqual([]);
  for (const name of left) expect(readFileSync(join(folder, 'site', name), 'utf8')).toMatch(/<\/html>\s*$/);
  expect(spawnSync(process.execPath, [program, ...args], { cwd: folder }).status).toBe(0);
  expect(readdirSync(join(folder, 'site')).sort()).toEqual([
    '.lectern.json',
    '1.html',
    '2.html',
    '3.html',
    'index.html',
  ]);
});
