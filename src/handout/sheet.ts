// The paper and its grid. All lengths are pt; `unit` is half a line of notes, and everything stands on multiples of it.

export type Paper = 'A4' | 'Letter' | 'A5';
export type Orientation = 'portrait' | 'landscape';

export interface SheetGeometry {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  /** Where the strip of the first row stands, from the paper's upper edge. */
  readonly top: number;
  /** At the binding where both sides are printed, else at the left; and at the other side. */
  readonly inner: number;
  readonly outer: number;
  /** What is between the margins; its height is a multiple of the unit. */
  readonly area: { readonly width: number; readonly height: number };
  /** Between slide and notes, and between columns. */
  readonly gutter: number;
  /** Where the fringe hangs, from the upper edge, and where the folio stands, from the lower one. */
  readonly fringe: number;
  readonly folio: number;
  /** Smaller paper, smaller type. */
  readonly isSmall: boolean;
  readonly duplex: boolean;
}

const papers: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4],
  A5: [148, 210],
};

export function toPoints(mm: number): number {
  return (mm * 72) / 25.4;
}

export function millimetres(pt: number): number {
  return (pt * 25.4) / 72;
}

interface Measures {
  readonly unit: number;
  readonly sides: readonly [simplex: number, inner: number, outer: number];
  readonly top: number;
  readonly bottom: number;
  readonly gutter: number;
  readonly fringe: number;
}

/** Margins in mm; unit and gutter in pt. */
const large: Measures = { unit: 6.5, sides: [15, 20, 13], top: 16, bottom: 15, gutter: 17, fringe: 8.5 };
const small: Measures = { unit: 6, sides: [12, 16, 11], top: 15, bottom: 13.5, gutter: 14, fringe: 8 };

export interface SheetRequest {
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly duplex: boolean;
}

export function sheetOf({ paper, orientation, duplex }: SheetRequest): SheetGeometry {
  const [short, long] = papers[paper].map(toPoints) as [number, number];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const { unit, sides, gutter, ...measures } = paper === 'A5' ? small : large;
  const [simplex, binding, edge] = sides.map(toPoints) as [number, number, number];
  const [inner, outer] = duplex ? [binding, edge] : [simplex, simplex];
  const top = Math.round(toPoints(measures.top) / unit) * unit;
  const free = height - top - toPoints(measures.bottom);
  return {
    width,
    height,
    unit,
    top,
    inner,
    outer,
    area: { width: width - inner - outer, height: downTo(free, unit) },
    gutter,
    fringe: toPoints(measures.fringe),
    folio: toPoints(8.5),
    isSmall: paper === 'A5',
    duplex,
  };
}

/** The largest multiple of the unit that is no more; a hair of rounding does not cost one. */
export function downTo(length: number, unit: number): number {
  return Math.floor(length / unit + 1e-6) * unit;
}

/** Between two of the twelve columns: 4 mm. */
const columnGap = toPoints(4);

/** So many of the twelve columns that the area is divided into. */
export function columnSpan({ area }: SheetGeometry, columns: number): number {
  return (columns * (area.width - 11 * columnGap)) / 12 + columnGap * (columns - 1);
}
