import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { whileInterruptible } from '../../src/render/interrupt.ts';
import { temporaryFolder } from './talk.ts';

afterEach(() => vi.restoreAllMocks());

const listeners = () =>
  ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'].map((name) => process.listenerCount(name as 'SIGINT'));

test('an interrupt removes what is half made, and ends the process as a signal does', async () => {
  const before = listeners();
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const path = join(temporaryFolder(), 'half.tmp');
  await whileInterruptible(path, async () => {
    writeFileSync(path, 'half');
    const [onSignal] = process.listeners('SIGINT').slice(-1) as ((name: string, number: number) => void)[];
    onSignal?.('SIGINT', 2);
    expect(exit).toHaveBeenCalledWith(130);
    process.listeners('exit').at(-1)?.(130);
    expect(existsSync(path)).toBe(false);
  });
  expect(listeners()).toEqual(before);
});

test('a failure removes it too', async () => {
  const path = join(temporaryFolder(), 'half.tmp');
  const work = whileInterruptible(path, async () => {
    writeFileSync(path, 'half');
    throw new Error('full');
  });
  await expect(work).rejects.toThrow('full');
  expect(existsSync(path)).toBe(false);
});

test('many files that are written at once share one listener an event', async () => {
  const before = listeners();
  const folder = temporaryFolder();
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const paths = Array.from({ length: 20 }, (_, at) => join(folder, String(at)));
  const work = paths.map((path) => whileInterruptible(path, () => finished));
  expect(listeners()).toEqual(before.map((count) => count + 1));
  finish();
  await Promise.all(work);
  expect(listeners()).toEqual(before);
});
