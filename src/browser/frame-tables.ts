// Tables as grids: columns, rows, cells with what they span.

import { readPictureFrame } from './frame-drawings.ts';
import { areaOf, bordersOf, type SlideDom, toColour } from './frame-shapes.ts';
import { readCellParagraphs } from './frame-texts.ts';
import type { FrameBorders, FrameCell, FrameRole, FrameRow, SlideFrame } from './frames.ts';

/** The table, and the pictures that stand in its cells. */
export async function readTable(
  table: HTMLTableElement,
  role: FrameRole,
  dom: SlideDom,
  drawn: readonly Element[],
): Promise<readonly SlideFrame[]> {
  const area = areaOf(dom, table);
  const isRtl = dom.styleOf(table).direction === 'rtl';
  const grid = gridOf(table);
  const count = Math.max(0, ...grid.map((row) => row.length));
  const [firstRow] = grid;
  if (!firstRow || count === 0) return [];
  const edges = columnEdges(grid, count, area, isRtl, dom);
  const around = bordersOf(dom.styleOf(table), dom.scaleOf(table), dom.rgba);
  const rows = [...table.rows].map((row, at): FrameRow => {
    const places = grid[at] ?? [];
    return {
      height: areaOf(dom, row).height,
      isHead: row.parentElement?.localName === 'thead',
      cells: Array.from({ length: count }, (_, column) => {
        const place = places[column];
        if (!place?.isOrigin) return undefined;
        const isFirst = at === 0;
        const isLast = at + place.cell.rowSpan >= table.rows.length;
        return cellOf(
          place.cell,
          {
            ...(isFirst && around.top && { top: around.top }),
            ...(isLast && around.bottom && { bottom: around.bottom }),
          },
          dom,
        );
      }),
    };
  });
  const pictures: SlideFrame[] = [];
  for (const image of table.querySelectorAll<HTMLImageElement>('img:not(.emoji)')) {
    const picture = dom.isShown(image) ? await readPictureFrame(image, role, dom) : undefined;
    if (picture) pictures.push(picture);
  }
  const columns = edges.slice(1).map((edge, column) => Math.abs(edge - (edges[column] ?? 0)));
  return [
    {
      kind: 'table',
      role,
      area,
      columns,
      rows,
      direction: isRtl ? 'rtl' : 'ltr',
      drawing: drawn.indexOf(table),
    },
    ...pictures,
  ];
}

interface GridPlace {
  readonly cell: HTMLTableCellElement;
  readonly isOrigin: boolean;
}

function gridOf(table: HTMLTableElement): readonly (readonly (GridPlace | undefined)[])[] {
  const grid: (GridPlace | undefined)[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[at]?.[column]) column += 1;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let along = 0; along < cell.colSpan; along++) {
          const below = grid[at + down];
          if (below) below[column + along] = { cell, isOrigin: down === 0 && along === 0 };
        }
      column += cell.colSpan;
    }
  });
  return grid;
}

/** From where the text begins: the first edge is the table's right one where it runs from right to left. */
function columnEdges(
  grid: readonly (readonly (GridPlace | undefined)[])[],
  count: number,
  area: ReturnType<typeof areaOf>,
  isRtl: boolean,
  dom: SlideDom,
): readonly number[] {
  const [start, end] = isRtl ? [area.x + area.width, area.x] : [area.x, area.x + area.width];
  const edges: (number | undefined)[] = [start, ...Array.from({ length: count - 1 }, () => undefined), end];
  for (const row of grid)
    row.forEach((place, column) => {
      if (!place?.isOrigin) return;
      const cell = areaOf(dom, place.cell);
      const begin = isRtl ? cell.x + cell.width : cell.x;
      if (column > 0) edges[column] ??= begin;
    });
  // A column in which no cell begins is as wide as nothing.
  return edges.map(
    (edge, at) => edge ?? edges.slice(0, at).findLast((known) => known !== undefined) ?? start,
  );
}

function cellOf(cell: HTMLTableCellElement, around: FrameBorders, dom: SlideDom): FrameCell {
  const css = dom.styleOf(cell);
  const scale = dom.scaleOf(cell);
  const px = (side: string): number =>
    (Number.parseFloat(css.getPropertyValue(`padding-${side}`)) || 0) * scale;
  const fill = dom.rgba(css.backgroundColor);
  const { verticalAlign } = css;
  return {
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    padding: { top: px('top'), right: px('right'), bottom: px('bottom'), left: px('left') },
    anchor: verticalAlign === 'middle' ? 'middle' : verticalAlign === 'bottom' ? 'bottom' : 'top',
    ...(fill[3] > 0 && { fill: toColour(fill) }),
    borders: { ...bordersOf(css, scale, dom.rgba), ...around },
    paragraphs: readCellParagraphs(cell, dom),
  };
}
