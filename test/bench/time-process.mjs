import { spawn } from 'node:child_process';

/** Wall time of one run of a program, ms. A run that fails ends the benchmark. */
export function timeProcess([program, ...argv], env = process.env) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, argv, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(performance.now() - start);
      else reject(new Error(`${program} ${argv.join(' ')} ended with ${code}\n${errors}`));
    });
  });
}

/** Both in turn, A B A B, so that a machine that slows down slows both. One run of each is not counted. */
export async function timePair(a, b, { runs = 7, env } = {}) {
  const times = { a: [], b: [] };
  for (let run = 0; run <= runs; run += 1) {
    const [first, second] = [await timeProcess(a), await timeProcess(b, env)];
    if (run === 0) continue;
    times.a.push(first);
    times.b.push(second);
  }
  const ratios = times.a.map((time, run) => time / times.b[run]);
  return { a: median(times.a), b: median(times.b), ratio: median(ratios) };
}

export function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)];
}
