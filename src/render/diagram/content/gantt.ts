import { scaleUtc } from 'd3-scale';
import type { Gantt, GanttTask } from '../../../notes/index.ts';
import { drawRows, type RowPlace } from './grouped-rows.ts';
import { type Drawn, filled, frame, label, type Sheet, stroke, titled, toBaseline } from './marks.ts';

const day = 24 * 60 * 60 * 1000;

/** Distances by the size of the small labels: before what is said of a bar, of the line of dates. */
const [beforeDates, axis] = [0.5, 2];

/** Of a bar, by the size of the labels. */
const thickest = 1.4;

/** Tasks as bars on an axis of time, each with its dates. */
export function drawGantt(plan: Gantt, sheet: Sheet): Drawn | undefined {
  const { width, small, textWidth } = sheet;
  const head = titled(plan.title, sheet);
  const top = head.height + axis * small;
  const tasks = plan.groups.flatMap(({ entries }) => entries);
  const said = new Map(tasks.map((task) => [task, datesOf(task, plan, sheet.lang)]));
  const widest = Math.max(...[...said.values()].map((dates) => textWidth(dates, 'normal', small)));
  const right = width - widest - (beforeDates + 0.5) * small;
  const [from, to] = [Math.min(...tasks.map(({ start }) => start)), Math.max(...tasks.map(({ end }) => end))];
  const across = (left: number): ((time: number) => number) => scaleUtc([from, to], [left, right]);
  const isCritical = tasks.some(({ tags }) => tags.includes('crit'));
  const needed = width - right + width / 4;
  const draw = (task: GanttTask, { left, y, height }: RowPlace): string => {
    const at = across(left);
    const x = at(task.start);
    const thick = Math.min(0.56 * height, thickest * sheet.size);
    const bar = { x, y: y - thick / 2, width: Math.max(3, at(task.end) - x), height: thick };
    const isNotable = task.tags.includes(isCritical ? 'crit' : 'active');
    const half = 0.6 * small;
    const isMoment = task.start === task.end;
    const mark = isMoment
      ? diamond(x, y, half)
      : task.tags.includes('done')
        ? frame(bar)
        : filled(bar, isNotable ? 'highlight' : 'bar');
    const end = (isMoment ? x + half : x + bar.width) + beforeDates * small;
    return (
      mark + label(said.get(task) ?? '', { x: end, y: y + toBaseline * small }, { size: small, isOver: true })
    );
  };
  const rows = drawRows({ groups: plan.groups, top, needed, draw }, sheet);
  if (!rows) return undefined;
  const at = across(rows.left);
  const base = top - 0.35 * small;
  const ticks = ticksOf([from, to], right - rows.left, sheet).map(({ time, text }) =>
    [
      label(text, { x: at(time), y: base - 0.5 * small }, { size: small, fill: 'quiet' }),
      stroke(
        [
          { x: at(time), y: base },
          { x: at(time), y: rows.height },
        ],
        'rule',
        1,
      ),
    ].join(''),
  );
  return { svg: head.svg + ticks.join('') + rows.svg, height: rows.height };
}

function diamond(x: number, y: number, half: number): string {
  const points = [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
  ];
  return `<polygon points="${points.map((point) => point.map((one) => one.toFixed(1)).join(',')).join(' ')}" fill="var(--highlight)" />`;
}

type Form = Intl.DateTimeFormatOptions;

function format(lang: string, form: Form): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(lang, { ...form, timeZone: 'UTC', hourCycle: 'h23' });
}

const spaces = /\p{Zs}/gu;

/** `1 – 30 Jan`: with the year where the plan has more than one. */
function datesOf({ start, last }: GanttTask, { groups, precision }: Gantt, lang: string): string {
  const years = groups.flatMap(({ entries }) => entries.map((task) => new Date(task.start).getUTCFullYear()));
  const date: Form = { day: 'numeric', month: 'short', ...(new Set(years).size > 1 && { year: 'numeric' }) };
  const hours: Form = { hour: '2-digit', minute: '2-digit' };
  const form = format(
    lang,
    precision === 'days' ? date : precision === 'hours' ? hours : { ...date, ...hours },
  );
  return form.formatRange(start, last).replace(spaces, '\u00a0');
}

/** Where the axis is marked, as closely as the words have room. */
function ticksOf(
  span: readonly [number, number],
  width: number,
  { lang, small, textWidth }: Sheet,
): readonly { readonly time: number; readonly text: string }[] {
  for (const count of [5, 4, 3, 2]) {
    const times = scaleUtc(span, [0, width]).ticks(count).map(Number);
    const step = (times[1] ?? span[1]) - (times[0] ?? span[0]);
    const form = format(lang, formOf(step, times));
    const ticks = times.map((time) => ({ time, text: form.format(time).replace(spaces, '\u00a0') }));
    const widest = Math.max(...ticks.map(({ text }) => textWidth(text, 'normal', small)));
    if (widest + small < (width * step) / (span[1] - span[0])) return ticks;
  }
  return [];
}

function formOf(step: number, times: readonly number[]): Form {
  if (step < day) return { hour: '2-digit', minute: '2-digit' };
  if (step > 360 * day) return { year: 'numeric' };
  const hasYears = new Set(times.map((time) => new Date(time).getUTCFullYear())).size > 1;
  const isMonths = times.every((time) => new Date(time).getUTCDate() === 1) && step >= 28 * day;
  return { month: 'short', ...(!isMonths && { day: 'numeric' }), ...(hasYears && { year: 'numeric' }) };
}
