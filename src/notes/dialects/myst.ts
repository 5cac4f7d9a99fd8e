// What MyST writes that no other dialect does: tables as lists, the place of a table of contents, lines of comment.
import { dropped, type Edit, type WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { countWhile, optionLines, placeOf, type Report } from './container.ts';

/** A label, a role or a directive: without one of them `%` begins no comment. */
export const myst: RegExp =
  /^\([\w:.-]{1,200}\)=[ \t]*$|^[ \t>]*(?:`{3,}|~{3,}|:{3,})\{(?:admonition|note|tip|warning|figure|math|contents|tableofcontents|toctree|list-table|code-block|code-cell|dropdown|prf:[a-z]+)\}|\{(?:ref|numref|eq|doc|cite|cite:[a-z]+|prf:ref)\}`/m;

const opening =
  /^([ \t>]*)(`{3,}|~{3,}|:{3,})[ \t]*\{(contents|tableofcontents|list-table)\}[ \t]*(?<title>[^\r\n]*?)[ \t]*$/d;

export function mystEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const text = lines.map((line) => line.text).join('');
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    const match = opening.exec(withoutLineEnd(line.text));
    const [, margin = '', fence = '', name] = match ?? [];
    const to = match
      ? at + 1 + countWhile(lines, at + 1, (next) => next.text.slice(margin.length).trim() !== fence)
      : at;
    const last = lines[to];
    if (match && last && to > at) {
      const edit = { start: line.start + margin.length, end: last.start + withoutLineEnd(last.text).length };
      const parts =
        name === 'list-table' ? tableOf(lines.slice(at + 1, to), margin, placeOf(match, line)) : [];
      if (parts) edits.push({ ...edit, parts });
      else report('unknown directive', line.start, `{${name}}`);
      at = to;
    } else if (line.isPlain && /^ {0,3}%(?!%)/.test(line.text))
      edits.push({ start: line.start, end: line.start + withoutLineEnd(line.text).length, parts: [] });
  }
  for (const { start, end } of edits.flatMap(dropped)) report('left out', start, text.slice(start, end));
  return edits;
}

type ListedCell = readonly WrittenRange[];

/** The rows of `* - cell` and `  - cell` as a table with its caption; undefined where they are not. */
function tableOf(
  lines: readonly TextLine[],
  margin: string,
  title: WrittenRange | undefined,
): Edit['parts'] | undefined {
  const options = optionLines(lines, 0);
  const rows = rowsOf(lines.slice(options), margin.length);
  const width = Math.max(0, ...(rows ?? []).map(({ length }) => length));
  if (!rows || rows.length === 0 || width === 0) return undefined;
  const heads = lines
    .slice(0, options)
    .flatMap(({ text }) => /:header-rows:[ \t]*(\d)/.exec(text)?.[1] ?? []);
  const lineOf = (row: readonly ListedCell[]): Edit['parts'] =>
    Array.from({ length: width }, (_, at) => row[at] ?? []).flatMap((cell) => [
      '| ',
      ...partsOf(cell, lines),
      ' ',
    ]);
  const end = `|\n${margin}`;
  const [first = [], ...others] = heads[0] === '0' || heads.length === 0 ? [[], ...rows] : rows;
  return [
    ...lineOf(first),
    `${end}${'|---'.repeat(width)}${end}`,
    ...others.flatMap((row) => [...lineOf(row), end]),
    ...(title ? [`\n${margin}: `, title, `\n${margin}`] : []),
  ];
}

function rowsOf(lines: readonly TextLine[], margin: number): readonly (readonly ListedCell[])[] | undefined {
  const rows: WrittenRange[][][] = [];
  for (const line of lines) {
    if (isBlankLine({ text: line.text.slice(margin) })) continue;
    const text = withoutLineEnd(line.text);
    const first = /^(?:[ \t>]*)[*+-][ \t]+[*+-](?:[ \t]+(?<title>\S.*))?$/d.exec(text);
    const next = first ? null : /^(?:[ \t>]+)[*+-](?:[ \t]+(?<title>\S.*))?$/d.exec(text);
    const more = /^(?:[ \t>]+)(?<title>\S.*)$/d.exec(text);
    if (first) rows.push([]);
    const row = rows.at(-1);
    const place = placeOf(first ?? next ?? more, line);
    if (!row || !(first ?? next ?? more)) return undefined;
    if (first || next) row.push(place ? [place] : []);
    else if (place) row.at(-1)?.push(place);
  }
  return rows;
}

/** The words of a cell, in which a bar ends nothing. */
function partsOf(cell: ListedCell, lines: readonly TextLine[]): Edit['parts'] {
  return cell.flatMap((range, index) => {
    const line = lines.find(({ start, text }) => start <= range.start && range.end <= start + text.length);
    const bars = [...(line?.text ?? '').matchAll(/(?<!\\)\|/g)]
      .map(({ index }) => (line?.start ?? 0) + index)
      .filter((bar) => bar >= range.start && bar < range.end);
    const starts = [range.start, ...bars];
    return [
      ...(index > 0 ? [' '] : []),
      ...starts.flatMap((start, at) => [...(at > 0 ? ['\\'] : []), { start, end: bars[at] ?? range.end }]),
    ];
  });
}
