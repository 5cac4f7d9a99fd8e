import { setTimeout as wait } from 'node:timers/promises';

/** One build at a time; what changes meanwhile leads to one more. */
export interface Turns {
  ask(): void;
  readonly broken: Promise<never>;
  first(): Promise<void>;
  end(): Promise<void>;
}

/** ms for an editor to end its saving: it makes several events of one. */
const settle = 8;

export function takeTurns(work: (number: number) => Promise<void>): Turns {
  let number = 0;
  let isAsked = false;
  let isOver = false;
  let running = Promise.resolve();
  let isRunning = false;
  let giveUp: (reason: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  broken.catch(() => undefined);
  const run = async (): Promise<void> => {
    while (isAsked && !isOver) {
      if (number > 0) await wait(settle);
      isAsked = false;
      number += 1;
      await work(number);
    }
    isRunning = false;
  };
  const ask = (): void => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    running = run();
    running.catch(giveUp);
  };
  return {
    ask,
    broken,
    async first() {
      ask();
      await running;
    },
    async end() {
      isOver = true;
      await running.catch(() => undefined);
    },
  };
}
