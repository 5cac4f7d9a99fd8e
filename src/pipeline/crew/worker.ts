// A thread of a build of many notes files: is given them by and by and tells what came of each.
import { parentPort } from 'node:worker_threads';
import { type Cache, createCache } from '../../cache/index.ts';
import { type Artifact, sizesOf, type writeOutput } from '../../render/index.ts';
import { type Ask, askerFor, hearAnswer, tell } from './ask.ts';
import type { SentTalk, ToWorker } from './messages.ts';
import { answerOf, problemOf } from './problem.ts';
import { remoteBrowser } from './remote-browser.ts';
import { runTask, type Task } from './run-task.ts';

/** `afterFirst` is called when the first is done. */
export function work(afterFirst: () => void): void {
  const themes = createCache();
  let rest = afterFirst;
  parentPort?.on('message', async (message: ToWorker) => {
    if (message.kind === 'answer') return hearAnswer(message.id, message.answer);
    const { at, task } = message;
    tell({ kind: 'done', at, answer: await answerOf(() => build(task, at, themes)) });
    rest();
    rest = () => undefined;
  });
}

async function build(task: Task, at: number, themes: Cache): Promise<SentTalk> {
  const ask = askerFor(at);
  const { built, ...rest } = await runTask(task, {
    browser: remoteBrowser(ask),
    themes,
    emit: (step) => tell({ kind: 'step', at, step }),
    write: (format, path, data) => writeThere(ask, format, path, data),
  });
  const { failure, ...plain } = built;
  return { talk: { ...rest, built: plain }, failure: failure && problemOf(failure) };
}

/** A text goes as bytes, which change hands; what they are for is told from the text, here. */
async function writeThere(
  ask: Ask,
  ...[format, path, data]: Parameters<typeof writeOutput>
): Promise<Artifact> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : undefined;
  const wish = { kind: 'write', format, path, data: bytes ?? data } as const;
  const written = (await ask(wish, bytes ? [bytes.buffer] : [])) as Artifact;
  return { ...written, ...sizesOf(format, data) };
}
