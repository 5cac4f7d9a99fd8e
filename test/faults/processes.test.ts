// Whole processes: several at once, stopped in the midst, and with notes that change under them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../src/index.ts';
import { readManifest } from '../../src/pipeline/site/manifest.ts';
import { folderWith, lectern } from '../cli/lectern.ts';
import { pixel } from '../render/talk.ts';
import { buildProgram, exitCode, longTalk, talk, textOf, workspaceWith } from './workspace.ts';

beforeAll(buildProgram, 300_000);

test('Ctrl-C in the midst of a calculation ends it at once', async () => {
  const { folder, start, left } = workspaceWith({ 'tides.md': longTalk(2400), 'tides.html': 'earlier' });
  const child = start(['tides.md', '--to', 'html']);
  await wait(1000);
  const asked = performance.now();
  child.kill('SIGINT');
  expect(await exitCode(child)).toBe(130);
  expect(performance.now() - asked).toBeLessThan(2000);
  expect(readdirSync(folder).sort()).toEqual(['tides.html', 'tides.md']);
  expect(readFileSync(join(folder, 'tides.html'), 'utf8')).toBe('earlier');
  expect(left()).toEqual([]);
});

test('a browser that is told to end with the build leaves nothing', async () => {
  const { folder, start, left } = workspaceWith({ 'tides.md': longTalk(200), 'tides.pdf': 'earlier' });
  const child = start(['tides.md', '--to', 'html,pdf']);
  for await (const part of child.stderr ?? []) if (String(part).includes('wrote tides.html')) break;
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(143);
  expect(readdirSync(folder).sort()).toEqual(['tides.html', 'tides.md', 'tides.pdf']);
  for (let tries = 0; tries < 20 && left().length > 0; tries += 1) await wait(50);
  expect(left()).toEqual([]);
});

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGKILL'] as const)(
  '%s in the midst of a calculation while a browser is open: all ends at once',
  async (signal) => {
    const { folder, start, left } = workspaceWith({ 'a.md': talk, 'b.md': longTalk(2400) });
    const child = start(['a.md', 'b.md', '--to', 'pdf']);
    for await (const part of child.stderr ?? []) if (String(part).includes('wrote a.pdf')) break;
    await wait(300);
    const asked = performance.now();
    child.kill(signal);
    expect(await exitCode(child)).toBe(signal === 'SIGINT' ? 130 : 137);
    expect(performance.now() - asked).toBeLessThan(1000);
    for (let tries = 0; tries < 20 && left().length > 0; tries += 1) await wait(50);
    expect(left()).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'a.pdf', 'b.md']);
  },
);

test('two builds into one folder at once', async () => {
  const { folder, start } = workspaceWith({ 'tides.md': longTalk(20) });
  const children = [start(['tides.md', '--to', 'html,marp']), start(['tides.md', '--to', 'html,marp'])];
  const said = await Promise.all(children.map((child) => textOf(child.stderr)));
  expect(said.join('')).not.toContain('cannot');
  expect(readdirSync(folder).sort()).toEqual(['tides.html', 'tides.marp.md', 'tides.md']);
  expect(readFileSync(join(folder, 'tides.html'), 'utf8')).toMatch(/Day 19[\s\S]*<\/html>\s*$/);
});

test('notes that change, and pictures that go, while they are read', async () => {
  const folder = folderWith({
    'talk.md': `${talk}\n![Buoy](buoy.png)\n`,
    'buoy.png': pixel,
  });
  const result = await build('talk.md', {
    cwd: folder,
    formats: ['html'],
    onEvent(event) {
      if (event.kind !== 'working' || event.stage !== 'slides') return;
      writeFileSync(join(folder, 'talk.md'), '# Other\n\n## Words\n\n- fourscore\n');
      rmSync(join(folder, 'buoy.png'));
    },
  });
  expect(result.failures).toEqual([]);
  const html = readFileSync(join(folder, 'talk.html'), 'utf8');
  expect(html).toContain('Springs');
  expect(html).not.toContain('fourscore');
});

const records = [
  'null',
  '[]',
  '{"format":1}',
  '{"format":1,"talks":',
  '{"format":1,"talks":[],"leftovers":{},"pictures":{}}',
  '{"format":1,"talks":{"a.md":null},"leftovers":[],"pictures":[]}',
  '{"format":1,"talks":{"a.md":{}},"leftovers":[],"pictures":[]}',
  '{"format":1,"talks":{"a.md":{"outputs":[null]}},"leftovers":[],"pictures":[]}',
  '{"format":1,"talks":{},"leftovers":[1],"pictures":[]}',
  '{"format":1,"talks":{},"leftovers":[],"pictures":[{}]}',
];

test.each(records)('a library whose record is %s', async (text) => {
  const folder = folderWith({ 'talks/a.md': talk, 'site/.lectern.json': text });
  expect((await lectern(folder, ['talks', '-o', 'site', '--to', 'html'])).code).toBe(0);
  expect(readdirSync(join(folder, 'site')).sort()).toEqual(['.lectern.json', 'a.html', 'index.html']);
});

test('a library with any one part of its record damaged has none', async () => {
  const folder = folderWith({ 'talks/a.md': `${talk}\n![](sail.png)\n`, 'talks/b.md': talk });
  const args = ['talks', '-o', 'site', '--to', 'html'];
  expect((await lectern(folder, args)).code).toBe(0);
  const site = join(folder, 'site');
  const path = join(site, '.lectern.json');
  const whole: unknown = JSON.parse(readFileSync(path, 'utf8'));
  expect(readManifest(site).talks.size).toBe(2);
  for (const damaged of damagedCopies(whole)) {
    writeFileSync(path, JSON.stringify(damaged));
    expect(readManifest(site)).toEqual({ talks: new Map(), leftovers: [], pictures: [] });
  }
  expect((await lectern(folder, args)).code).toBe(0);
});

/** One for each value in it, with something of another type in its place. */
function damagedCopies(whole: unknown): readonly unknown[] {
  if (typeof whole !== 'object' || whole === null) return [typeof whole === 'number' ? 'x' : 7];
  const parts = Object.entries(whole).flatMap(([key, value]) =>
    damagedCopies(value).map((damaged) =>
      Array.isArray(whole)
        ? whole.map((each, at) => (String(at) === key ? damaged : each))
        : { ...whole, [key]: damaged },
    ),
  );
  return [null, 7, 'x', ...parts];
}
