// Tables that are drawn with characters: Pandoc’s grids, simple and multiline tables, and columns that tabs or spaces
// align. They become tables with bars.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { alignedTable, columnTable, tabTable } from './aligned-table.ts';
import { type CellLines, type DrawnTable, gridTable, ruledTable } from './ruled-tables.ts';

/** In text files columns are seen whose cells are set to either side. */
export function tableEdits(lines: readonly TextLine[], file: 'text' | 'Markdown'): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (!line.isPlain || isBlankLine(line)) continue;
    const table =
      gridTable(lines, at) ??
      ruledTable(lines, at) ??
      alignedTable(lines, at) ??
      tabTable(lines, at) ??
      (file === 'text' ? columnTable(lines, at) : undefined);
    if (!table) continue;
    const last = lines[table.to] as TextLine;
    // The names of columns may stand far from the margin, behind a corner without one.
    const margins = [line, last].map(({ text }) => /^[ \t>]*/.exec(text)?.[0] ?? '');
    const margin = margins.find((space) => space.length < 4 && !space.includes('\t')) ?? margins[0] ?? '';
    const start = line.start + Math.min(margin.length, line.text.length);
    edits.push({
      start,
      end: last.start + withoutLineEnd(last.text).length,
      parts: pipeTable(table, `\n${margin}`, lines[at - 1]),
    });
    at = table.to;
  }
  return edits;
}

/** Its lines with bars; `above` is the line that stands before it. */
export function pipeTable(
  { rows, hasHeader, aligns }: DrawnTable,
  lineEnd: string,
  above: TextLine | undefined,
): Edit['parts'] {
  const columns = Math.max(...rows.map((row) => row.length));
  const numbers = Array.from({ length: columns }, (_, at) => at);
  const rule = `|${numbers.map((at) => aligns?.[at] ?? '---').join('|')}|`;
  const [head = [], ...body] = hasHeader ? rows : [[], ...rows];
  const printed = (row: readonly CellLines[]): Edit['parts'] => [
    '|',
    ...numbers.flatMap((at) => [' ', ...cellParts(row[at] ?? []), ' |']),
  ];
  const isBelowWords = above?.isPlain && !isBlankLine(above);
  return [
    ...(isBelowWords ? [lineEnd] : []),
    ...printed(head),
    lineEnd + rule,
    ...body.flatMap((row) => [lineEnd, ...printed(row)]),
  ];
}

function cellParts(cell: CellLines): Edit['parts'] {
  return cell.flatMap((place, at) => (at === 0 ? [place] : [' ', place]));
}
