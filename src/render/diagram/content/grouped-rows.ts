// Rows under the names of their groups: what a row is called at the left, what is drawn of it at the right.
import type { Group } from '../../../notes/index.ts';
import { type Drawn, labels, lineHeight, type Sheet, stroke, toBaseline, wrapped } from './marks.ts';

export interface RowPlace {
  /** Where the row's drawing begins; the middle of the row. */
  readonly left: number;
  readonly y: number;
  readonly height: number;
}

interface RowsOf<T> {
  readonly groups: readonly Group<T>[];
  /** What is left free above the rows, and needed at the right of their names. */
  readonly top: number;
  readonly needed: number;
  draw(entry: T, place: RowPlace): string;
}

/** Distances by the size of the labels: between columns, of rows at most, and of their first line at least. */
const [gap, tallest, closest] = [1.2, 3.4, 1.36];

/** Shares of the width that the names of groups, and those of rows, may take. */
const [ofGroups, ofNames] = [0.22, 0.4];

/** Names of groups stand at the left of their rows, or above them where that leaves too little. Undefined where they have no room. */
export function drawRows<T extends { readonly words: { readonly text: string } }>(
  rows: RowsOf<T>,
  sheet: Sheet,
): (Drawn & { readonly left: number }) | undefined {
  return setRows(rows, 'beside', sheet) ?? setRows(rows, 'above', sheet);
}

function setRows<T extends { readonly words: { readonly text: string } }>(
  { groups, top, needed, draw }: RowsOf<T>,
  side: 'beside' | 'above',
  sheet: Sheet,
): (Drawn & { readonly left: number }) | undefined {
  const { width, height, size, textWidth } = sheet;
  const linesIn = (text: string, share: number, weight: 'normal' | 'strong') =>
    wrapped(text, share * width, sheet, weight);
  const tall = (lines: readonly string[]): number => (closest + (lines.length - 1) * lineHeight) * size;
  const set = groups.map(({ label, entries }) => {
    const name = label ? linesIn(label.text, side === 'beside' ? ofGroups : 1, 'strong') : [];
    const names = entries.map(({ words }) => linesIn(words.text, ofNames, 'normal'));
    return { name, names, entries };
  });
  if (set.some(({ name, names }) => !name || names.includes(undefined))) return undefined;
  const blocks = set.map(({ name = [], names, entries }) => {
    const rows = entries.map((entry, at) => ({ entry, lines: names[at] ?? [] }));
    const own = rows.reduce((sum, { lines }) => sum + tall(lines), 0);
    const head = name.length === 0 ? 0 : tall(name);
    return { name, rows, head, least: side === 'beside' ? Math.max(own, head) : own + head };
  });
  const widest = (lines: readonly string[], weight: 'normal' | 'strong'): number =>
    Math.max(0, ...lines.map((line) => textWidth(line, weight)));
  const groupWidth =
    side === 'above'
      ? 0
      : widest(
          blocks.flatMap(({ name }) => name),
          'strong',
        );
  const from = groupWidth === 0 ? 0 : groupWidth + gap * size;
  const all = blocks.flatMap(({ rows }) => rows);
  const left =
    from +
    widest(
      all.flatMap(({ lines }) => lines),
      'normal',
    ) +
    gap * size;
  const free = height - top - blocks.reduce((sum, { least }) => sum + least, 0);
  if (left + needed > width || free < 0) return undefined;
  const more = Math.min((tallest - closest) * size, free / all.length);
  let y = top;
  const svg = blocks.map(({ name, rows, head, least }) => {
    const above = y;
    y += least + rows.length * more;
    const rule =
      name.length > 0
        ? stroke(
            [
              { x: 0, y: above },
              { x: width, y: above },
            ],
            'rule',
            1,
          )
        : '';
    const first = side === 'beside' ? (closest * size + more) / 2 : (closest * size) / 2;
    const title = labels(name, { x: 0, y: above + first + toBaseline * size }, { size, weight: 'strong' });
    let rowTop = above + (side === 'above' ? head : 0);
    const drawn = rows.map(({ entry, lines }) => {
      const place = { left, y: rowTop + (tall(lines) + more) / 2, height: tall(lines) + more };
      rowTop += place.height;
      const baseline = place.y - ((lines.length - 1) / 2) * lineHeight * size + toBaseline * size;
      return labels(lines, { x: from, y: baseline }, { size }) + draw(entry, place);
    });
    return rule + title + drawn.join('');
  });
  return { svg: svg.join(''), height: y, left };
}
