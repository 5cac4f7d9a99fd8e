// A plan of tasks: each with the days on which it begins and ends, which may be reckoned from others.
import { aside, introductionOf } from './kinds.ts';
import {
  type DiagramGroup,
  type DiagramWords,
  type MermaidLine,
  type Outline,
  UnknownLine,
} from './outline.ts';

const settings =
  /^(?:axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|topAxis|displayMode|inclusiveEndDates|click)\b/;

interface TaskSpan {
  readonly start: number;
  readonly end: number;
}

const day = 24 * 60 * 60 * 1000;
const lengths: ReadonlyMap<string, number> = new Map(
  Object.entries({ d: day, w: 7 * day, h: day / 24, m: day / 24 / 60, M: 30 * day, y: 365 * day }),
);

/** Some 9000 years: what is further away is no date of four digits. */
const furthest = 9000 * 365 * day - 1970 * 365 * day;

export function readGantt(lines: readonly MermaidLine[], header: MermaidLine): Outline {
  const groups: { label: DiagramWords | undefined; entries: DiagramGroup['entries'][number][] }[] = [];
  const spans = new Map<string, TaskSpan>();
  let last: TaskSpan | undefined;
  for (const line of lines) {
    const { text } = line;
    if (/^title\s/.test(text) || aside.test(text) || settings.test(text)) continue;
    const [, section] = /^section\s+(.+)$/.exec(text) ?? [];
    if (section !== undefined) groups.push({ label: { text: section, line }, entries: [] });
    else if (/^dateFormat\s/.test(text)) {
      if (!/^dateFormat\s+YYYY-MM-DD$/.test(text)) throw new UnknownLine(line);
    } else {
      const { name, id, span, isMoment } = readTask(line, spans, last);
      if (id) spans.set(id, span);
      last = span;
      if (groups.length === 0) groups.push({ label: undefined, entries: [] });
      const [start, end] = [dateOf(span.start), dateOf(isMoment ? span.start : span.end)];
      const when = start === end ? start : `${start}–${end}`;
      groups.at(-1)?.entries.push({ words: { text: `${when}: ${name}`, line }, entries: [] });
    }
  }
  if (groups.every(({ entries }) => entries.length === 0)) throw new UnknownLine(header);
  return { kind: 'groups', introduction: introductionOf(lines), groups };
}

/** `Name :tags, id, start, end`: of what stands behind the colon, each may be missing, but not the end. */
function readTask(
  line: MermaidLine,
  spans: ReadonlyMap<string, TaskSpan>,
  last: TaskSpan | undefined,
): {
  readonly name: string;
  readonly id: string | undefined;
  readonly span: TaskSpan;
  readonly isMoment: boolean;
} {
  const [, name, rest = ''] = /^(.+?)\s*:\s*(.+)$/.exec(line.text) ?? [];
  if (name === undefined) throw new UnknownLine(line);
  const all = rest.split(',').map((part) => part.trim());
  const tags = all.filter((part) => /^(?:done|active|crit|milestone|vert)$/.test(part));
  const parts = all.filter((part) => !tags.includes(part));
  const length = parts.at(-1) ?? '';
  const from = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  const known = startOfTask(from, spans);
  const start = known ?? last?.end;
  const id = parts.length > 2 ? parts[0] : parts.length === 2 && known === undefined ? parts[0] : undefined;
  const end = start === undefined ? undefined : endOfTask(length, start, spans);
  if (start === undefined || end === undefined || parts.length > 3) throw new UnknownLine(line);
  if (Math.max(Math.abs(start), Math.abs(end)) > furthest) throw new UnknownLine(line);
  return { name, id, span: { start, end }, isMoment: tags.includes('milestone') };
}

function startOfTask(text: string, spans: ReadonlyMap<string, TaskSpan>): number | undefined {
  const [, others] = /^after\s+(.+)$/.exec(text) ?? [];
  if (others === undefined) return timeOf(text);
  const ends = others.split(/\s+/).map((id) => spans.get(id)?.end ?? Number.NaN);
  return ends.some(Number.isNaN) ? undefined : Math.max(...ends);
}

function endOfTask(text: string, start: number, spans: ReadonlyMap<string, TaskSpan>): number | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)([dwhmMy])$/.exec(text) ?? [];
  if (count !== undefined) return start + Number(count) * (lengths.get(unit) ?? day);
  const [, other] = /^until\s+(\S+)$/.exec(text) ?? [];
  return other === undefined ? timeOf(text) : spans.get(other)?.start;
}

function timeOf(text: string): number | undefined {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
