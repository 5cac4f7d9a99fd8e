// The source of a document in reStructuredText, line by line: titles, lists, fields, quotations, code and directives
// become Markdown's. Within the lines its signs stay (`restructured-words.ts`).
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, textLines, withoutLineEnd } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';
import {
  type BlockLine,
  begun,
  blockEnd,
  codeEdits,
  dedented,
  gone,
  innerLines,
  type MarkupBlock,
  marginOf,
  type ReadInside,
} from './markup-lines.ts';
import { explicitBlock, lastNote, type NotedPlace } from './restructured-directives.ts';
import { gridTable, ruledTable } from './ruled-tables.ts';
import { pipeTable } from './tables.ts';

const row = /^([!-/:-@[-`{-~])\1{2,}[ \t]*$|^([-=~^"*+#])\2[ \t]*$/;

/** What no other markup has. */
const ownSigns: readonly RegExp[] = [
  /^\.\. (?:[a-z][\w-]*(?::[a-z][\w-]*)?::(?=\s)|_[^:\n]+:|\[[^\]\n]+\][ \t]|\|[^|\n]+\|[ \t])/m,
  /`[^`<\n]{1,200} <[^<>\n]{1,300}>`__?(?!\w)|(?<![\w:]):[a-z][\w-]{1,30}(?::[a-z][\w-]{1,30})?:`[^`\n]+`|\[(?:\d+|#\w*)\]_(?!\w)/,
];

/** What stands in plain text as well. */
const otherSigns: readonly RegExp[] = [
  /^([=~^"*+#-])\1{2,}[ \t]*\r?\n[ \t]*\S.*\r?\n\1{3,}[ \t]*$/m,
  /^\S.*\S\r?\n(?<sign>[=~^"*+#-])\k<sign>{2,}[ \t]*$/m,
  /^:[A-Z][\w ]{0,28}:[ \t]+\S/m,
  /::[ \t]*\r?\n[ \t]*\r?\n[ \t]+\S/,
  /^\.\.[ \t]*\r?\n[ \t]+\S/m,
];

/** A sign of its own and another one, or three of the others; and nothing of Markdown's. */
export function isRestructured(text: string): boolean {
  if (!/^(?:\.\.|:[A-Z]|([=~^"*+#-])\1{2})/m.test(text)) return false;
  if (/^ {0,3}#{1,6}[ \t]+[^#\s]|^`{3}|^(?<![\s\S])---[ \t]*\r?$/m.test(text)) return false;
  const own = ownSigns.filter((sign) => sign.test(text)).length;
  const others = otherSigns.filter((sign) => sign.test(text)).length;
  return (own > 0 && own + others > 1) || others > 2;
}

interface Document extends NotedPlace {
  /** The signs that titles are underlined with, in the order in which they come up. */
  readonly levels: string[];
}

export function restructuredBlocks(text: string, report: Report): Edit[] {
  const lines = textLines(text, 'text').map((line): BlockLine => {
    const bare = withoutLineEnd(line.text);
    return { text: bare, start: line.start, isPlain: true, from: line.start, isFirst: false };
  });
  return blockEdits(lines, { margin: '', depth: 0, report, levels: [], notes: { last: lastNote(text) } });
}

/** Blocks in blocks that are read; what is deeper stays as it is written. */
const deepest = 12;

function blockEdits(lines: readonly BlockLine[], place: Document): Edit[] {
  const edits: Edit[] = [];
  const inside = (inner: readonly BlockLine[], margin: string): Edit[] =>
    blockEdits(inner, { ...place, margin, depth: place.depth + 1 });
  for (let at = 0; at < lines.length; ) {
    const block = blockAt(lines, at, place, inside);
    edits.push(...block.edits);
    at = Math.max(block.to, at + 1);
  }
  return edits;
}

function blockAt(lines: readonly BlockLine[], at: number, place: Document, inside: ReadInside): MarkupBlock {
  const line = lines[at] as BlockLine;
  if (isBlankLine(line) || place.depth > deepest)
    return { to: at + 1, edits: begun(line, isBlankLine(line) ? line.text.length : 0, place) };
  return (
    titleAt(lines, at, place) ??
    transitionAt(lines, at, place) ??
    tableAt(lines, at, place) ??
    explicitBlock(lines, at, place, inside) ??
    fieldAt(lines, at, place, inside) ??
    itemAt(lines, at, place, inside) ??
    doctestAt(lines, at, place) ??
    lineBlockAt(lines, at, place) ??
    indentedAt(lines, at, place, inside) ??
    definitionAt(lines, at, place, inside) ??
    paragraphAt(lines, at, place)
  );
}

function isBlank(line: BlockLine | undefined): boolean {
  return line === undefined || isBlankLine(line);
}

/** A row of signs below a title, or above and below it. */
function titleAt(lines: readonly BlockLine[], at: number, place: Document): MarkupBlock | undefined {
  if (place.depth > 0 || !isBlank(lines[at - 1])) return undefined;
  const first = (lines[at]?.text ?? '').trimEnd();
  const isOver = row.test(first);
  const words = lines[at + (isOver ? 1 : 0)];
  const under = lines[at + (isOver ? 2 : 1)];
  const sign = under?.text.trimEnd() ?? '';
  if (!words || !under || isBlankLine(words) || row.test(words.text.trim()) || !row.test(sign))
    return undefined;
  if (isOver ? sign !== first : /^\s/.test(words.text)) return undefined;
  const isLong = sign.length >= words.text.trim().length - 2 || sign.length > 3;
  if (!isLong || words.text.startsWith('.. ')) return undefined;
  const style = `${isOver ? 'over ' : ''}${sign[0]}`;
  if (!place.levels.includes(style)) place.levels.push(style);
  const signs = '#'.repeat(Math.min(6, place.levels.indexOf(style) + 1));
  const heading = begun(words, words.text.search(/\S/), place, `${signs} `);
  const edits = isOver ? [gone([lines[at] as BlockLine], place), ...heading] : heading;
  return { to: at + (isOver ? 3 : 2), edits: [...edits, gone([under], place)] };
}

/** A row between blank lines. */
function transitionAt(lines: readonly BlockLine[], at: number, place: Document): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  const isRule = row.test(line.text) && line.text.trimEnd().length > 3;
  if (!isRule || !isBlank(lines[at - 1]) || !isBlank(lines[at + 1])) return undefined;
  return { to: at + 1, edits: begun(line, line.text.length, place, '---') };
}

function tableAt(lines: readonly BlockLine[], at: number, place: Document): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  if (!/^[+=]/.test(line.text)) return undefined;
  const table = gridTable(lines, at) ?? ruledTable(lines, at);
  const last = lines[table?.to ?? -1];
  if (!table || !last) return undefined;
  const parts = pipeTable(table, `\n${place.margin}`, undefined);
  const end = last.start + last.text.length;
  return { to: table.to + 1, edits: [{ start: line.from, end, parts: [marginOf(line, place), ...parts] }] };
}

const field = /^:(?![:\s])((?:\\.|[^:\\`]){1,60}):(?:[ \t]+|$)/;

/** `:Author: Ida Falk`: below the title a line of it, elsewhere an item. */
function fieldAt(
  lines: readonly BlockLine[],
  at: number,
  place: Document,
  inside: ReadInside,
): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  const [sign = '', name = ''] = field.exec(line.text) ?? [];
  if (sign === '') return undefined;
  const to = blockEnd(lines, at + 1);
  const below = lines.slice(at + 1, to);
  const key = { start: line.start + 1, end: line.start + 1 + name.length };
  const isOfTitle = place.depth === 0 && isAtTop(lines, at) && !below.some(isBlankLine);
  if (isOfTitle) {
    const value = below.flatMap((more) => begun(more, indentLength(more.text), place, '  '));
    const end = (lines[to - 1] as BlockLine).start + (lines[to - 1] as BlockLine).text.length;
    const lineEnd = field.test(lines[to]?.text ?? '') ? [{ start: end, end, parts: ['  '] }] : [];
    return { to, edits: [...begun(line, sign.length, place, key, ': '), ...value, ...lineEnd] };
  }
  const marker = begun(line, sign.length, place, '- **', key, ':** ');
  const margin = `${place.margin}  `;
  return { to, edits: [...marker, ...inside(innerLines(line, sign.length, below), margin)] };
}

/** Lines that a title and its fields have at most. */
const longestTop = 60;

/** Nothing but a title, fields and what is not shown stands above. */
function isAtTop(lines: readonly BlockLine[], at: number): boolean {
  if (at > longestTop) return false;
  return lines.slice(0, at).every(({ text }, index) => {
    const isTitle = row.test(lines[index + 1]?.text ?? '') && isBlank(lines[index + 2]);
    return text.trim() === '' || isTitle || row.test(text) || field.test(text) || /^(?:\.\.|\s)/.test(text);
  });
}

const bullet = /^[-*+•‣⁃](?:[ \t]+(?=\S)|$)/;
const numbered = /^\(?(?:(\d{1,9}|#)|[A-Za-z]|[ivxlc]{2,5}|[IVXLC]{2,5})[.)][ \t]+(?=\S)/;

function itemAt(
  lines: readonly BlockLine[],
  at: number,
  place: Document,
  inside: ReadInside,
): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  const [dot] = bullet.exec(line.text) ?? [];
  const [sign = dot ?? '', number] = numbered.exec(line.text) ?? [];
  if (sign === '' || row.test(line.text)) return undefined;
  const next = lines[at + 1];
  const isList =
    dot !== undefined || isBlank(next) || /^\s/.test(next?.text ?? '') || numbered.test(next?.text ?? '');
  if (!isList) return undefined;
  const to = blockEnd(lines, at + 1);
  const written = number === undefined ? sign : `${number === '#' ? 1 : number}. `;
  const marker = dot === undefined ? written : '- ';
  const margin = place.margin + ' '.repeat(marker.length);
  const inner = innerLines(line, sign.length, lines.slice(at + 1, to), sign.length);
  return { to, edits: [...begun(line, sign.length, place, marker), ...inside(inner, margin)] };
}

function indentLength(text: string): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** `>>> 1 + 1`, up to a blank line. */
function doctestAt(lines: readonly BlockLine[], at: number, place: Document): MarkupBlock | undefined {
  if (!/^>>> /.test(lines[at]?.text ?? '')) return undefined;
  const to = paragraphEnd(lines, at);
  return { to, edits: codeEdits(lines.slice(at, to), 'python', place) };
}

/** `| a line of a verse` stays a line. */
function lineBlockAt(lines: readonly BlockLine[], at: number, place: Document): MarkupBlock | undefined {
  const sign = /^\|(?:[ \t]+|$)(?!.*\|\s*$)/;
  let to = at;
  while (sign.test(lines[to]?.text ?? '')) to += 1;
  if (to === at) return undefined;
  const edits = lines.slice(at, to).flatMap((line, index): Edit[] => {
    const end = line.start + line.text.length;
    const isLast = index === to - at - 1 || /^\|\s*$/.test(lines[at + index + 1]?.text ?? '');
    const length = sign.exec(line.text)?.[0].length ?? 0;
    return [
      ...begun(line, length, place),
      ...(isLast || length === line.text.length ? [] : [{ start: end, end, parts: ['\\'] }]),
    ];
  });
  return { to, edits };
}

/** A quotation, unless it is a list that is set in, or an answer. */
function indentedAt(
  lines: readonly BlockLine[],
  at: number,
  place: Document,
  inside: ReadInside,
): MarkupBlock | undefined {
  const line = lines[at] as BlockLine;
  if (!/^[ \t]/.test(line.text)) return undefined;
  const to = blockEnd(lines, at);
  const block = dedented(lines.slice(at, to));
  const isList = bullet.test(block[0]?.text ?? '') || numbered.test(block[0]?.text ?? '');
  const source = sourceOf(block);
  const isSaid = /^[“"„«]/.test(block[0]?.text ?? '') || indentOf(line.text) > 2;
  const isQuote = !isList && (source !== undefined || (isSaid && !isBelowQuestion(lines, at)));
  if (!isQuote) return { to, edits: inside(block, place.margin) };
  const margin = `${place.margin}> `;
  if (source === undefined) return { to, edits: inside(block, margin) };
  const [last, sign] = source;
  const said = inside(block.slice(0, -1), margin);
  return { to, edits: [...said, ...begun(last, sign, { ...place, margin }, '— ')] };
}

function isBelowQuestion(lines: readonly BlockLine[], at: number): boolean {
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above])) above -= 1;
  return /\?["”*]*\s*$|^\*\*Q\b/.test(lines[above]?.text ?? '');
}

/** `-- Ida Falk` below a quotation. */
function sourceOf(block: readonly BlockLine[]): readonly [line: BlockLine, sign: number] | undefined {
  const last = block.at(-1);
  const sign = /^(?:---?|—)[ \t]*(?=\S)/.exec(last?.text ?? '')?.[0].length;
  return last && sign && block.length > 1 && isBlank(block.at(-2)) ? [last, sign] : undefined;
}

/** A term, and below it, set in, what it means. */
function definitionAt(
  lines: readonly BlockLine[],
  at: number,
  place: Document,
  inside: ReadInside,
): MarkupBlock | undefined {
  const [line, next] = [lines[at] as BlockLine, lines[at + 1]];
  if (isBlank(next) || !/^[ \t]/.test(next?.text ?? '') || /::\s*$/.test(line.text)) return undefined;
  const to = blockEnd(lines, at + 1);
  const [first, ...others] = dedented(lines.slice(at + 1, to));
  if (!first) return undefined;
  const sign = { start: first.from, end: first.start, parts: [`${place.margin}: `] };
  const inner = [{ ...first, from: first.start, isFirst: true }, ...others];
  return { to, edits: [...begun(line, 0, place), sign, ...inside(inner, `${place.margin}  `)] };
}

function paragraphEnd(lines: readonly BlockLine[], at: number): number {
  let to = at + 1;
  while (!isBlank(lines[to])) to += 1;
  return to;
}

/** Words; with `::` at their end, what is set in below them is code. */
function paragraphAt(lines: readonly BlockLine[], at: number, place: Document): MarkupBlock {
  const to = paragraphEnd(lines, at);
  const words = lines.slice(at, to).flatMap((line) => {
    const length = indentLength(line.text);
    const isSign = /^\s*(?:#{1,6}\s|>|`{3}[^`]*$|~{3})/.test(line.text);
    return begun(line, length, place, ...(isSign ? ['\\'] : []));
  });
  const last = lines[to - 1] as BlockLine;
  if (!/::[ \t]*$/.test(last.text)) return { to, edits: words };
  let from = to;
  while (from < lines.length && isBlank(lines[from])) from += 1;
  const end = blockEnd(lines, from);
  if (end === from) return { to, edits: words };
  const stop = last.start + last.text.trimEnd().length;
  const start = /(?:^|[ \t])::[ \t]*$/.test(last.text) ? stop - 2 : stop - 1;
  const colon = { start, end: stop, parts: [] };
  const gap = lines.slice(to, from).flatMap((line) => begun(line, line.text.length, place));
  return {
    to: end,
    edits: [...words, colon, ...gap, ...codeEdits(dedented(lines.slice(from, end)), '', place)],
  };
}
