// How a slide's space is used: how far down, how far to the left, what stays empty, what repeats.
import type { Area, CompositionSnapshot } from '../../browser/index.ts';
import { around } from './text.ts';

/** Content that ends higher leaves the foot of the slide empty: a share of its height. */
export const lowestEnd = 0.78;

/** The share of the width, from where reading begins, that should not carry all the weight. */
const leftPart = 0.44;

/** An empty rectangle that takes a larger share of the slide is a hole. */
export const largestHole = 0.45;

/** Where the content ends, as a share of the height: texts and drawings of the body, footnotes and captions left out. 0 without any. */
export function contentEnd({ texts, drawings, height }: CompositionSnapshot): number {
  const content = texts.filter(({ place, kind }) => place === 'body' && kind !== 'small');
  const areas = [
    ...content.flatMap(({ lines }) => lines),
    ...drawings.filter(({ place }) => place === 'body').flatMap(({ areas }) => areas),
  ];
  return Math.max(0, ...areas.map(({ bottom }) => Math.min(bottom, height))) / height;
}

/** The share of the ink that stands left of 44 % of the width; right of 56 % where one reads from the right. */
export function weightAtStart(slide: CompositionSnapshot): number {
  const areas = shownAreas(slide, 'inside');
  const edge = slide.width * leftPart;
  const start = slide.direction === 'rtl' ? slide.width - edge : 0;
  const part = { left: start, right: start + edge, top: 0, bottom: slide.height };
  const all = areas.reduce((sum, area) => sum + sizeOf(area), 0);
  return all === 0 ? Number.NaN : areas.reduce((sum, area) => sum + shared(area, part), 0) / all;
}

/** Px of the cells in which empty space is looked for. */
const cell = 20;

/** The largest rectangle that nothing stands in, as a share of the slide. */
export function largestEmpty(slide: CompositionSnapshot): number {
  const [columns, rows] = [Math.round(slide.width / cell), Math.round(slide.height / cell)];
  const taken = covered(shownAreas(slide, 'everywhere'), {
    columns,
    rows,
    width: cell,
    height: cell,
    from: 0.1,
  });
  const heights = new Array<number>(columns).fill(0);
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      heights[column] = taken[row * columns + column] ? 0 : (heights[column] ?? 0) + 1;
    for (let first = 0; first < columns; first++) {
      let lowest = heights[first] ?? 0;
      for (let last = first; last < columns && lowest > 0; last++) {
        lowest = Math.min(lowest, heights[last] ?? 0);
        largest = Math.max(largest, lowest * (last - first + 1));
      }
    }
  }
  return largest / (columns * rows);
}

/** Columns and rows of the grid that tells arrangements apart. */
const grid = { columns: 4, rows: 3, from: 1 / 3 } as const;

/** The arrangement of the blocks: which cells of a coarse grid a paragraph, an item, a cell or a drawing covers, as a text. */
export function gridSkeleton(slide: CompositionSnapshot): string {
  const inside = slide.texts.filter(({ place }) => place !== 'margin');
  const blocks = [...new Set(inside.map(({ block }) => block))].map((block) =>
    around(inside.filter((text) => text.block === block).flatMap(({ lines }) => lines)),
  );
  const drawings = slide.drawings.filter(({ place }) => place === 'body').map(({ areas }) => around(areas));
  const cells = covered([...blocks, ...drawings], {
    ...grid,
    width: slide.width / grid.columns,
    height: slide.height / grid.rows,
  });
  return cells.map((is) => (is ? '#' : '.')).join('');
}

function shownAreas(
  { texts, drawings }: CompositionSnapshot,
  where: 'inside' | 'everywhere',
): readonly Area[] {
  const is = ({ place }: { readonly place: string }): boolean => where === 'everywhere' || place !== 'margin';
  return [
    ...texts.filter(is).flatMap(({ lines }) => lines),
    ...drawings.filter(is).flatMap(({ areas }) => areas),
  ];
}

interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** Px of a cell. */
  readonly width: number;
  readonly height: number;
  /** The share of a cell that has to be covered. */
  readonly from: number;
}

/** Row by row, which cells the areas cover. Areas over each other count twice, which a coarse look does not mind. */
function covered(areas: readonly Area[], { columns, rows, width, height, from }: Cells): readonly boolean[] {
  const sums = new Array<number>(columns * rows).fill(0);
  for (const area of areas) {
    const [firstRow, lastRow] = [
      Math.max(0, Math.floor(area.top / height)),
      Math.min(rows - 1, Math.floor(area.bottom / height)),
    ];
    const [first, last] = [
      Math.max(0, Math.floor(area.left / width)),
      Math.min(columns - 1, Math.floor(area.right / width)),
    ];
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = first; column <= last; column++) {
        const box = {
          left: column * width,
          right: (column + 1) * width,
          top: row * height,
          bottom: (row + 1) * height,
        };
        const at = row * columns + column;
        sums[at] = (sums[at] ?? 0) + shared(area, box);
      }
    }
  }
  return sums.map((sum) => sum >= from * width * height);
}

function sizeOf(area: Area): number {
  return shared(area, area);
}

/** Px² that two areas have in common. */
function shared(a: Area, b: Area): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}
