import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createCache } from '../../cache.ts';
import { EnvironmentError } from '../../diagnostics/index.ts';
import { type Format, type PrintPage, writeOutput } from '../../render/index.ts';
import type { BuildStep } from '../built.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { BuiltTalk } from '../site/build-talk.ts';
import {
  errorData,
  errorFrom,
  type FromWorker,
  formatsOf,
  type Job,
  type Outcome,
  outcomeOf,
  resultOf,
  runJob,
  type SentTalk,
  type ToWorker,
  type WorkerRequest,
  withoutListeners,
} from './messages.ts';

/** A thread that builds notes files. */
interface PoolWorker {
  readonly run: (job: Job, emit: (step: BuildStep) => void) => Promise<BuiltTalk>;
  terminate(): Promise<unknown>;
}

interface RunningJob {
  readonly emit: (step: BuildStep) => void;
  readonly handle: (request: WorkerRequest) => Promise<unknown>;
  readonly finish: (outcome: Outcome) => void;
}

/** MB for new objects. Node's usual 16 are full several times in each build, and emptying them is a tenth of it. */
const youngGeneration = 64;

/** `file` is the thread's start; what it needs of the disk and the browser is done here. */
function spawnWorker(file: string, browser: SharedBrowser): PoolWorker {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } });
  const running = new Map<number, RunningJob>();
  let started = 0;
  const post = (message: ToWorker): void => worker.postMessage(message);
  worker.on('message', async (message: FromWorker) => {
    const job = running.get(message.jobId);
    if (!job) return;
    if (message.kind === 'step') job.emit(message.step);
    else if (message.kind === 'done') job.finish(message.outcome);
    else {
      const outcome = await outcomeOf(() => job.handle(message.request));
      post({ kind: 'response', id: message.id, outcome });
    }
  });
  const fail = (error: Error): void => {
    for (const { finish } of running.values()) finish({ kind: 'error', error: errorData(error) });
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`a thread of the build ended with ${code}`)));
  return {
    terminate: () => worker.terminate(),
    async run(job, emit) {
      started += 1;
      const jobId = started;
      const handle = requestHandler(browser, formatsOf(job));
      const outcome = await new Promise<Outcome>((finish) => {
        running.set(jobId, { emit, handle, finish });
        post({ kind: 'start', jobId, job: withoutListeners(job) });
      });
      running.delete(jobId);
      return talkFrom(resultOf(outcome) as SentTalk);
    },
  };
}

function talkFrom({ talk, failure }: SentTalk): BuiltTalk {
  const error = failure && errorFrom(failure);
  return error instanceof EnvironmentError ? { ...talk, built: { ...talk.built, failure: error } } : talk;
}

/** A page that a worker prints with. */
interface OpenPage {
  readonly page: PrintPage;
  /** The last error of the page, which the session explains when it closes. */
  error: unknown;
  readonly release: (reason: 'finished' | 'failed') => void;
  readonly closed: () => Promise<void>;
}

/** Does what a worker requests while it builds one notes file. */
function requestHandler(
  browser: SharedBrowser,
  formats: readonly Format[],
): (request: WorkerRequest) => Promise<unknown> {
  let open: OpenPage | undefined;
  return async (request) => {
    switch (request.kind) {
      case 'write':
        return writeOutput(request.format, request.path, request.data);
      case 'open-page':
        open = await openPage(browser, formats);
        return undefined;
      case 'call-page':
        return open && callPage(open, request.method, request.args);
      case 'close-page':
        return open && closePage(open, request.reason);
      case 'discard-browser':
        return browser.giveUp();
    }
  };
}

/** The session's own function runs until the worker releases the page. */
async function openPage(browser: SharedBrowser, formats: readonly Format[]): Promise<OpenPage> {
  const session = await browser.sessionFor(formats);
  if (!session) throw new Error(`no browser was asked for: ${formats.join(', ')}`);
  return new Promise((resolve, reject) => {
    const hold = (page: PrintPage): Promise<void> =>
      new Promise((leave, fail) => {
        const release: OpenPage['release'] = (reason) =>
          reason === 'finished' ? leave() : fail(opened.error);
        const opened: OpenPage = { page, error: undefined, release, closed: () => closed };
        resolve(opened);
      });
    const closed = session.withPage(hold);
    closed.catch(reject);
  });
}

/** After a failure only what the environment has to do with it is passed on: the worker knows the rest. */
async function closePage(open: OpenPage, reason: 'finished' | 'failed'): Promise<void> {
  open.release(reason);
  try {
    await open.closed();
  } catch (error) {
    if (reason === 'finished' || error instanceof EnvironmentError) throw error;
  }
}

async function callPage(open: OpenPage, method: keyof PrintPage, args: readonly unknown[]): Promise<unknown> {
  const call = open.page[method] as (...args: unknown[]) => Promise<unknown>;
  try {
    return await call.apply(open.page, [...args]);
  } catch (error) {
    open.error = error;
    throw error;
  }
}

interface JobListener {
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
