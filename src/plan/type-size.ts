// Code and tables as large as their room allows: larger than the slide's type gives them, where its sizes are far apart.

import type { Box, FlowBox } from '../layouts/index.ts';
import { type BodySize, type Measure, rowWidths, type Theme } from '../theme/index.ts';
import type { Setting } from './draft.ts';

/** Where a body stands: its width, px, the slide's size, and what share of its room may be filled. */
interface TypeRoom {
  readonly context: { readonly measure: Measure; readonly theme: Theme };
  readonly width: number;
  readonly height: number;
  readonly bodySize: BodySize;
  /** The size at which a larger one of the slide begins to suit the content no more. */
  readonly largest: BodySize;
  readonly fullest: number;
}

/** What may be set larger, and the token of its size. */
const sizeOf = { code: '--code-size', table: '--table-size' } as const;

/** The body with its code or its table set larger, where that is clearly larger; else as it is. */
export function withLargeType(body: Box, kind: keyof typeof sizeOf, room: TypeRoom): Box {
  const number = (bodySize: BodySize): number => room.context.theme.numbers[bodySize].get(sizeOf[kind]) ?? 0;
  const [own, most] = [number(room.bodySize), Math.min(largestClass, number(room.largest))];
  if (own <= 0 || most < clearly.larger * own) return body;
  const size = bestSize(body, own, Math.floor(most), room);
  return size < clearly.larger * own ? body : bodyInSize(body, size);
}

/** The last of the classes `type-19` … of the base stylesheet. */
const largestClass = 36;

/** How many times as large as without is worth another size, and worth lines that are wrapped for it. */
const clearly = { larger: 1.04, wrapped: 1.15 } as const;

/** The largest size at which no more is wrapped than at the slide's own; a larger one that wraps lines, where it is clearly larger. */
function bestSize(body: Box, own: number, most: number, room: TypeRoom): number {
  const { measure } = room.context;
  const wrappedNow = wrappedLines(bodyInSize(body, own), room.width, room);
  let any = own;
  for (let size = most; size > own; size -= 1) {
    const set = bodyInSize(body, size);
    if (measure.box(set, room.width, room.bodySize) > room.fullest * room.height) continue;
    any = Math.max(any, size);
    if (wrappedLines(set, room.width, room) <= wrappedNow) return any >= clearly.wrapped * size ? any : size;
  }
  return any >= clearly.wrapped * own ? any : own;
}

/** Smaller type than this, px, is read with effort; from so many lines or rows on rather on more slides, each with so many lines at least. */
const readable = { code: 20, table: 22, lines: 24, rows: 9, linesOfSlide: 16 } as const;

/** Whether a slide holds a long listing, or a table of many rows, in type that is read with effort. */
export function isHardToRead(
  { context: { theme } }: { readonly context: { readonly theme: Theme } },
  { layout, bodySize, body, blocks }: Pick<Setting, 'layout' | 'bodySize' | 'body' | 'blocks'>,
): boolean {
  if (!body || (layout !== 'code' && layout !== 'table')) return false;
  const isLong = linesOf(blocks) >= readable.lines || rowsOf(blocks) >= readable.rows;
  return isLong && sizeIn(theme, layout, { bodySize, body }) < readable[layout];
}

/** On how many slides it may stand so that it is read without. */
export function mostSlides({ blocks }: Pick<Setting, 'blocks'>): number {
  return Math.max(2, Math.ceil(linesOf(blocks) / readable.linesOfSlide));
}

function linesOf(blocks: Setting['blocks']): number {
  return Math.max(0, ...blocks.map((block) => (block.type === 'code' ? block.value.split('\n').length : 0)));
}

/** Without their heads. */
function rowsOf(blocks: Setting['blocks']): number {
  return Math.max(0, ...blocks.map((block) => (block.type === 'table' ? block.children.length - 1 : 0)));
}

/** The size of the code or the table of a body, px. */
export function sizeIn(
  theme: Theme,
  kind: keyof typeof sizeOf,
  { bodySize, body }: { readonly bodySize: BodySize; readonly body: Box },
): number {
  return typeSizeOf(body) ?? theme.numbers[bodySize].get(sizeOf[kind]) ?? 0;
}

/** The size that the code and tables of a body have, where it is not the slide's. */
export function typeSizeOf(body: Box): number | undefined {
  if (body.kind === 'flow') return body.typeSize;
  if (body.kind !== 'stack' && body.kind !== 'row') return undefined;
  return body.boxes.map(typeSizeOf).find((size) => size !== undefined);
}

/** With the code and the tables of a body at a size, px. */
export function bodyInSize(box: Box, typeSize: number): Box {
  if (box.kind === 'stack' || box.kind === 'row')
    return { ...box, boxes: box.boxes.map((inner) => bodyInSize(inner, typeSize)) };
  return isSet(box) ? { ...box, typeSize } : box;
}

function isSet(box: Box): box is FlowBox {
  return box.kind === 'flow' && box.blocks.some(({ type }) => type in sizeOf);
}

/** Wide enough for any line, px. */
const endless = 100_000;

/** How many lines more than without end the code and the tables of a body take. */
function wrappedLines(box: Box, width: number, room: TypeRoom): number {
  const { measure, theme } = room.context;
  if (box.kind === 'stack')
    return box.boxes.reduce((sum, inner) => sum + wrappedLines(inner, width, room), 0);
  if (box.kind === 'row') {
    const widths = rowWidths(theme, box, width);
    return box.boxes.reduce((sum, inner, at) => sum + wrappedLines(inner, widths[at] ?? 0, room), 0);
  }
  if (!isSet(box)) return 0;
  const alone = { ...box, blocks: box.blocks.filter(({ type }) => type in sizeOf) };
  const [high, low] = [width, endless].map((wide) => measure.box(alone, wide, room.bodySize));
  return Math.round(((high ?? 0) - (low ?? 0)) / (1.3 * (box.typeSize ?? 1)));
}
