// How large slides are: the widest for which their number fits the page and the notes fit their place. Lengths are pt.
import {
  columnSpan,
  downTo,
  type Orientation,
  type SheetGeometry,
  type SheetRequest,
  sheetOf,
  toPoints,
} from './sheet.ts';

/** How slides and notes stand on a page. */
export interface SheetGrid {
  readonly mode: 'beside' | 'below' | 'bare';
  /** Cells beside each other, and rows of them: more than one column where slides stand alone. */
  readonly columns: number;
  readonly rows: number;
  /** Most slides on a page. */
  readonly perPage: number;
  readonly slide: { readonly width: number; readonly height: number };
  /** What hangs above each slide, and what is free between two rows. */
  readonly strip: number;
  readonly gap: number;
  /** Free rows are as high as this at most: an equal share of the page. */
  readonly fair: number;
  readonly notes: NotesPlace;
}

/** Where notes stand: in how many columns, how wide each, and how high they may be to fit a fair row. */
export interface NotesPlace {
  readonly columns: number;
  readonly width: number;
  readonly room: number;
}

export type NotesKind = 'presenter' | 'full' | 'lines' | 'none';

export interface SizeRequest {
  readonly sheet: SheetGeometry;
  readonly perPage: number;
  /** What stands with the slides. */
  readonly kind: NotesKind;
  /** Width over height of a slide. */
  readonly aspect: number;
}

/** Notes narrower than this have too few words on a line; wider ones are set in two columns. */
const narrowest = toPoints(53);
const widest = toPoints(105);

/** The slide on which text of 24 px, the smallest of a body, prints at 5 pt; slides are 720 px high. */
function legible(aspect: number): number {
  return (smallestPrint * 720 * aspect) / 24;
}

/** Type that is smaller than this is hard to read on paper, pt. */
export const smallestPrint = 5;

/** Between two lines for writing, in units. */
const pitch = 3;

/** Grids in the order in which they are tried: the first in whose room the notes are, else the last. */
export function gridsOf(request: SizeRequest): readonly SheetGrid[] {
  const { sheet, perPage, kind } = request;
  const isUpright = sheet.height > sheet.width;
  if (kind === 'none') return [bareGrid(request)];
  if (kind === 'full') return [besideGrid(request, 6)];
  if (isUpright && perPage === 1) return belowGrids(request);
  // Where the notes are short, a slide above them is larger than one beside them.
  if (isUpright && perPage === 2 && kind === 'presenter') return eitherGrids(request);
  return besideGrids(request);
}

/** The share of the slides whose notes may be too high for a fair row. */
const tooHighShare = 0.2;

/**
 * The first grid in which the notes of most slides have room; the last where there is none. `heights`: by grid, of the notes
 * of those of the `slides` that have some, set in one column of the grid's width.
 */
export function chooseGrid(
  grids: readonly SheetGrid[],
  heights: readonly (readonly number[])[],
  { sheet, slides }: { readonly sheet: SheetGeometry; readonly slides: number },
): SheetGrid {
  const fits = (grid: SheetGrid, at: number): boolean => {
    const tooHigh = (heights[at] ?? []).filter(
      (height) => columnsHeight(height, grid.notes.columns, sheet) > grid.notes.room,
    );
    return tooHigh.length <= tooHighShare * slides + 1e-9;
  };
  return grids.find(fits) ?? (grids.at(-1) as SheetGrid);
}

/** Lines that stay in one column though there are more. */
export const fewLines = 7;

/** How high a text is when it is balanced over columns; it is cut between lines. */
function columnsHeight(height: number, columns: number, { unit }: SheetGeometry): number {
  const line = 2 * unit;
  const lines = Math.ceil(height / line - 0.05);
  return (columns === 1 || lines <= fewLines ? lines : Math.ceil(lines / columns)) * line;
}

function eitherGrids(request: SizeRequest): readonly SheetGrid[] {
  const all = [...besideGrids(request), ...belowGrids(request)].sort((a, b) => b.slide.width - a.slide.width);
  const readable = all.filter(({ slide }) => slide.width >= legible(request.aspect));
  return readable.length > 0 ? readable : all;
}

function besideGrids(request: SizeRequest): readonly SheetGrid[] {
  const { sheet, perPage, aspect } = request;
  const isUpright = sheet.height > sheet.width;
  const [first, last] = perPage === 1 && !isUpright ? [9, 7] : [8, 6];
  return spans(sheet, first, last, aspect).map((span) => besideGrid(request, span));
}

/** From the widest downwards, none so small that its text cannot be read if the paper has one that is larger. */
function spans(sheet: SheetGeometry, first: number, last: number, aspect: number): readonly number[] {
  const all = Array.from({ length: first - last + 1 }, (_, at) => first - at);
  const roomy = all.filter((span) => sheet.area.width - columnSpan(sheet, span) - sheet.gutter >= narrowest);
  const legibleSpans = roomy.filter((span) => columnSpan(sheet, span) >= legible(aspect));
  return legibleSpans.length > 0 ? legibleSpans : roomy.length > 0 ? roomy : [last];
}

function besideGrid({ sheet, perPage, aspect }: SizeRequest, span: number): SheetGrid {
  const { unit, area, gutter } = sheet;
  const [strip, gap] = [3 * unit, 2 * unit];
  const fair = (area.height - gap * (perPage - 1)) / perPage;
  const slide = slideOf(Math.min(columnSpan(sheet, span) / aspect, fair - strip), aspect, unit);
  const width = area.width - slide.width - gutter;
  const columns = width > widest ? 2 : 1;
  return {
    mode: 'beside',
    columns: 1,
    rows: perPage,
    perPage,
    slide,
    strip,
    gap,
    fair: downTo(fair, unit),
    notes: { columns, width: columnWidth(width, columns, gutter), room: fair - strip },
  };
}

function belowGrids(request: SizeRequest): readonly SheetGrid[] {
  const all = Array.from({ length: 12 }, (_, at) => belowGrid(request, 12 - at));
  // Between the slide and what stands below it there is room for some lines of notes, or to write on.
  const { unit } = request.sheet;
  const least = request.kind === 'lines' ? 3 * pitch * unit : 4 * unit;
  const roomy = all.filter(
    ({ notes, slide }) => notes.room >= least && slide.width >= legible(request.aspect),
  );
  return roomy.length > 0 ? roomy : all.slice(0, 1);
}

function belowGrid({ sheet, perPage, aspect }: SizeRequest, span: number): SheetGrid {
  const { unit, area, gutter } = sheet;
  const [strip, gap] = [3 * unit, 3 * unit];
  const fair = (area.height - gap * (perPage - 1)) / perPage;
  const slide = slideOf(Math.min(columnSpan(sheet, span) / aspect, fair - strip), aspect, unit);
  const columns = area.width <= toPoints(120) ? 1 : area.width > toPoints(212) ? 3 : 2;
  return {
    mode: 'below',
    columns: 1,
    rows: perPage,
    perPage,
    slide,
    strip,
    gap,
    fair: downTo(fair, unit),
    notes: {
      columns,
      width: columnWidth(area.width, columns, gutter),
      room: fair - strip - slide.height - 2 * unit,
    },
  };
}

/** Of all ways to set so many cells, the one with the widest slides, then with the fewest empty cells. */
function bareGrid(request: SizeRequest): SheetGrid {
  const all = Array.from({ length: request.perPage }, (_, at) => cells(request, at + 1));
  return all.reduce((best, one) => (isBetter(one, best) ? one : best));
}

function isBetter(one: SheetGrid, other: SheetGrid): boolean {
  if (Math.abs(one.slide.width - other.slide.width) > 0.01) return one.slide.width > other.slide.width;
  return emptyCells(one) < emptyCells(other);
}

function emptyCells({ columns, rows, perPage }: SheetGrid): number {
  return columns * rows - perPage;
}

function cells({ sheet, perPage, aspect }: SizeRequest, columns: number): SheetGrid {
  const { unit, area, gutter } = sheet;
  const rows = Math.ceil(perPage / columns);
  const [strip, gap] = perPage <= 4 ? [3 * unit, 2 * unit] : [2 * unit, unit];
  const cell = columnWidth(area.width, columns, gutter);
  const fair = (area.height - gap * (rows - 1)) / rows;
  const slide = slideOf(Math.min(cell / aspect, fair - strip), aspect, unit);
  const notes = { columns: 1, width: slide.width, room: 0 };
  return { mode: 'bare', columns, rows, perPage, slide, strip, gap, fair: downTo(fair, unit), notes };
}

function slideOf(highest: number, aspect: number, unit: number): SheetGrid['slide'] {
  const height = downTo(highest, unit);
  return { width: height * aspect, height };
}

function columnWidth(width: number, columns: number, gutter: number): number {
  return (width - gutter * (columns - 1)) / columns;
}

/** Held so that slides are wider; where they are alike, so that fewer cells are empty, and else upright. */
export function widerOrientation(
  request: Omit<SheetRequest, 'orientation'>,
  { perPage, kind, aspect }: Omit<SizeRequest, 'sheet'>,
): Orientation {
  const [upright, broad] = (['portrait', 'landscape'] as const).map((orientation) => {
    const sheet = sheetOf({ ...request, orientation });
    return gridsOf({ sheet, perPage, kind, aspect })[0] as SheetGrid;
  }) as [SheetGrid, SheetGrid];
  return isBetter(broad, upright) ? 'landscape' : 'portrait';
}

/** A spare cell takes a slide where that saves a page. */
export function slidesPerPage({ mode, columns, rows, perPage }: SheetGrid, slides: number): number {
  if (mode !== 'bare') return perPage;
  const all = columns * rows;
  return Math.ceil(slides / all) < Math.ceil(slides / perPage) ? all : perPage;
}
