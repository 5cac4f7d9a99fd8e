import type { Table, TableCell } from 'mdast';
import type { Phrasing } from '../notes/index.ts';
import { inlineRuns } from './inline-content.ts';
import type { LetterStyle } from './letters.ts';
import { characterWidths, cutPieces, type Piece } from './pieces.ts';
import type { Place } from './place.ts';
import { type Setting, textHeight } from './setting.ts';
import type { TextStyle } from './theme.ts';

/** The rule below the header row in the base stylesheet, px. */
const headerRule = 2;

/** Rows as tall as their tallest cell, over columns as a browser shares them out. */
export function tableHeight(setting: Setting, table: Table, place: Place): number {
  const columns = columnsOf(setting, table, place);
  const widths = shareWidth(columns, place.width, table.data?.tight ? 'character' : 'word');
  const heights = table.children.map(({ children }, row) => {
    const style = cellStyle(setting, place, row);
    const cells = children.map((cell, at) => {
      const width = (widths[at] ?? 0) - (columns[at]?.padding ?? 0);
      return cell.children.length === 0 ? 0 : textHeight(setting, cell.children as Phrasing[], style, width);
    });
    return Math.max(0, ...cells) + rowFrame(setting, row);
  });
  return heights.reduce((sum, height) => sum + height, 0);
}

/** Are the longest words of the columns wider together than the place? */
export function isTightTable(setting: Setting, table: Table, place: Place): boolean {
  return total(columnsOf(setting, table, place), 'word') > place.width;
}

function rowFrame({ number }: Setting, row: number): number {
  return 2 * number('--cell-padding-y') + (row === 0 ? headerRule : number('--rule-width'));
}

function cellStyle({ number, rules }: Setting, { style }: Place, row: number): TextStyle & LetterStyle {
  const weight = row === 0 ? rules.strongWeight : style.weight;
  const [size, line] = [number('--table-size'), number('--table-line')];
  return { ...style, weight, size, line, figures: 'tabular' };
}

/** Widths of a column, px, its padding included. */
interface Column {
  readonly padding: number;
  /** Of its widest character: what it can be when words are broken anywhere. */
  readonly character: number;
  /** Of its longest word. */
  readonly word: number;
  /** Of everything on one line. */
  readonly whole: number;
}

function columnsOf(setting: Setting, { children: rows }: Table, place: Place): Column[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length));
  return Array.from({ length: count }, (_, at) => {
    const cells = rows.flatMap(({ children }, row) => {
      const cell = children[at];
      return cell ? [cellPieces(setting, cell, cellStyle(setting, place, row))] : [];
    });
    const padding = paddingOf(setting, at, count);
    const widest = (width: (pieces: readonly Piece[]) => number): number =>
      padding + Math.max(0, ...cells.map(width));
    return {
      padding,
      character: widest((pieces) => Math.max(0, ...pieces.filter(isText).flatMap(characterWidths))),
      word: widest((pieces) => Math.max(0, ...pieces.filter(isText).map(({ width }) => width))),
      whole: widest(longestLine),
    };
  });
}

/** The first and the last column have no padding outside. */
function paddingOf({ number }: Setting, column: number, count: number): number {
  const sides = (column === 0 ? 0 : 1) + (column === count - 1 ? 0 : 1);
  return sides * number('--cell-padding-x');
}

function cellPieces({ lettersOf, rules }: Setting, { children }: TableCell, style: TextStyle): Piece[] {
  return cutPieces(inlineRuns(children as Phrasing[], lettersOf(style).style, rules), lettersOf, 'collapse');
}

/** A picture can be as narrow as its column asks for. */
function isText({ objects }: Piece): boolean {
  return !objects.some(({ fit }) => fit);
}

function longestLine(pieces: readonly Piece[]): number {
  let [longest, used] = [0, 0];
  for (const { width, space, endsLine } of pieces) {
    longest = Math.max(longest, used + width);
    used = endsLine ? 0 : used + width + space;
  }
  return longest;
}

function total(columns: readonly Column[], of: 'character' | 'word' | 'whole'): number {
  return columns.reduce((sum, column) => sum + column[of], 0);
}

/** Browsers set text at a size rounded down to a 64th of a px, so it is this much narrower at most. */
const rounding = 0.0007;

/**
 * CSS 2.1, 17.5.2.2: columns as wide as they like to be when there is room, otherwise between
 * their narrowest and their widest in proportion to the difference.
 */
function shareWidth(columns: readonly Column[], width: number, least: 'character' | 'word'): number[] {
  const whole = total(columns, 'whole');
  if (whole <= width * (1 + rounding)) return columns.map((column) => column.whole);
  const share = Math.max(0, (width - total(columns, least)) / (whole - total(columns, least)));
  return columns.map((column) => column[least] + (column.whole - column[least]) * share);
}
