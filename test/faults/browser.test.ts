// A browser that gives no answer, or is spoilt. (One that dies: test/cli/process.test.ts; one half unpacked: test/render/unpack.test.ts.)
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/index.ts';
import { describeBrowser, openSession } from '../../src/render/index.ts';
import { folderWith, lectern } from '../cli/lectern.ts';
import { talk } from './workspace.ts';

function programWith(script: (folder: string) => string): { folder: string; browserPath: string } {
  const folder = folderWith({});
  const browserPath = join(folder, 'browser');
  writeFileSync(browserPath, `#!/bin/sh\necho $$ > "${folder}/pid"\n${script(folder)}\n`, { mode: 0o755 });
  return { folder, browserPath };
}

const pidIn = (folder: string): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));

const isAlive = (pid: number): boolean => {
  const state = execFileSync('sh', ['-c', `ps -o stat= -p ${pid} || true`], { encoding: 'utf8' }).trim();
  return state !== '' && !state.startsWith('Z');
};

test.skipIf(process.platform === 'win32')('stopped half way: told after the time, and killed', async () => {
  const { path } = await describeBrowser();
  const { folder, browserPath } = programWith(() => `exec "${path}" "$@"`);
  const session = await openSession({ browserPath, patience: { start: 20_000, command: 1000 } });
  const start = performance.now();
  const failure = await session
    .withPage(async (page) => {
      process.kill(pidIn(folder), 'SIGSTOP');
      await page.pdf();
    })
    .catch((error: unknown) => error);
  await session.close();
  expect(failure).toBeInstanceOf(EnvironmentError);
  expect((failure as Error).message).toBe('The browser gave no answer for 1 s while it was printing');
  expect(performance.now() - start).toBeLessThan(3000);
  await vi.waitFor(() => expect(isAlive(pidIn(folder))).toBe(false));
});

test.skipIf(process.platform === 'win32')(
  'silent from the start: told after the time, and killed',
  async () => {
    const { folder, browserPath } = programWith(() => 'exec sleep 60');
    const patience = { start: 500, command: 500 };
    const failure = await openSession({ browserPath, patience }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(EnvironmentError);
    expect((failure as Error).message).toBe(`The browser did not start in 0.5 s: ${browserPath}`);
    await vi.waitFor(() => expect(isAlive(pidIn(folder))).toBe(false));
  },
);

test.skipIf(process.platform === 'win32')('one that never starts is tried and told of once', async () => {
  const complaint = 'echo "[$$] no display" >&2';
  const { folder, browserPath } = programWith((at) => `echo tried >> "${at}/tries"\n${complaint}\nexit 3`);
  for (const name of ['a.md', 'b.md', 'c.md']) writeFileSync(join(folder, name), talk);
  const files = ['a.md', 'b.md', 'c.md', '--to', 'html,pdf', '--browser-path', browserPath];
  const { code, stdout, stderr } = await lectern(folder, files);
  expect(code).toBe(2);
  expect(stderr.match(/could not be started/g)).toHaveLength(1);
  expect(stdout).toMatch(/a\.html[\s\S]*b\.html[\s\S]*c\.html/);
  // Once to drive it, once to hear why not.
  expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('tried\ntried\n');
});

test('spoilt in the cache, with the size it should have: unpacked anew', async (context) => {
  const { path = '', origin = '' } = await describeBrowser();
  context.skip(!origin.startsWith('bundled'), 'another browser is used here');
  const cache = folderWith({});
  cpSync(dirname(path), join(cache, basename(dirname(path))), { recursive: true, preserveTimestamps: true });
  const copy = join(cache, basename(dirname(path)), 'chromium');
  const { size } = statSync(copy);
  truncateSync(copy, 0);
  truncateSync(copy, size);
  vi.stubEnv('LECTERN_CACHE', cache);
  try {
    const session = await openSession();
    expect(await session.version()).toContain('Chrome');
    await session.close();
    expect(readdirSync(cache)).toEqual([basename(dirname(path))]);
  } finally {
    vi.unstubAllEnvs();
    rmSync(cache, { recursive: true });
  }
});
