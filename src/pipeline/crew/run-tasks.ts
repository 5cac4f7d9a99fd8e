import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createCache } from '../../cache/index.ts';
import type { BuildStep } from '../built.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { BuiltTalk } from '../site/build-talk.ts';
import { hire } from './hire.ts';
import { runTask, type Task } from './run-task.ts';

export interface TaskListener {
  /** `at` is the task's place in the list. */
  step(at: number, step: BuildStep): void;
  finished?(at: number, talk: BuiltTalk): Promise<void>;
}

/**
 * Builds notes files, many of them on all cores. The results are in the order of the tasks,
 * whichever was ready first; no more files are at work than two for each thread.
 */
export async function runTasks(
  tasks: readonly Task[],
  browser: SharedBrowser,
  listener: TaskListener,
): Promise<readonly BuiltTalk[]> {
  const built: BuiltTalk[] = [];
  const waiting = [...tasks.entries()].reverse();
  const work = async (run: Runner): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [at, task] = next;
      const talk = await run(task, (step) => listener.step(at, step));
      built[at] = talk;
      await listener.finished?.(at, talk);
    }
  };
  const threads = threadsFor(tasks);
  if (threads < 2) {
    const themes = createCache();
    await work((task, emit) => runTask(task, { browser, emit, themes }));
    return built;
  }
  const crew = Array.from({ length: threads }, () => hire(workerFile, browser));
  try {
    await Promise.all(crew.flatMap((worker) => Array.from({ length: atOnce }, () => work(worker.run))));
  } finally {
    await Promise.all(crew.map((worker) => worker.dismiss()));
  }
  return built;
}

type Runner = (task: Task, emit: (step: BuildStep) => void) => Promise<BuiltTalk>;

/** Tasks of a thread: while one is printed or written, it works on the other. */
const atOnce = 2;

/** Fewer are built sooner than threads have started: each needs 0.2 s. */
const worthThreads = 9;

/** Each holds 100 MB, and one thread has to write what they make. */
const mostThreads = 8;

/** Made when Lectern is built; in `src`, which Node does not run in threads, there is none. */
const workerFile = fileURLToPath(new URL('../crew/thread.cjs', import.meta.url));

function threadsFor(tasks: readonly Task[]): number {
  if (tasks.length < worthThreads || !existsSync(workerFile)) return 1;
  return Math.min(availableParallelism(), mostThreads, tasks.length);
}
