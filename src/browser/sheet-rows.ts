// How rows share a page: sums alone, in one unit of length. A `unit` of the grid is half a line of notes.

/**
 * Heights of rows that fill a room: the lowest is raised, unit by unit, until nothing is left, so short rows become alike
 * and long ones lend. No row is raised above `most`.
 */
export function raiseRows(
  needs: readonly number[],
  {
    room,
    unit,
    most = Number.POSITIVE_INFINITY,
  }: { readonly room: number; readonly unit: number; readonly most?: number },
): readonly number[] {
  const heights = needs.map((need) => upTo(need, unit));
  let free = room - heights.reduce((sum, height) => sum + height, 0);
  while (free >= unit - hair) {
    const lowest = Math.min(...heights);
    if (lowest + unit > most + hair) break;
    const at = heights.indexOf(lowest);
    heights[at] = lowest + unit;
    free -= unit;
  }
  return heights;
}

/** Between rows that are not raised: what is free, at most six units more than the gap there is. */
export function spreadGap(free: number, rows: number, unit: number): number {
  if (rows < 2) return 0;
  return Math.min(6, Math.floor((free + hair) / (rows - 1) / unit)) * unit;
}

/** Rounding of lengths in a page, px. */
const hair = 0.5;

export function upTo(length: number, unit: number): number {
  return Math.ceil((length - hair) / unit) * unit;
}

/**
 * Lines to write on between what ends at `from` and the end of the row: their places, from the row's end upwards, so that
 * columns beside each other share them. None where fewer than `least` would have room.
 */
export function ruledLines(
  from: number,
  to: number,
  { pitch, least }: { readonly pitch: number; readonly least: number },
): readonly number[] {
  if (to - from < least * pitch - hair) return [];
  const count = Math.max(0, Math.floor((to - from - pitch + hair) / pitch) + 1);
  return Array.from({ length: count }, (_, at) => to - at * pitch).reverse();
}

interface Starting {
  /** What the row needs, with all its notes. */
  readonly need: number;
  /** What it needs with the first lines of its notes. */
  readonly least: number;
  /** What is free on the page, and what an empty page has. */
  readonly room: number;
  readonly page: number;
  /** From which share of a page on a row is cut rather than moved. */
  readonly share: number;
}

/** Whether a row that does not fit begins on this page and goes on on the next; else it moves there whole. */
export function startsHere({ need, least, room, page, share }: Starting): boolean {
  const isAlone = room >= page - hair;
  return (need > page * share || isAlone) && (least <= room + hair || isAlone);
}
