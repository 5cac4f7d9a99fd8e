import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createCache } from '../../cache/index.ts';
import type { BuildStep } from '../built.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { BuiltTalk } from '../site/build-talk.ts';
import { type Job, runJob } from './messages.ts';
import { spawnWorker } from './spawn-worker.ts';

export interface JobListener {
  /** `at` is the job's place in the list. */
  step(at: number, step: BuildStep): void;
  finished?(at: number, talk: BuiltTalk): Promise<void>;
}

/** Jobs of a thread at a time: while one is printed or written, it works on the other. */
const jobsAtOnce = 2;

/** Fewer are built sooner than threads have started: each needs 0.2 s. */
const worthThreads = 9;

/** Each holds 100 MB, and one thread has to write what they make. */
const mostThreads = 8;

/** Made when Lectern is built; in `src`, which Node does not run in threads, there is none. */
const workerFile = fileURLToPath(new URL('../pool/thread.cjs', import.meta.url));

/**
 * Builds notes files, many of them on all cores. The results are in the order of the jobs,
 * whichever was ready first; no more files are at work than two for each thread.
 */
export async function runJobs(
  jobs: readonly Job[],
  browser: SharedBrowser,
  listener: JobListener,
): Promise<readonly BuiltTalk[]> {
  const built: BuiltTalk[] = [];
  const waiting = [...jobs.entries()].reverse();
  const work = async (
    run: (job: Job, emit: (step: BuildStep) => void) => Promise<BuiltTalk>,
  ): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [at, job] = next;
      const talk = await run(job, (step) => listener.step(at, step));
      built[at] = talk;
      await listener.finished?.(at, talk);
    }
  };
  const threads = threadsFor(jobs);
  if (threads < 2) {
    const themes = createCache();
    await work((job, emit) => runJob(job, { browser, emit, themes }));
    return built;
  }
  const pool = Array.from({ length: threads }, () => spawnWorker(workerFile, browser));
  try {
    await Promise.all(pool.flatMap(({ run }) => Array.from({ length: jobsAtOnce }, () => work(run))));
  } finally {
    await Promise.all(pool.map((worker) => worker.terminate()));
  }
  return built;
}

function threadsFor(jobs: readonly Job[]): number {
  if (jobs.length < worthThreads || !existsSync(workerFile)) return 1;
  return Math.min(availableParallelism(), mostThreads, jobs.length);
}
