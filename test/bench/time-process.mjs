import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Wall time of one run of a program, ms, and the most memory its own process held, MB (0 where the
 * system does not say; a browser it starts is not counted). A run that fails ends the benchmark.
 */
export function measureProcess([program, ...argv], env = process.env) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, argv, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let errors = '';
    let peak = 0;
    const looking = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 25);
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(looking);
      if (code === 0) resolve({ time: performance.now() - start, peak });
      else reject(new Error(`${program} ${argv.join(' ')} ended with ${code}\n${errors}`));
    });
  });
}

/** Linux keeps the mark itself, so that looking now and then misses little. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // Gone, or no Linux.
    return 0;
  }
}

/**
 * Both in turn, A B A B, so that a machine that slows down slows both. One run of each is not counted.
 * `before` clears away, before each run of A, what the run before left.
 */
export async function timePair(a, b, { runs = 7, env, before = async () => undefined } = {}) {
  const times = { a: [], b: [] };
  const peaks = { a: 0, b: 0 };
  // A long run is its own warming up.
  for (let run = runs < 7 ? 1 : 0; run <= runs; run += 1) {
    await before();
    const [first, second] = [await measureProcess(a), await measureProcess(b, env)];
    peaks.a = Math.max(peaks.a, first.peak);
    peaks.b = Math.max(peaks.b, second.peak);
    if (run === 0) continue;
    times.a.push(first.time);
    times.b.push(second.time);
  }
  const ratios = times.a.map((time, run) => time / times.b[run]);
  return { a: median(times.a), b: median(times.b), ratio: median(ratios), peaks, runs };
}

export function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)];
}
