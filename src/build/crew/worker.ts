// A thread of a build of many notes files: is given one after the other and tells what came of it.
import { parentPort } from 'node:worker_threads';
import { createMemory, type Memory } from '../../memory/index.ts';
import type { Artifact } from '../../render/index.ts';
import { ask, hearAnswer, tell } from './ask.ts';
import type { SentTalk, ToWorker } from './messages.ts';
import { answerOf, problemOf } from './problem.ts';
import { remoteBrowser } from './remote-browser.ts';
import { runTask, type Task } from './run-task.ts';

/** `afterFirst` is called when the first is done. */
export function work(afterFirst: () => void): void {
  const themes = createMemory();
  let rest = afterFirst;
  parentPort?.on('message', async (message: ToWorker) => {
    if (message.kind === 'answer') return hearAnswer(message.id, message.answer);
    tell({ kind: 'done', answer: await answerOf(() => build(message.task, themes)) });
    rest();
    rest = () => undefined;
  });
}

async function build(task: Task, themes: Memory): Promise<SentTalk> {
  const { built, ...rest } = await runTask(task, {
    browser: remoteBrowser,
    themes,
    emit: (step) => tell({ kind: 'step', step }),
    write: async (format, path, data) => (await ask({ kind: 'write', format, path, data })) as Artifact,
  });
  const { failure, ...plain } = built;
  return { talk: { ...rest, built: plain }, failure: failure && problemOf(failure) };
}
