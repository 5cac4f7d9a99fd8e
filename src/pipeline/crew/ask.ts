import { parentPort } from 'node:worker_threads';
import type { Answer, FromWorker, Wish } from './messages.ts';
import { given } from './problem.ts';

/** Asks the main thread for something; fails as it failed there. What is handed over is gone here. */
export type Ask = (wish: Wish, handedOver?: readonly ArrayBuffer[]) => Promise<unknown>;

const waiting = new Map<number, (answer: Answer) => void>();
let asked = 0;

/** For the task of this number. */
export function askerFor(at: number): Ask {
  return async (wish, handedOver = []) => {
    asked += 1;
    const id = asked;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      tell({ kind: 'wish', at, id, wish }, handedOver);
    });
    return given(answer);
  };
}

export function hearAnswer(id: number, answer: Answer): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

export function tell(message: FromWorker, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, handedOver);
}
