// Tables of AsciiDoc: cells behind bars, in as many columns as the line above the table says, or its first line has.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import { isBlankLine } from '../markdown/source-lines.ts';
import { type BlockMeta, titleParts } from './asciidoc-meta.ts';
import { type BlockLine, gone, type MarkupPlace, marginOf } from './markup-lines.ts';
import { wordsBetween } from './ruled-tables.ts';
import { pipeTable } from './tables.ts';

/** The whole table, with what stands above it, as one with bars. */
export function asciidocTable(
  whole: readonly BlockLine[],
  inner: readonly BlockLine[],
  meta: BlockMeta,
  place: MarkupPlace,
): Edit {
  const { written, title, lines } = meta;
  const sign = whole[lines.length]?.text[0] ?? '|';
  const first = inner.findIndex((line) => !isBlankLine(line));
  const filled = inner.filter((line) => !isBlankLine(line));
  const cells = filled.map((line) => cellsOf(line, sign));
  const columns = columnsIn(written) ?? (cells[0]?.filter(({ isNew }) => isNew).length || 1);
  const joined: WrittenRange[][] = [];
  for (const { words, isNew, span } of cells.flat()) {
    if (isNew || joined.length === 0) joined.push([]);
    if (words) joined.at(-1)?.push(words);
    for (let more = 1; more < span; more += 1) joined.push([]);
  }
  const rows: WrittenRange[][][] = [];
  for (let at = 0; at < joined.length; at += columns) rows.push(joined.slice(at, at + columns));
  const next = inner[first + 1];
  const isNamed = first === 0 && next !== undefined && isBlankLine(next) && cells[0]?.length === columns;
  const hasHeader = /[%"',=]header/.test(written) || (isNamed && !/noheader/.test(written));
  const margin = marginOf(whole[0] as BlockLine, place);
  const lineEnd = `\n${place.margin}`;
  const caption = title ? [...titleParts(meta), lineEnd, lineEnd] : [];
  const edit = gone(whole, place);
  if (rows.length === 0) return { ...edit, parts: [margin, ...caption] };
  return {
    ...edit,
    parts: [margin, ...caption, ...pipeTable({ to: 0, rows, hasHeader }, lineEnd, undefined)],
  };
}

/** `cols="2,1,3"` and `cols=3*`, of so many at most. */
const mostColumns = 60;

function columnsIn(written: string): number | undefined {
  const [, quoted, bare] = /\bcols=(?:"([^"\n]*)"|([^,\]\n]*))/.exec(written) ?? [];
  const columns = (quoted ?? bare ?? '').split(/[,;]/).filter((part) => part.trim() !== '');
  const count = columns.reduce((sum, part) => sum + Number(/^\s*(\d{1,2})\*/.exec(part)?.[1] ?? 1), 0);
  return count > 0 && count <= mostColumns ? count : undefined;
}

interface CellPart {
  readonly words: WrittenRange | undefined;
  /** Else it goes on with the cell before. */
  readonly isNew: boolean;
  readonly span: number;
}

/** What a cell may have before its bar: `2+`, `a`, `^.>s`. */
const spec = /(?:^|\s)((?:(\d{1,2})(?:\.\d{1,2})?[+*])?(?:[<^>](?:\.[<^>])?|\.[<^>])?[aehlmsdv]?)$/;

function cellsOf(line: BlockLine, sign: string): readonly CellPart[] {
  const { text } = line;
  const bars = [...text].flatMap((letter, at) => (letter === sign && text[at - 1] !== '\\' ? [at] : []));
  if (sign !== '|') {
    const edges = [-1, ...bars, text.length];
    return edges
      .slice(1)
      .map((end, at) => ({ words: wordsBetween(line, (edges[at] ?? 0) + 1, end), isNew: true, span: 1 }));
  }
  const ends = [...bars, text.length].map((bar, at, all) => {
    const from = at === 0 ? 0 : (all[at - 1] ?? 0) + 1;
    const found = bar < text.length ? spec.exec(text.slice(Math.max(from, bar - 12), bar)) : null;
    return { from, to: bar - (found?.[1]?.length ?? 0), span: Number(found?.[2] ?? 1) };
  });
  return ends.flatMap(({ from, to }, at): CellPart[] => {
    const words = wordsBetween(line, from, to);
    if (at === 0) return words ? [{ words, isNew: false, span: 1 }] : [];
    return [{ words, isNew: true, span: Math.min(mostColumns, ends[at - 1]?.span ?? 1) }];
  });
}
