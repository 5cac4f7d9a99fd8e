// Which tables are better seen than read. A chart of numbers that do not belong on one scale
// misleads, so where there is a doubt the table stays a table.

import type { Table, TableCell } from 'mdast';
import { type Phrasing, plainText } from '../../notes/index.ts';
import { readColumn } from './number-column.ts';

/** `bars` lie, `columns` stand; a `line` runs through time; `dots` show small distances far from zero. */
export type ChartKind = 'bars' | 'columns' | 'line' | 'dots';

export interface NumberTable {
  readonly kind: ChartKind;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** The last row where it sums up the others: no bar of its own, but said beside them. */
  readonly total?: { readonly label: string; readonly texts: readonly string[] };
}

interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

const rowCount = { asked: 1, least: 3, most: 12 } as const;
const mostSeries = 3;

/** Longest label of a bar, in characters, and of all labels side by side below a line or columns. */
const longestLabel = 48;
const widestAxis = 62;

/** Columns of which one is so many times another are not on one scale. */
const widestRange = 12;

/** One column of labels and one to three of numbers in the same unit; undefined for any other table. */
export function readNumberTable(table: Table): NumberTable | undefined {
  const [header, ...all] = table.children.map(({ children }) => children);
  const total = readTotal(all.at(-1));
  const rows = total ? all.slice(0, -1) : all;
  const asked = table.data?.isChart ? 'asked' : undefined;
  if (!header || table.data?.continued || !hasChartSize(header, rows, asked)) return undefined;
  if (![header, ...rows].flat().every(({ children }) => children.every(isPlain))) return undefined;
  const cells = rows.map((row) => row.map((cell) => plainText(cell.children).trim()));
  const labels = cells.map(([label = '']) => label);
  if (new Set(labels).size < labels.length || !labels.every(isLabel)) return undefined;
  const names = header.slice(1).map((cell) => plainText(cell.children).trim());
  const columns = names.map((name, at) =>
    readColumn(
      name,
      cells.map((row) => row[at + 1] ?? ''),
      asked,
    ),
  );
  const read = columns.flatMap((column) => column ?? []);
  if (read.length < columns.length || !isOneScale(read)) return undefined;
  if (!asked && read.length > 1 && read.every(({ values }) => values.every(isSmallCount))) return undefined;
  const series = read.map(({ values }, at) => ({ name: names[at] ?? '', values }));
  const head = plainText(header[0]?.children ?? []);
  const found = kindOf(labels, series, head);
  const isLines = found === 'line' && series.length > 1;
  const kind = asked && !isLines ? barsOf(labels, series, head) : found;
  // Beside lines through time, sums of them stand nowhere.
  if (!kind || (total && series.length > 1 && kind === 'line')) return undefined;
  return { kind, labels, series, ...(total && { total }) };
}

/** "Total", "Average": what is said of all rows is none of them. */
const summary =
  /^(?:(?:grand |sub)?total|sum|all|overall|average|mean|median|summe|gesamt(?:summe)?|insgesamt|durchschnitt|mittelwert|somme|ensemble|moyenne|totale?|totaal|som|gemiddelde?|media|suma|promedio|soma|média|totalt|summa|medel|razem|średnia|celkem|итого|всего|среднее|合計|総計|平均|总计|合计|합계|평균|סה"כ|المجموع)(?![\p{L}\p{N}])/iu;

function readTotal(row: readonly TableCell[] | undefined): NumberTable['total'] {
  if (!row?.every(({ children }) => children.every(isPlain))) return undefined;
  const [label = '', ...texts] = row.map(({ children }) => plainText(children).trim());
  const areAmounts = texts.length > 0 && texts.every((text) => /\d/u.test(text) && text.length <= 24);
  return summary.test(label) && label.length <= 24 && areAmounts ? { label, texts } : undefined;
}

function hasChartSize(
  header: readonly TableCell[],
  rows: readonly (readonly TableCell[])[],
  asked: 'asked' | undefined,
): boolean {
  if (rows.length < rowCount[asked ?? 'least'] || rows.length > rowCount.most) return false;
  if (header.length < 2 || header.length > mostSeries + 1) return false;
  return (
    rows.every((row) => row.length === header.length) &&
    (asked !== undefined || header.slice(1).every((cell) => cell.children.length > 0))
  );
}

/** Votes, goals, points: up to ten of something are taken in as they stand, and several columns of them are no drawing. */
function isSmallCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 10;
}

/** Words, bold or not: a link, a formula or a picture would be lost in a drawing. */
function isPlain(node: Phrasing): boolean {
  if (node.type === 'strong' || node.type === 'emphasis') return node.children.every(isPlain);
  return node.type === 'text';
}

function isLabel(text: string): boolean {
  return text !== '' && text.length <= longestLabel && !summary.test(text);
}

function isOneScale(
  columns: readonly { readonly unit: string; readonly values: readonly number[] }[],
): boolean {
  if (new Set(columns.map(({ unit }) => unit)).size > 1) return false;
  const peaks = columns.map(({ values }) => Math.max(...values.map(Math.abs)));
  return Math.max(...peaks) > 0 && Math.max(...peaks) <= widestRange * Math.min(...peaks);
}

function kindOf(labels: readonly string[], series: readonly Series[], head: string): ChartKind | undefined {
  const all = series.flatMap(({ values }) => values);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (low === high) return undefined;
  if (isTimeLike(labels) && fitsAxis(labels, head) && runApart(series, high - low)) return 'line';
  if (low < 0) return undefined;
  if (low > 0 && high - low < 0.15 * high) return 'dots';
  return barsOf(labels, series, head);
}

function barsOf(labels: readonly string[], series: readonly Series[], head: string): ChartKind {
  return series.length === 1 && fitsAxis(labels, head) && labels.length <= 8 ? 'columns' : 'bars';
}

function fitsAxis(labels: readonly string[], head: string): boolean {
  return labels.reduce((sum, label) => sum + label.length + 2, head.length) <= widestAxis;
}

/** Lines that meet leave no room for the figures at their points. */
function runApart(series: readonly Series[], range: number): boolean {
  const [first] = series;
  if (!first) return false;
  const order = rankAt(series, 0);
  return first.values.every((_, at) => {
    const ranked = rankAt(series, at);
    if (ranked.some((line, place) => line !== order[place])) return false;
    return ranked.every((line, place) => {
      const above = place > 0 ? ranked[place - 1]?.values[at] : undefined;
      return above === undefined || above - (line.values[at] ?? 0) >= 0.2 * range;
    });
  });
}

function rankAt(series: readonly Series[], at: number): readonly Series[] {
  return [...series].sort((a, b) => (b.values[at] ?? 0) - (a.values[at] ?? 0));
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Whether these are points in time, in their order and at about equal distances. */
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
