import { Worker } from 'node:worker_threads';
import type { BuildStep } from '../built.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { BuiltTalk } from '../site/build-talk.ts';
import { granter } from './grant-wish.ts';
import type { Answer, FromWorker, SentTalk, ToWorker, Wish } from './messages.ts';
import { answerOf, errorOf, given, problemOf } from './problem.ts';
import { formatsOf, plainTask, type Task } from './run-task.ts';

/** A thread that builds notes files. */
export interface Hired {
  readonly run: (task: Task, emit: (step: BuildStep) => void) => Promise<BuiltTalk>;
  dismiss(): Promise<unknown>;
}

/** A task that the thread has not done yet. */
interface Open {
  readonly emit: (step: BuildStep) => void;
  readonly grant: (wish: Wish) => Promise<unknown>;
  readonly finish: (answer: Answer) => void;
}

/** MB for what is new. Node's usual 16 are full several times in each build, and emptying them is a tenth of it. */
const youngGeneration = 64;

export function hire(file: string, browser: SharedBrowser): Hired {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } });
  const open = new Map<number, Open>();
  let begun = 0;
  const say = (message: ToWorker): void => worker.postMessage(message);
  const hear = async (message: FromWorker): Promise<void> => {
    const task = open.get(message.at);
    if (!task) return;
    if (message.kind === 'step') task.emit(message.step);
    else if (message.kind === 'done') task.finish(message.answer);
    else say({ kind: 'answer', id: message.id, answer: await answerOf(() => task.grant(message.wish)) });
  };
  const fail = (error: Error): void => {
    for (const { finish } of open.values()) finish({ kind: 'problem', problem: problemOf(error) });
  };
  worker.on('message', hear);
  worker.on('error', fail);
  worker.on('exit', (code) => fail(ended(code)));
  return {
    dismiss: () => worker.terminate(),
    async run(task, emit) {
      begun += 1;
      const at = begun;
      const grant = granter(browser, formatsOf(task));
      const answer = await new Promise<Answer>((finish) => {
        open.set(at, { emit, grant, finish });
        say({ kind: 'task', at, task: plainTask(task) });
      });
      open.delete(at);
      return received(given(answer) as SentTalk);
    },
  };
}

function ended(code: number): Error {
  return new Error(`a thread of the build ended with ${code}`);
}

function received({ talk, failure }: SentTalk): BuiltTalk {
  const error = failure && errorOf(failure);
  return error?.name === 'EnvironmentError'
    ? { ...talk, built: { ...talk.built, failure: error as NonNullable<BuiltTalk['built']['failure']> } }
    : talk;
}
