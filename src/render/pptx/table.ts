// Tables as office programs have them (ECMA-376, part 1, 21.1.3).
import type { FrameBorders, FrameCell, FrameLine, FrameParagraph, TableFrame } from '../../browser/index.ts';
import { colourXml, fillXml, type PptxLook } from './look.ts';
import { emu } from './xml-and-zip.ts';

/** Gives the `a:p` elements of paragraphs. */
export type PrintParagraphs = (paragraphs: readonly FrameParagraph[]) => string;

/** “No Style, No Grid”, which every office program knows: what a cell looks like stands in the cell. */
const plainStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** The `a:tbl` of a table. */
export function tableXml(
  { columns, rows, direction }: TableFrame,
  look: PptxLook,
  print: PrintParagraphs,
): string {
  const settings = [direction === 'rtl' ? ' rtl="1"' : '', rows[0]?.isHead ? ' firstRow="1"' : ''].join('');
  const grid = roundedSteps(columns).map((width) => `<a:gridCol w="${width}"/>`);
  const heights = roundedSteps(rows.map(({ height }) => height));
  const lines = gridOf({ columns, rows }).map((places, row) => {
    const cells = places.map((place) => cellXml(place, look, print));
    return `<a:tr h="${heights[row]}">${cells.join('')}</a:tr>`;
  });
  return `<a:tbl><a:tblPr${settings}><a:tableStyleId>${plainStyle}</a:tableStyleId></a:tblPr><a:tblGrid>${grid.join('')}</a:tblGrid>${lines.join('')}</a:tbl>`;
}

/** px to EMU, rounded so that the sum is that of the whole. */
function roundedSteps(lengths: readonly number[]): readonly number[] {
  let [end, before] = [0, 0];
  return lengths.map((length) => {
    end += length;
    const step = emu(end) - before;
    before += step;
    return step;
  });
}

/** A place of the grid: a cell that begins there, or one that reaches there from the left, from above or both. */
interface TablePlace {
  readonly cell: FrameCell | undefined;
  readonly isFromLeft: boolean;
  readonly isFromAbove: boolean;
}

function gridOf({ columns, rows }: Pick<TableFrame, 'columns' | 'rows'>): readonly (readonly TablePlace[])[] {
  const empty: TablePlace = { cell: undefined, isFromLeft: false, isFromAbove: false };
  const grid = rows.map(() => columns.map(() => empty));
  rows.forEach(({ cells }, row) => {
    cells.forEach((cell, column) => {
      if (!cell) return;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.columnSpan; across++) {
          const line = grid[row + down];
          if (line && column + across < columns.length)
            line[column + across] = { cell, isFromLeft: across > 0, isFromAbove: down > 0 };
        }
    });
  });
  return grid;
}

function cellXml(
  { cell, isFromLeft, isFromAbove }: TablePlace,
  look: PptxLook,
  print: PrintParagraphs,
): string {
  const isOwn = cell !== undefined && !isFromLeft && !isFromAbove;
  const spans = [
    cell && cell.rowSpan > 1 && !isFromAbove ? ` rowSpan="${cell.rowSpan}"` : '',
    cell && cell.columnSpan > 1 && !isFromLeft ? ` gridSpan="${cell.columnSpan}"` : '',
    isFromLeft ? ' hMerge="1"' : '',
    isFromAbove ? ' vMerge="1"' : '',
  ];
  const words = isOwn && cell.paragraphs.length > 0 ? print(cell.paragraphs) : '<a:p/>';
  return `<a:tc${spans.join('')}><a:txBody><a:bodyPr/><a:lstStyle/>${words}</a:txBody>${cell ? cellSettings(cell, look) : '<a:tcPr/>'}</a:tc>`;
}

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

function cellSettings({ padding, anchor, fill, borders }: FrameCell, look: PptxLook): string {
  const margins = `marL="${emu(padding.left)}" marR="${emu(padding.right)}" marT="${emu(padding.top)}" marB="${emu(padding.bottom)}"`;
  const lines = sides.map(([name, side]) => lineXml(name, borders[side], look));
  return `<a:tcPr ${margins} anchor="${anchors[anchor]}">${lines.join('')}${fillXml(fill, look)}</a:tcPr>`;
}

/** In the order of the schema. */
const sides: readonly (readonly [name: string, side: keyof FrameBorders])[] = [
  ['lnL', 'left'],
  ['lnR', 'right'],
  ['lnT', 'top'],
  ['lnB', 'bottom'],
];

const dashes = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' } as const;

/** A side without a line says so: a program would draw its own. */
function lineXml(name: string, line: FrameLine | undefined, look: PptxLook): string {
  if (!line) return `<a:${name} w="0"><a:noFill/></a:${name}>`;
  const paint = `<a:solidFill>${colourXml(line.colour, look)}</a:solidFill><a:prstDash val="${dashes[line.style]}"/>`;
  return `<a:${name} w="${emu(line.width)}" cap="flat" cmpd="sng" algn="ctr">${paint}</a:${name}>`;
}
