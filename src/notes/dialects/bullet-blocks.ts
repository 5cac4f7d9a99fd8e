// Blocks that outliners write within a bullet: code whose lines are not set in as far as Markdown asks, `#+BEGIN_QUOTE`,
// and Roam's tables of nested bullets.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import {
  indentOf,
  isBlankLine,
  leadingSpace,
  type TextLine,
  withoutLineEnd,
} from '../markdown/source-lines.ts';
import { callouts } from './container.ts';

/** Lines of a block within a bullet at most. */
const longest = 1000;

/** Reads them wherever they stand: Markdown has no other meaning for them. */
export function bulletBlockEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const block =
      fenceAtMargin(lines, at) ?? codeInBullet(lines, at) ?? namedBlock(lines, at) ?? table(lines, at);
    if (block === undefined) continue;
    edits.push(...block.edits);
    at = block.to;
  }
  return edits;
}

interface ReadBlock {
  readonly edits: readonly Edit[];
  /** Number of its last line. */
  readonly to: number;
}

/** Code of its own, which nothing is changed in. */
function fenceAtMargin(lines: readonly TextLine[], from: number): ReadBlock | undefined {
  const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(bare(lines[from]))?.[1];
  const to = fence === undefined ? undefined : lineAfter(lines, from, (text) => text.trim() === fence);
  return to === undefined ? undefined : { edits: [], to };
}

const bulletWithFence = /^([ \t]*)([-*+][ \t])([^`\r\n]*)(`{3,})[\w+#.-]*[ \t]*$/;

/** A fence behind a bullet, up to the line that it stands alone on or that ends with it. */
function codeInBullet(lines: readonly TextLine[], from: number): ReadBlock | undefined {
  const line = lines[from] as TextLine;
  const [, margin = '', marker = '', words = '', fence] = bulletWithFence.exec(bare(line)) ?? [];
  if (fence === undefined) return undefined;
  const to = lineAfter(lines, from, (text) => text.trimEnd().endsWith(fence));
  const last = bare(lines[to ?? from]).trimEnd();
  if (to === undefined || bulletWithFence.test(last) || /`/.test(last.slice(0, -fence.length)))
    return undefined;
  const isAlone = last.trim() === fence;
  const pad = margin + (words.trim() === '' ? `${marker}${words}`.replace(/[-*+]/, ' ') : '  ');
  const inside = lines.slice(from + 1, isAlone ? to : to + 1);
  const isSetIn = lines
    .slice(from + 1, to + 1)
    .every((inner) => isBlankLine(inner) || indentOf(inner.text) >= indentOf(`${pad}x`));
  if (isSetIn && isAlone && words.trim() === '') return { edits: [], to };
  const open = line.start + margin.length + marker.length + words.length;
  const end = (lines[to] as TextLine).start + last.length - fence.length;
  return {
    edits: [
      ...(words.trim() === '' ? [] : [{ start: open, end: open, parts: [`\n${pad}`] }]),
      ...setIn(inside, pad),
      ...(isAlone ? setIn([lines[to] as TextLine], pad) : [{ start: end, end, parts: [`\n${pad}`] }]),
    ],
    to,
  };
}

/** The lines with another indentation in place of the one that all of them have. */
function setIn(inside: readonly TextLine[], pad: string): Edit[] {
  const full = inside.filter((line) => !isBlankLine(line));
  const margin = Math.min(...full.map(({ text }) => indentOf(text)));
  return full.map(({ text, start }) => ({ start, end: start + leadingSpace(text, margin), parts: [pad] }));
}

const begin = /^([ \t]*)([-*+][ \t]+)?#\+BEGIN_([A-Z]+)(?:[ \t]+([\w+#-]+))?[ \t]*$/i;

/** Logseq: `#+BEGIN_QUOTE`, `#+BEGIN_TIP` and `#+BEGIN_SRC` within a bullet, up to the end of the same name. */
function namedBlock(lines: readonly TextLine[], from: number): ReadBlock | undefined {
  const line = lines[from] as TextLine;
  const [, margin = '', marker = '', written = '', lang = ''] = begin.exec(bare(line)) ?? [];
  // Without a bullet it may be Org's own, which is read elsewhere.
  if (written === '' || (marker === '' && !isBelowBullet(lines, from))) return undefined;
  const name = written.toLowerCase();
  const isEnd = (text: string): boolean => text.trim().toLowerCase() === `#+end_${name}`;
  const to = lineAfter(lines, from, isEnd);
  const isCode = /^(?:src|example|export)$/.test(name);
  const head = isCode ? `\`\`\`${lang}` : headOfQuote(name);
  if (to === undefined || head === undefined) return undefined;
  const pad = margin + ' '.repeat(marker.length);
  const last = lines[to] as TextLine;
  const start = line.start + margin.length + marker.length;
  return {
    edits: [
      { start, end: line.start + bare(line).length, parts: [head] },
      ...setIn(lines.slice(from + 1, to), isCode ? pad : `${pad}> `),
      {
        start: last.start,
        end: last.start + (isCode ? bare(last).length : last.text.length),
        parts: isCode ? [`${pad}\`\`\``] : [],
      },
    ],
    to,
  };
}

function headOfQuote(name: string): string | undefined {
  if (/^(?:quote|verse)$/.test(name)) return '>';
  const kind = name === 'pinned' ? 'note' : callouts.get(name);
  return kind && `> [!${kind}]`;
}

/** Set in below a line that is a bullet, or is set in itself. */
function isBelowBullet(lines: readonly TextLine[], at: number): boolean {
  const before = lines[at - 1]?.text ?? '';
  return indentOf(lines[at]?.text ?? '') > 0 && /^[ \t]*[-*+][ \t]/.test(before);
}

const bullet = /^([ \t]*)([-*+][ \t]+)(\S.*)$/;

/** Columns and rows of a table of bullets at most. */
const largest = { columns: 12, rows: 200 } as const;

/**
 * Roam: below `{{[[table]]}}` each bullet is a cell, and the bullet below it the next cell of its row. Cells that several
 * rows share stand in the first of them.
 */
function table(lines: readonly TextLine[], from: number): ReadBlock | undefined {
  const line = lines[from] as TextLine;
  const [, margin = '', marker = '', words = ''] = bullet.exec(bare(line)) ?? [];
  if (!/^\{\{(?:\[\[)?table(?:\]\])?\}\}\s*$/.test(words)) return undefined;
  const cells: { readonly indent: number; readonly range: WrittenRange }[] = [];
  let to = from;
  for (const next of lines.slice(from + 1, from + longest)) {
    const [, space = '', sign = '', text = ''] = bullet.exec(bare(next)) ?? [];
    if (text === '' || text.includes('|') || indentOf(next.text) <= indentOf(line.text)) break;
    const start = next.start + space.length + sign.length;
    cells.push({ indent: indentOf(next.text), range: { start, end: start + text.trimEnd().length } });
    to += 1;
  }
  const rows = rowsOf(cells);
  const columns = rows[0]?.length ?? 0;
  const isTable =
    columns > 1 &&
    rows.length > 1 &&
    rows.length <= largest.rows &&
    rows.every((row) => row.length <= columns && row.length <= largest.columns);
  const after = lines[to + 1];
  const isWhole = !after || isBlankLine(after) || indentOf(after.text) <= indentOf(line.text);
  if (!isTable || !isWhole) return undefined;
  const pad = `\n${margin}${' '.repeat(marker.length)}`;
  const start = line.start + margin.length + marker.length;
  const parts = rows.flatMap((row, at): Edit['parts'] => [
    at === 0 ? '' : pad,
    ...Array.from({ length: columns }, (_, column) => ['| ', row[column] ?? '', ' ']).flat(),
    at === 0 ? `|${pad}${'|---'.repeat(columns)}|` : '|',
  ]);
  const last = lines[to] as TextLine;
  return { edits: [{ start, end: last.start + bare(last).length, parts }], to };
}

/** One row for each bullet that has none below it, with nothing in place of what the row above has too. */
function rowsOf(
  cells: readonly { readonly indent: number; readonly range: WrittenRange }[],
): (WrittenRange | '')[][] {
  const rows: (WrittenRange | '')[][] = [];
  const path: { readonly indent: number; readonly range: WrittenRange | '' }[] = [];
  for (const [at, cell] of cells.entries()) {
    while ((path.at(-1)?.indent ?? -1) >= cell.indent) path.pop();
    path.push(cell);
    if ((cells[at + 1]?.indent ?? 0) > cell.indent) continue;
    rows.push(path.map(({ range }) => range));
    for (const [index, shown] of path.entries()) path[index] = { ...shown, range: '' };
  }
  return rows;
}

/** The first line behind another that the test holds for, not too far away. */
function lineAfter(
  lines: readonly TextLine[],
  from: number,
  holds: (text: string) => boolean,
): number | undefined {
  const found = lines.slice(from + 1, from + longest).findIndex((line) => holds(bare(line)));
  return found === -1 ? undefined : from + 1 + found;
}

function bare(line: TextLine | undefined): string {
  return withoutLineEnd(line?.text ?? '');
}
