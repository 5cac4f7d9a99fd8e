// A loop without end leaves no time for a clock in the same thread: this one has a thread of its own.
import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Ends the process with 1 when no text has been announced for `seconds`; the last one is in `path`. */
export function startWatchdog(
  path: string,
  seconds: number,
): { onCase: (text: string) => void; stop: () => void } {
  const count = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(program, { eval: true, workerData: { count, path, seconds } });
  return {
    onCase(text) {
      writeFileSync(path, text);
      Atomics.add(count, 0, 1);
    },
    stop: () => void worker.terminate(),
  };
}

const program = `
const { workerData: { count, path, seconds } } = require('node:worker_threads');
let last = -1;
setInterval(() => {
  const now = Atomics.load(count, 0);
  if (now === last) {
    require('node:fs').writeSync(2, path + ': not compiled in ' + seconds + ' s\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  last = now;
}, seconds * 1000);
`;
