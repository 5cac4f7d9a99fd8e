import type { Block } from '../notes/index.ts';
import type { DeckFacts, LocalisedWords, Plan } from '../plan/index.ts';

/** Slides with their notes on paper, with everything decided but where a page ends. */
export interface Handout {
  readonly facts: DeckFacts;
  readonly geometry: SheetGeometry;
  /** Lectern's own words, in the deck's language. */
  readonly words: LocalisedWords;
  readonly cover: Cover;
  /** Empty where there is no table of contents. */
  readonly contents: readonly ContentsEntry[];
  readonly slides: readonly HandoutSlide[];
  /** Where links to headings lead, as in the plan. */
  readonly anchors?: Plan['anchors'];
  /** Dark slides are set as dark text on white. */
  readonly ink: 'theme' | 'saved';
}

/** What stands on the cover: the title slide, which says all; or words, when that slide stands beside its notes. */
export type Cover = 'none' | 'slide' | 'words';

export interface ContentsEntry {
  readonly title: string;
  /** The slide it starts with, from 1. */
  readonly slide: number;
}

export interface HandoutSlide {
  /** From 1, as on screen. */
  readonly number: number;
  /** Plain text, with its part number. */
  readonly title: string;
  /** For the running header; empty before the first section. */
  readonly section: string;
  /** The head above it, where a section of several slides starts. */
  readonly head?: string;
  readonly notes: SlideNotes;
}

/** What stands beside a slide. `cover`: the slide is on the cover, and not shown again. */
export type SlideNotes =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | { readonly kind: 'lines' }
  | { readonly kind: 'none' }
  | { readonly kind: 'cover' };

// Where things stand on the paper. All lengths are mm.

type Paper = 'A4' | 'Letter' | 'A5';
export type PerPage = 1 | 2 | 3 | 4 | 6 | 9;

export interface SheetGeometry {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
  /** The area between the margins is cut into columns, and each into rows; a row holds one slide. */
  readonly columns: number;
  readonly rows: number;
  readonly gutter: number;
  /** Where the notes stand; `bare`: there are none. */
  readonly mode: 'beside' | 'below' | 'bare';
  readonly slide: { readonly width: number; readonly height: number };
  /** Type and distances of a smaller paper are smaller: 1 for A4. */
  readonly scale: number;
  readonly duplex: boolean;
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  /** At the binding, where the paper is printed on both sides. */
  readonly inner: number;
  readonly outer: number;
}

interface PaperRequest {
  readonly paper: Paper;
  readonly orientation: 'portrait' | 'landscape';
  readonly perPage: PerPage;
  readonly withNotes: boolean;
  readonly duplex: boolean;
  /** Width over height of a slide. */
  readonly aspect: number;
}

const papers: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4],
  A5: [148, 210],
};

/** Between two rows, and between a slide's head or number and the slide, at scale 1. */
const rowGap = 7;
const captionHeight = 7;

export function geometryOf(request: PaperRequest): SheetGeometry {
  const [short, long] = papers[request.paper];
  const [width, height] = request.orientation === 'portrait' ? [short, long] : [long, short];
  const scale = request.paper === 'A5' ? 0.8 : 1;
  const margins = marginsOf(request, scale);
  const grid = gridOf(request);
  const room = {
    width: width - margins.inner - margins.outer,
    height: height - margins.top - margins.bottom,
  };
  const gutter = 8 * scale;
  const column = (room.width - gutter * (grid.columns - 1)) / grid.columns;
  const slide = slideSize(grid, column, room.height, request, scale);
  const { columns, rows, mode } = grid;
  return { width, height, margins, columns, rows, mode, gutter, slide, scale, duplex: request.duplex };
}

function marginsOf({ duplex }: PaperRequest, scale: number): Margins {
  const side = 18 * scale;
  const binding = duplex ? 5 * scale : 0;
  return { top: 21 * scale, bottom: 19 * scale, inner: side + binding, outer: side };
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly mode: SheetGeometry['mode'];
  /** The slide's share of the column's width. */
  readonly share: number;
}

/** With notes: one slide is large, two have their notes below, three and four beside. */
function gridOf({ perPage, orientation, withNotes }: PaperRequest): Grid {
  if (!withNotes || perPage === 6 || perPage === 9) return bareGrid(perPage, orientation);
  const grids = orientation === 'portrait' ? portraitGrids : landscapeGrids;
  return grids[perPage];
}

const portraitGrids: Readonly<Record<1 | 2 | 3 | 4, Grid>> = {
  1: { columns: 1, rows: 1, mode: 'below', share: 1 },
  2: { columns: 1, rows: 2, mode: 'below', share: 0.76 },
  3: { columns: 1, rows: 3, mode: 'beside', share: 0.52 },
  4: { columns: 1, rows: 4, mode: 'beside', share: 0.48 },
};

const landscapeGrids: Readonly<Record<1 | 2 | 3 | 4, Grid>> = {
  1: { columns: 1, rows: 1, mode: 'beside', share: 0.62 },
  2: { columns: 2, rows: 1, mode: 'below', share: 1 },
  3: { columns: 3, rows: 1, mode: 'below', share: 1 },
  4: { columns: 2, rows: 2, mode: 'beside', share: 0.56 },
};

function bareGrid(perPage: PerPage, orientation: PaperRequest['orientation']): Grid {
  const [columns, rows] = bareGrids[perPage];
  const grid = { mode: 'bare', share: 1 } as const;
  return orientation === 'portrait' ? { columns, rows, ...grid } : { columns: rows, rows: columns, ...grid };
}

/** Columns and rows of an upright page; a broad one has them the other way round. */
const bareGrids: Readonly<Record<PerPage, readonly [number, number]>> = {
  1: [1, 1],
  2: [1, 2],
  3: [1, 3],
  4: [2, 2],
  6: [2, 3],
  9: [3, 3],
};

/** As wide as its share allows, and never so high that a row would not fit with its head. */
function slideSize(
  { rows, mode, share }: Grid,
  column: number,
  room: number,
  { aspect }: PaperRequest,
  scale: number,
): SheetGeometry['slide'] {
  const heads = mode === 'beside' && rows > 1 ? captionHeight * 0.9 : captionHeight;
  const gaps = (rowGap * (rows - 1)) / rows;
  const tallest = room / rows - gaps - heads * scale;
  const notesBelow = mode === 'below' ? 0.6 : 1;
  const width = Math.min(column * share, tallest * notesBelow * aspect);
  return { width: round(width), height: round(width / aspect) };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
