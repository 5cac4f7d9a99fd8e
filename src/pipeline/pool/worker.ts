// A worker thread of a build of many notes files: is given them by and by and sends back what came of each.
import { parentPort } from 'node:worker_threads';
import { type Cache, createCache } from '../../cache.ts';
import {
  type Artifact,
  needsBrowser,
  outputSizes,
  type PrintPage,
  type writeOutput,
} from '../../render/index.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import {
  errorData,
  type FromWorker,
  type Job,
  type Outcome,
  outcomeOf,
  resultOf,
  runJob,
  type SentTalk,
  type ToWorker,
  type WorkerRequest,
} from './messages.ts';

/** `afterFirst` is called when the first job is done. */
export function work(afterFirst: () => void): void {
  const themes = createCache();
  let onFirst = afterFirst;
  parentPort?.on('message', async (message: ToWorker) => {
    if (message.kind === 'response') return receive(message.id, message.outcome);
    const { jobId, job } = message;
    post({ kind: 'done', jobId, outcome: await outcomeOf(() => build(job, jobId, themes)) });
    onFirst();
    onFirst = () => undefined;
  });
}

async function build(job: Job, jobId: number, themes: Cache): Promise<SentTalk> {
  const request = requester(jobId);
  const { built, ...rest } = await runJob(job, {
    browser: remoteBrowser(request),
    themes,
    emit: (step) => post({ kind: 'step', jobId, step }),
    write: (...output) => writeRemotely(request, ...output),
  });
  const { failure, ...plain } = built;
  return { talk: { ...rest, built: plain }, failure: failure && errorData(failure) };
}

/** Requests something of the main thread; fails as it failed there. What is transferred is gone here. */
type SendRequest = (request: WorkerRequest, transferred?: readonly ArrayBuffer[]) => Promise<unknown>;

const pending = new Map<number, (outcome: Outcome) => void>();
let lastId = 0;

function requester(jobId: number): SendRequest {
  return async (request, transferred = []) => {
    lastId += 1;
    const id = lastId;
    const outcome = await new Promise<Outcome>((resolve) => {
      pending.set(id, resolve);
      post({ kind: 'request', jobId, id, request }, transferred);
    });
    return resultOf(outcome);
  };
}

function receive(id: number, outcome: Outcome): void {
  pending.get(id)?.(outcome);
  pending.delete(id);
}

function post(message: FromWorker, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}

/** A text goes as bytes, which are transferred; what they are for is read from the text, here. */
async function writeRemotely(
  request: SendRequest,
  ...[format, path, data]: Parameters<typeof writeOutput>
): Promise<Artifact> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : undefined;
  const write = { kind: 'write', format, path, data: bytes ?? data } as const;
  const written = (await request(write, bytes ? [bytes.buffer] : [])) as Artifact;
  return { ...written, ...outputSizes(format, data) };
}

/** The main thread's browser, as a worker sees it. */
function remoteBrowser(request: SendRequest): SharedBrowser {
  const printer = {
    async withPage<T>(use: (page: PrintPage) => Promise<T>): Promise<T> {
      await request({ kind: 'open-page' });
      try {
        const value = await use(remotePage(request));
        await request({ kind: 'close-page', reason: 'finished' });
        return value;
      } catch (error) {
        // Fails with a better explanation where it was the browser's fault.
        await request({ kind: 'close-page', reason: 'failed' });
        throw error;
      }
    },
  };
  return {
    sessionFor: (formats) => (needsBrowser(formats) ? Promise.resolve(printer) : undefined),
    giveUp: async () => void (await request({ kind: 'discard-browser' })),
    close: async () => undefined,
  };
}

/** The page that has opened last for this job, by what printing asks of it. */
function remotePage(request: SendRequest): PrintPage {
  type Returned<Method extends keyof PrintPage> = ReturnType<PrintPage[Method]>;
  const call =
    <Method extends keyof PrintPage>(method: Method) =>
    (...args: unknown[]) =>
      request({ kind: 'call-page', method, args }) as unknown as Returned<Method>;
  return {
    setViewport: call('setViewport'),
    emulateMediaType: call('emulateMediaType'),
    setContent: call('setContent'),
    evaluate: call('evaluate'),
    pdf: call('pdf'),
    screenshot: call('screenshot'),
  };
}
