const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Are these points in time, in their order and at about equal distances? */
export function isTimeLike(labels: readonly string[]): boolean {
  const times = inOneRun(labels.map(timeOf));
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  if (times.some(Number.isNaN) || steps.some((step) => step <= 0)) return false;
  return Math.max(...steps) <= 1.5 * Math.min(...steps);
}

/** Months without a year go on into the next one: Nov, Dec, Jan. */
function inOneRun(times: readonly number[]): readonly number[] {
  const turn = times.findIndex((time, at) => time < (times[at - 1] ?? time));
  const isMonths = times.every((time) => time >= 0 && time < 1);
  return turn < 0 || !isMonths ? times : times.map((time, at) => (at < turn ? time : time + 1));
}

/** Years, and parts of them; months without a year count from the first. NaN for anything else. */
function timeOf(label: string): number {
  const text = label.trim().toLowerCase();
  const year = /(?:^|[\s’'/-])((?:1[5-9]|20)\d\d)(?:$|[\s/-])/u.exec(text)?.[1];
  const quarter = /\bq([1-4])\b/u.exec(text)?.[1];
  const month = months.findIndex((name) => new RegExp(String.raw`\b${name}(?:[a-z]*)\b`, 'u').test(text));
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(text);
  if (iso) return Number(iso[1]) + (Number(iso[2]) - 1) / 12 + (Number(iso[3] ?? 1) - 1) / 365;
  const rest = text.replace(/[\s/.,-]|(?:1[5-9]|20)\d\d|q[1-4]/gu, '');
  if (quarter && rest === '') return Number(year ?? 0) + (Number(quarter) - 1) / 4;
  if (month >= 0 && /^[a-z]+$/u.test(rest) && rest.startsWith(months[month] ?? ''))
    return Number(year ?? 0) + month / 12;
  const counted = /^(?:week|day|month|hour|year|woche|tag|monat|jahr)\s?(\d+)$/u.exec(text)?.[1];
  if (counted) return Number(counted);
  return year && rest === '' ? Number(year) : Number.NaN;
}
