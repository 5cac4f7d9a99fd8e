import { breakOpportunities } from './break-opportunities.ts';
import type { Run } from './inline-content.ts';
import type { InlineObject } from './inline-object.ts';
import type { StyledMetrics, TextMetrics } from './text-metrics.ts';

/** What stays together on a line: a word, or a part of one between two places where it may break. */
export interface Piece {
  readonly width: number;
  /** The space after it, which hangs over the end of a line. */
  readonly space: number;
  /** A line ends here whatever room is left. */
  readonly endsLine: boolean;
  readonly objects: readonly InlineObject[];
  readonly source: Text;
  /** Its place in the source, and the run that holds its start. */
  readonly from: number;
  readonly to: number;
  readonly run: number;
}

interface PlacedRun {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
  readonly letters: StyledMetrics | undefined;
  readonly object: InlineObject | undefined;
}

/** Runs joined to one text. */
interface Text {
  readonly text: string;
  readonly runs: readonly PlacedRun[];
}

export type Spaces = 'collapse' | 'keep';

const objectSign = '\ufffc';

/** Runs cut into pieces. With `collapse`, white space is one space and none at the start of a line. */
export function cutPieces(runs: readonly Run[], textMetrics: TextMetrics, spaces: Spaces): Piece[] {
  const whole = spaces === 'collapse' ? joinCollapsed(runs, textMetrics) : joinKept(runs, textMetrics);
  const pieces: Piece[] = [];
  const cursor = { run: 0 };
  forEachWord(whole.text, (start, end, spaceEnd) => {
    const endsLine = whole.text[spaceEnd] === '\n';
    let from = start;
    for (const at of breakOpportunities(whole.text.slice(start, end))) {
      pieces.push(piece(whole, cursor, from, start + at, start + at, false));
      from = start + at;
    }
    pieces.push(piece(whole, cursor, from, end, spaceEnd, endsLine));
  });
  return pieces;
}

const [space, tab, lineFeed] = [0x20, 0x09, 0x0a];

/** Words with where they start and end, and where the white space after them ends. */
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

function piece(
  source: Text,
  cursor: { run: number },
  from: number,
  to: number,
  spaceEnd: number,
  endsLine: boolean,
): Piece {
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
  if (text.charCodeAt(to - 1) === softHyphen) width += runs[first]?.letters?.width('-') ?? 0;
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
  return (run.letters?.width(text.slice(from, to)) ?? 0) + padding;
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
  const letters = run?.letters;
  if (!run || !letters) return 0;
  const before = from > run.start ? (text[from - 1] ?? '') : '';
  const after = to < run.end ? text.slice(to, to + 2) : '';
  return letters.space(before, after) + (to - from - 1) * letters.space('', '');
}

/** Widths of a piece's characters, for one that is wider than a line. */
export function characterWidths({ source: { text, runs }, run: first, from, to }: Piece): number[] {
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

/** White space as CSS collapses it, across runs; a line feed between two wide characters is nothing. */
function joinCollapsed(runs: readonly Run[], textMetrics: TextMetrics): Text {
  const placed: PlacedRun[] = [];
  let text = '';
  for (const run of runs) {
    if (run.kind === 'break') text = `${text.trimEnd()}\n`;
    else if (run.kind === 'object') {
      placed.push({ ...nothing, start: text.length, end: text.length + 1, object: run.object });
      text += objectSign;
    } else {
      const collapsed = collapse(run.text);
      const added = text === '' || /[ \n]$/.test(text) ? collapsed.replace(/^ /, '') : collapsed;
      if (added === '') continue;
      const range = { start: text.length, end: text.length + added.length };
      const { before = 0, after = 0, style } = run;
      placed.push({ ...nothing, ...range, before, after, letters: textMetrics(style) });
      text += added;
    }
  }
  return { text, runs: placed };
}

function joinKept(runs: readonly Run[], textMetrics: TextMetrics): Text {
  const placed: PlacedRun[] = [];
  let text = '';
  for (const run of runs) {
    if (run.kind !== 'text') continue;
    const range = { start: text.length, end: text.length + run.text.length };
    placed.push({ ...nothing, ...range, letters: textMetrics(run.style) });
    text += run.text;
  }
  return { text, runs: placed };
}

const nothing = { before: 0, after: 0, letters: undefined, object: undefined } as const;
const lineFeedBetweenWide =
  /(?<=[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60])[ \t\r\n\f]*\n[ \t\r\n\f]*(?=[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60])/g;

function collapse(text: string): string {
  if (!/[\t\r\n\f]| {2}/.test(text)) return text;
  return text.replaceAll(lineFeedBetweenWide, '').replaceAll(/[ \t\r\n\f]+/g, ' ');
}
