import { parentPort } from 'node:worker_threads';
import type { Answer, FromWorker, Wish } from './messages.ts';
import { given } from './problem.ts';

const waiting = new Map<number, (answer: Answer) => void>();
let asked = 0;

/** Asks the main thread for something; fails as it failed there. */
export async function ask(wish: Wish): Promise<unknown> {
  asked += 1;
  const id = asked;
  const answer = await new Promise<Answer>((resolve) => {
    waiting.set(id, resolve);
    tell({ kind: 'wish', id, wish });
  });
  return given(answer);
}

export function hearAnswer(id: number, answer: Answer): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

export function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}
