import type { Talk } from './talk.ts';

/** Dates are written as people write them; a year is all that every one of them has. */
export function yearOf({ date = '', event = '' }: Talk): string | undefined {
  return (/\b(?:19|20)\d\d\b/.exec(date) ?? /\b(?:19|20)\d\d\b/.exec(event))?.[0];
}

/** The newest first, then by title; those without a date come last. */
export function inOrder(talks: readonly Talk[]): readonly Talk[] {
  const keyed = talks.map((talk) => ({ talk, time: timeOf(talk) }));
  return keyed.sort((a, b) => b.time - a.time || compare(a.talk.title, b.talk.title)).map(({ talk }) => talk);
}

/** Milliseconds, on the first day of its year where no more can be read. */
function timeOf(talk: Talk): number {
  const year = yearOf(talk);
  if (year === undefined) return Number.NEGATIVE_INFINITY;
  const iso = /\b(\d{4})-(\d\d)(?:-(\d\d))?\b/.exec(talk.date ?? '')?.[0];
  const time = Date.parse(`${iso ?? talk.date ?? ''}`);
  return Number.isNaN(time) ? Date.parse(`${year}-01-01`) : time;
}

/** The same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : Number(x > y);
}
