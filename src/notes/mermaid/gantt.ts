// A plan of tasks: each with the times at which it begins and ends, which may be reckoned from others.
import { aside, diagramTitle, groupsOf } from './kinds.ts';
import { type Gantt, type GanttTask, type MermaidLine, UnknownLine } from './shapes.ts';

const settings =
  /^(?:axisFormat|tickInterval|includes|todayMarker|weekday|weekend|topAxis|displayMode|inclusiveEndDates|click)\b/;

type TaskSpan = Pick<GanttTask, 'start' | 'end' | 'last'>;

const day = 24 * 60 * 60 * 1000;
const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries({ d: day, w: 7 * day, h: day / 24, m: day / 24 / 60, M: 30 * day, y: 365 * day }),
);

/** Some 9000 years: what is further away is no date of four digits. */
const furthest = 9000 * 365 * day - 1970 * 365 * day;

/** What the lines of a plan are read with. */
interface Calendar {
  readonly timeOf: (text: string) => number | undefined;
  readonly isOff: (time: number) => boolean;
  readonly precision: Gantt['precision'];
}

export function readGantt(lines: readonly MermaidLine[], header: MermaidLine): Gantt {
  const [format, off] = [/^dateFormat\s/, /^excludes\s/].map((name) =>
    lines.findLast(({ text }) => name.test(text)),
  );
  const calendar = { ...readFormat(format), isOff: daysOff(off) };
  const spans = new Map<string, TaskSpan>();
  let last: TaskSpan | undefined;
  const tasks = lines.filter(({ text }) => !isSetting(text));
  const groups = groupsOf<GanttTask>(tasks, header, (line, entries) => {
    const { id, ...task } = readTask(line, spans, last, calendar);
    if (id) spans.set(id, task);
    last = task;
    entries.push(task.tags.includes('milestone') ? { ...task, end: task.start, last: task.start } : task);
  });
  return { kind: 'gantt', title: diagramTitle(lines), groups, precision: calendar.precision };
}

function isSetting(text: string): boolean {
  return /^(?:title|dateFormat|excludes)\s/.test(text) || aside.test(text) || settings.test(text);
}

const units: ReadonlyMap<string, { readonly digits: string; readonly at: number }> = new Map(
  Object.entries({
    YYYY: { digits: String.raw`(\d{4})`, at: 0 },
    MM: { digits: String.raw`(\d\d?)`, at: 1 },
    DD: { digits: String.raw`(\d\d?)`, at: 2 },
    HH: { digits: String.raw`(\d\d?)`, at: 3 },
    mm: { digits: String.raw`(\d\d)`, at: 4 },
  }),
);

/** How dates are written: in the order of years, months, days, hours and minutes that `dateFormat` gives. */
function readFormat(line: MermaidLine | undefined): Omit<Calendar, 'isOff'> {
  const format = line?.text.replace(/^dateFormat\s+/, '') ?? 'YYYY-MM-DD';
  const parts = format.match(/YYYY|MM|DD|HH|mm|[^A-Za-z]+/g) ?? [];
  const order = parts.flatMap((part) => units.get(part)?.at ?? []);
  const known = parts.join('') === format && new Set(order).size === order.length;
  const [hasDays, hasHours] = [[0, 1, 2].every((at) => order.includes(at)), order.includes(3)];
  if (line && (!known || !(hasDays || (hasHours && order.length === 2)))) throw new UnknownLine(line);
  const pattern = new RegExp(
    `^${parts.map((part) => units.get(part)?.digits ?? part.replace(/[.+*?()[\]{}|\\/^$]/g, String.raw`\$&`)).join('')}$`,
  );
  const timeOf = (text: string): number | undefined => {
    const digits = pattern.exec(text)?.slice(1).map(Number);
    if (!digits) return undefined;
    const of = (unit: number, otherwise: number): number => digits[order.indexOf(unit)] ?? otherwise;
    const [month, date] = [of(1, 1), of(2, 1)];
    const time = Date.UTC(of(0, 1970), month - 1, date, of(3, 0), of(4, 0));
    // The 31st of February is no date.
    return new Date(time).getUTCDate() === date && new Date(time).getUTCMonth() === month - 1
      ? time
      : undefined;
  };
  return { timeOf, precision: !hasDays ? 'hours' : hasHours ? 'days and hours' : 'days' };
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Days on which nothing is done: weekdays by name, `weekends`, dates. */
function daysOff(line: MermaidLine | undefined): Calendar['isOff'] {
  const names = new Set(
    line?.text
      .toLowerCase()
      .split(/[\s,]+/)
      .slice(1),
  );
  for (const name of names)
    if (name !== 'weekends' && !weekdays.includes(name) && !/^\d{4}-\d\d-\d\d$/.test(name) && line)
      throw new UnknownLine(line);
  const off = weekdays.map((name, at) => names.has(name) || (at % 6 === 0 && names.has('weekends')));
  if (off.every(Boolean) && line) throw new UnknownLine(line);
  const dates = new Set([...names].map((name) => Date.parse(name) / day));
  return (time) => {
    const days = Math.floor(time / day);
    // The first of them was a Thursday.
    return off[(((days + 4) % 7) + 7) % 7] === true || dates.has(days);
  };
}

/** `Name :tags, id, start, end`: of what stands behind the colon, each may be missing, but not the end. */
function readTask(
  line: MermaidLine,
  spans: ReadonlyMap<string, TaskSpan>,
  last: TaskSpan | undefined,
  calendar: Calendar,
): GanttTask & { readonly id: string | undefined } {
  const [, name, rest = ''] = /^(.+?)\s*:\s*(.+)$/.exec(line.text) ?? [];
  if (name === undefined) throw new UnknownLine(line);
  const all = rest.split(',').map((part) => part.trim());
  const tags = all.filter((part) => /^(?:done|active|crit|milestone|vert)$/.test(part));
  const parts = all.filter((part) => !tags.includes(part));
  const length = parts.at(-1) ?? '';
  const from = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  const known = startOfTask(from, spans, calendar);
  const start = known ?? (last && workday(last.end, calendar));
  const id = parts.length > 2 ? parts[0] : parts.length === 2 && known === undefined ? parts[0] : undefined;
  const ends = start === undefined ? undefined : endOfTask(length, start, spans, calendar);
  if (start === undefined || ends === undefined || parts.length > 3) throw new UnknownLine(line);
  if (ends.end < start || Math.max(Math.abs(start), Math.abs(ends.end)) > furthest)
    throw new UnknownLine(line);
  return { words: { text: name, line }, id, start, ...ends, tags };
}

function startOfTask(
  text: string,
  spans: ReadonlyMap<string, TaskSpan>,
  calendar: Calendar,
): number | undefined {
  const [, others] = /^after\s+(.+)$/.exec(text) ?? [];
  if (others === undefined) return calendar.timeOf(text);
  const ends = others.split(/\s+/).map((id) => spans.get(id)?.end ?? Number.NaN);
  return ends.some(Number.isNaN) ? undefined : workday(Math.max(...ends), calendar);
}

/** The day itself or the next on which something is done. */
function workday(time: number, { isOff }: Calendar): number {
  let start = time;
  while (isOff(start)) start += day;
  return start;
}

/** Of a length in days the last one is said, of a date the date. */
function endOfTask(
  text: string,
  start: number,
  spans: ReadonlyMap<string, TaskSpan>,
  { timeOf, isOff, precision }: Calendar,
): Pick<GanttTask, 'end' | 'last'> | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)([dwhmMy])$/.exec(text) ?? [];
  if (count !== undefined) {
    const end = withDaysOff(start, Number(count) * (lengths.get(unit) ?? day), isOff);
    return { end, last: precision === 'days' ? Math.max(start, end - day) : end };
  }
  const [, other] = /^until\s+(\S+)$/.exec(text) ?? [];
  const end = other === undefined ? timeOf(text) : spans.get(other)?.start;
  return end === undefined ? undefined : { end, last: end };
}

/** Most days of a task that are looked at one by one. */
const longest = 400;

/** What takes so long is done later by the days on which nothing is done. */
function withDaysOff(start: number, length: number, isOff: Calendar['isOff']): number {
  let end = start + length;
  if (length > longest * day) return end;
  for (let time = start; time < end; time += day) if (isOff(time)) end += day;
  return end;
}
