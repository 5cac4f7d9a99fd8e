// How the lines of a listing stand beside one another: in the columns in which they can be set largest.

import type { Code } from 'mdast';
import { sumsOf } from '../../sums.ts';

/** The columns of a listing: the share of the width that each has, and the line behind its last. */
export interface ListingColumns {
  readonly widths: readonly number[];
  readonly ends: readonly number[];
}

/** The field of a listing, px, with the room that line numbers, a gap between columns and a line of words beside it take; of a letter of code its width and height in em. */
const field = { width: 1140, height: 440, numbers: 64, gap: 48, wordLine: 38, wordLetter: 14 } as const;
const letter = { width: 0.6, height: 1.36 } as const;

/** Sizes of code, px: what can hardly be read, and what needs no columns. */
const sizes = { least: 16, enough: 24 } as const;

/** Shares of two columns that the stylesheet knows. */
const pairs = [
  [1, 1],
  [3, 2],
  [2, 3],
  [2, 1],
  [1, 2],
] as const;

/** How much a line that is wrapped costs, in px of its type. */
const wrappedCost = 1.5;

/** How much columns cost of which one has all lines, in px of their type. */
const unevenCost = 2;

const mostColumns = 3;

/** How many px larger the type has to be for columns, and for a third of them. */
const worthColumn = 2;

interface Search {
  /** Lines. */
  readonly count: number;
  /** How bad it is to begin a column with each line. */
  readonly starts: readonly number[];
  /** The rows of the lines before each, in columns of so many letters. */
  readonly rowsUntil: (letters: number) => readonly number[];
  /** Height, px. */
  readonly height: number;
  /** Letters of what stands below the last column. */
  readonly below: number;
}

interface Found extends ListingColumns {
  /** The size of its type, px, less what speaks against it. */
  readonly value: number;
}

/**
 * The columns of a listing below or above so many letters of a note, with a link of so many letters below the last
 * column. One column where that is as good.
 */
export function listingColumns(
  { value }: Pick<Code, 'value'>,
  noted: number,
  linked: number,
): ListingColumns {
  const lines = value.split('\n');
  const noteLines = Math.ceil((noted * field.wordLetter) / field.width);
  const height = field.height - noteLines * field.wordLine;
  const search: Search = {
    count: lines.length,
    height,
    below: linked,
    starts: lines.map((_, place) => startCost(lines, place)),
    rowsUntil: rowsOfLines(lines),
  };
  const ends = [lines.length];
  const one: Found = { widths: [1], ends, value: largest(search, [1], ends, 0) };
  // More lines fit in no columns, and trying takes the square of their number.
  const most = mostColumns * Math.floor(height / (letter.height * sizes.least));
  if (one.value >= sizes.enough || lines.length > most) return one;
  return better(better(one, inTwo(search)), inThree(search));
}

function better(fewer: Found, more: Found): Found {
  return more.value >= fewer.value + worthColumn ? more : fewer;
}

/** Fewer lines are no column. */
const fewest = 4;

function inTwo(search: Search): Found {
  return pairs.reduce<Found>((best, widths) => {
    for (let place = fewest; place <= search.count - fewest; place += 1)
      best = larger(best, search, widths, [place, search.count]);
    return best;
  }, none);
}

/** How far from its even place a column of three may end, as a share of all lines. */
const nearEven = 0.1;

function inThree(search: Search): Found {
  const { count } = search;
  const places = (at: number): number[] => {
    const [from, to] = [Math.ceil((at / 3 - nearEven) * count), Math.floor((at / 3 + nearEven) * count)];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place);
  };
  let best = none;
  for (const first of places(1))
    for (const second of places(2)) best = larger(best, search, [1, 1, 1], [first, second, count]);
  return best;
}

const none: Found = { widths: [1], ends: [], value: 0 };

function larger(best: Found, search: Search, widths: readonly number[], ends: readonly number[]): Found {
  const start = ends.slice(0, -1).reduce((sum, place) => sum + (search.starts[place] ?? 0), 0);
  const cost = start + unevenCost * unevenness(ends);
  const value = largest(search, widths, ends, cost, best.value);
  return value > best.value ? { widths, ends, value } : best;
}

/** How much more than an even share the longest column has, as a share of all lines. */
function unevenness(ends: readonly number[]): number {
  const lengths = ends.map((end, at) => end - (ends[at - 1] ?? 0));
  return Math.max(...lengths) / Math.max(1, ends.at(-1) ?? 1) - 1 / lengths.length;
}

/** The largest size at which the columns fit, px, less what speaks against it; 0 where it is none above `least`. */
function largest(
  { height, below, rowsUntil }: Search,
  widths: readonly number[],
  ends: readonly number[],
  cost: number,
  least = 0,
): number {
  const columns = widthsOf(widths);
  for (let size = sizes.enough + worthColumn; size >= sizes.least && size - cost > least; size -= 1) {
    let wrapped = 0;
    const fits = ends.every((end, at) => {
      const from = ends[at - 1] ?? 0;
      const width = columns[at] ?? 0;
      const until = rowsUntil(Math.floor((width - field.numbers) / (letter.width * size)));
      const rows = (until[end] ?? 0) - (until[from] ?? 0);
      wrapped += rows - (end - from);
      const linkLines = at < ends.length - 1 ? 0 : Math.ceil((below * field.wordLetter) / width);
      return rows * letter.height * size + linkLines * field.wordLine <= height;
    });
    if (fits) return Math.max(0, size - cost - wrappedCost * wrapped);
  }
  return 0;
}

/** px, as the columns of one grid with a gap between all of them. */
function widthsOf(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const column = (field.width - field.gap * (total - 1)) / total;
  return shares.map((share) => share * (column + field.gap) - field.gap);
}

/** Sums of rows, found once for each number of letters. */
function rowsOfLines(lines: readonly string[]): Search['rowsUntil'] {
  const known = new Map<number, readonly number[]>();
  return (letters) => {
    const sums = known.get(letters) ?? sumsOf(lines.map((line) => rowsOf(line, letters)));
    known.set(letters, sums);
    return sums;
  };
}

/** Rows that no column has, for a line that cannot be wrapped in one. */
const tooNarrow = 10_000;

/** What is wrapped is set in by four letters more than its line. */
function rowsOf(line: string, letters: number): number {
  if (line.length <= letters) return 1;
  const room = letters - indentOf(line) - 4;
  return room < 12 ? tooNarrow : 1 + Math.ceil((line.length - letters) / room);
}

/** A column rather begins where lines are set in least, not with what closes a bracket, nor below a head. */
export function startCost(lines: readonly string[], place: number): number {
  const [before = '', line = ''] = [lines[place - 1], lines[place]];
  const isBody = indentOf(line) > indentOf(before);
  return indentOf(line) / 4 + (/^\s*[)}\]]/.test(line) ? 4 : 0) + (isBody ? 4 : 0);
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
