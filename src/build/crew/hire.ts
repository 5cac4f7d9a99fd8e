import { Worker } from 'node:worker_threads';
import type { BuildStep } from '../built.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import type { BuiltTalk } from '../site/build-talk.ts';
import { granter } from './grant-wish.ts';
import type { Answer, FromWorker, SentTalk, ToWorker } from './messages.ts';
import { answerOf, errorOf, given, problemOf } from './problem.ts';
import { formatsOf, plainTask, type Task } from './run-task.ts';

/** A thread that builds notes files, one after the other. */
export interface Hired {
  readonly run: (task: Task, emit: (step: BuildStep) => void) => Promise<BuiltTalk>;
  dismiss(): Promise<unknown>;
}

/** MB for what is new. Node's usual 16 are full several times in each build, and emptying them is a tenth of it. */
const youngGeneration = 64;

export function hire(file: string, browser: SharedBrowser): Hired {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } });
  const say = (message: ToWorker): void => worker.postMessage(message);
  return {
    dismiss: () => worker.terminate(),
    async run(task, emit) {
      const grant = granter(browser, formatsOf(task));
      const answer = await new Promise<Answer>((resolve) => {
        const hear = async (message: FromWorker): Promise<void> => {
          if (message.kind === 'step') emit(message.step);
          else if (message.kind === 'done') resolve(message.answer);
          else say({ kind: 'answer', id: message.id, answer: await answerOf(() => grant(message.wish)) });
        };
        worker.removeAllListeners();
        worker.on('message', hear);
        worker.on('error', (error) => resolve({ kind: 'problem', problem: problemOf(error) }));
        worker.on('exit', (code) => resolve({ kind: 'problem', problem: problemOf(ended(code)) }));
        say({ kind: 'task', task: plainTask(task) });
      });
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
