import { breakOpportunities, textBreaks } from './break-opportunities.ts';
import type { InlineObject, InlineRun } from './inline-content.ts';
import type { StyledMetrics, TextMetrics } from './text-metrics.ts';

/** What stays together on a line: a word, or the part of one between two break opportunities. Widths in px. */
export interface Word {
  readonly width: number;
  /** The space after it, which hangs over the end of a line. */
  readonly space: number;
  /** A line ends here whatever room is left. */
  readonly endsLine: boolean;
  readonly objects: readonly InlineObject[];
  readonly source: JoinedText;
  /** Its offsets in the source, and the run that holds its start. */
  readonly from: number;
  readonly to: number;
  readonly run: number;
}

interface PlacedRun {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly metrics: StyledMetrics | undefined;
  readonly object: InlineObject | undefined;
}

/** Runs joined to one text. */
interface JoinedText {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

/** U+FFFC, the object replacement character, stands for what is not text. */
const objectCharacter = '\ufffc';

/** Runs cut into words. With `collapse`, white space is one space and none at the start of a line. */
export function cutWords(
  runs: readonly InlineRun[],
  textMetrics: TextMetrics,
  spaces: 'collapse' | 'keep',
): Word[] {
  const isText = spaces === 'collapse';
  const whole = isText ? joinCollapsed(runs, textMetrics) : joinKept(runs, textMetrics);
  const breaksIn = isText ? textBreaks : breakOpportunities;
  const words: Word[] = [];
  const cursor = { run: 0 };
  forEachWord(whole.text, (start, end, spaceEnd) => {
    const endsLine = whole.text[spaceEnd] === '\n';
    let from = start;
    for (const at of breaksIn(whole.text.slice(start, end))) {
      words.push(measureWord(whole, cursor, from, start + at, start + at, false));
      from = start + at;
    }
    words.push(measureWord(whole, cursor, from, end, spaceEnd, endsLine));
  });
  return words;
}

const [space, tab, lineFeed] = [0x20, 0x09, 0x0a];

/** Calls `take` with where each word starts and ends, and where the white space after it ends. */
function forEachWord(text: string, take: (start: number, end: number, spaceEnd: number) => void): void {
  const isSpace = (code: number): boolean => code === space || code === lineFeed || code === tab;
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    let spaceEnd = end;
    while (
      spaceEnd < text.length &&
      text.charCodeAt(spaceEnd) !== lineFeed &&
      isSpace(text.charCodeAt(spaceEnd))
    )
      spaceEnd++;
    take(start, end, spaceEnd);
    start = text.charCodeAt(spaceEnd) === lineFeed ? spaceEnd + 1 : spaceEnd;
  }
}

function measureWord(
  source: JoinedText,
  cursor: { run: number },
  from: number,
  to: number,
  spaceEnd: number,
  endsLine: boolean,
): Word {
  const { text, runs } = source;
  while (cursor.run < runs.length - 1 && (runs[cursor.run]?.end ?? 0) <= from) cursor.run++;
  const first = cursor.run;
  let width = 0;
  let objects: readonly InlineObject[] = noObjects;
  for (let at = first; at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.start >= to) break;
    if (run.object) objects = [...objects, run.object];
    width += sliceWidth(text, run, Math.max(from, run.start), Math.min(to, run.end));
  }
  if (text.charCodeAt(to - 1) === softHyphen) width += runs[first]?.metrics?.width('-') ?? 0;
  return {
    width,
    space: spaceEnd > to ? spaceWidth(text, runs, first, to, spaceEnd) : 0,
    endsLine,
    objects,
    source,
    from,
    to,
    run: first,
  };
}

const noObjects: readonly InlineObject[] = [];

const softHyphen = 0xad;

function sliceWidth(text: string, run: PlacedRun, from: number, to: number): number {
  if (run.object) return run.object.width;
  const padding = (from === run.start ? run.before : 0) + (to === run.end ? run.after : 0);
  return (run.metrics?.width(text.slice(from, to)) ?? 0) + padding;
}

/** Of the spaces from `from` to `to`, in the style of the run that holds the first of them. */
function spaceWidth(
  text: string,
  runs: readonly PlacedRun[],
  first: number,
  from: number,
  to: number,
): number {
  let at = first;
  while (at < runs.length - 1 && (runs[at]?.end ?? 0) <= from) at++;
  const run = runs[at];
  const metrics = run?.metrics;
  if (!run || !metrics) return 0;
  const before = from > run.start ? (text[from - 1] ?? '') : '';
  const after = to < run.end ? text.slice(to, to + 2) : '';
  return metrics.space(before, after) + (to - from - 1) * metrics.space('', '');
}

/** Widths of a word's characters, for one that is wider than a line. */
export function characterWidths({ source: { text, runs }, run: first, from, to }: Word): number[] {
  const widths: number[] = [];
  let run = first;
  let at = from;
  for (const character of text.slice(from, to)) {
    while (run < runs.length - 1 && (runs[run]?.end ?? 0) <= at) run++;
    const placed = runs[run];
    if (placed) widths.push(sliceWidth(text, placed, at, at + character.length));
    at += character.length;
  }
  return widths;
}

/**
 * White space as CSS collapses it, across runs; a line feed between two wide characters vanishes.
 * The text is kept in parts: looking at the end of one long string for each run would take the
 * square of its length.
 */
function joinCollapsed(runs: readonly InlineRun[], textMetrics: TextMetrics): JoinedText {
  const placed: PlacedRun[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (const run of runs) {
    if (run.kind === 'break') {
      length -= trimEnd(parts);
      shorten(placed, length);
      add('\n');
    } else if (run.kind === 'object') {
      placed.push({ ...nothing, start: length, end: length + 1, object: run.object });
      add(objectCharacter);
    } else {
      const collapsed = collapse(run.text);
      const added = /^$|[ \n]$/.test(parts.at(-1)?.slice(-1) ?? '') ? collapsed.replace(/^ /, '') : collapsed;
      if (added === '') continue;
      const range = { start: length, end: length + added.length };
      const { before = 0, after = 0, style } = run;
      placed.push({ ...nothing, ...range, before, after, metrics: textMetrics(style) });
      add(added);
    }
  }
  return { text: parts.join(''), runs: placed };
}

/** Removes the spaces at the end of a text in parts; returns how many that were. What does not collapse stays. */
function trimEnd(parts: string[]): number {
  let removed = 0;
  for (let last = parts.pop(); last !== undefined; last = parts.pop()) {
    const trimmed = last.replace(/ +$/, '');
    removed += last.length - trimmed.length;
    if (trimmed === '') continue;
    parts.push(trimmed);
    break;
  }
  return removed;
}

/** Runs end where the text does that is left of them. */
function shorten(placed: PlacedRun[], length: number): void {
  for (let at = placed.length - 1; at >= 0; at--) {
    const run = placed[at];
    if (!run || run.end <= length) return;
    if (run.start >= length) placed.pop();
    else placed[at] = { ...run, end: length };
  }
}

function joinKept(runs: readonly InlineRun[], textMetrics: TextMetrics): JoinedText {
  const placed: PlacedRun[] = [];
  let text = '';
  for (const run of runs) {
    if (run.kind !== 'text') continue;
    const range = { start: text.length, end: text.length + run.text.length };
    placed.push({ ...nothing, ...range, metrics: textMetrics(run.style) });
    text += run.text;
  }
  return { text, runs: placed };
}

const nothing = { before: 0, after: 0, metrics: undefined, object: undefined } as const;
const lineFeedBetweenWide =
  /(?<=[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60])[ \t\r\n\f]*\n[ \t\r\n\f]*(?=[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60])/g;

function collapse(text: string): string {
  if (!/[\t\r\n\f]| {2}/.test(text)) return text;
  return text.replaceAll(lineFeedBetweenWide, '').replaceAll(/[ \t\r\n\f]+/g, ' ');
}
