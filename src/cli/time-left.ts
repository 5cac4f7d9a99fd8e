import type { BuildEvent } from '../pipeline/index.ts';

/**
 * Says how long the rest of many notes files will take, from how long those before took: "about
 * 3 min left, ". Nothing before it can be known, or when it is not worth a word.
 */
export function startEstimate(now: () => number = () => performance.now()): (event: BuildEvent) => string {
  const start = now();
  return ({ number, of }) => {
    const done = number - 1;
    if (done < filesBefore) return '';
    const seconds = (((now() - start) / done) * (of - done)) / 1000;
    return seconds < worthAWord ? '' : `about ${rounded(seconds)} left, `;
  };
}

/** A browser has to start first, so the first files say too much. */
const filesBefore = 3;
const worthAWord = 5;

function rounded(seconds: number): string {
  if (seconds < 55) return `${Math.ceil(seconds / 5) * 5} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
