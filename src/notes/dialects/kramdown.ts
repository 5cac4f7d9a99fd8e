// What kramdown, MultiMarkdown and Pelican add to Markdown in lines of their own.
import { dropped, type Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';

export const kramdown: RegExp =
  /^[ \t>]*\{:|\{::|^\*\[|^\^[ \t]*$|^[ \t]*\[[^\]\r\n]*\][ \t]*$|\]\(\{(?:static|filename|attach)\}|<!--[ \t]*(?:more|truncate)[ \t]*-->/m;

const listItem = /^[ \t]*(?:[-*+]|\d+\.)[ \t]+\S/;
const contents = /^[ \t]*\{:[ \t]*toc\b[^{}\r\n]*\}[ \t]*$/;
const attributes = /^[ \t]*\{:[^{}\r\n]*\}[ \t]*$/;
const abbreviation = /^\*\[[^\]\r\n]+\]:[ \t]/;
/** Where a blog cuts its summary. */
const summaryEnd = /^[ \t]*<!--[ \t]*(?:more|truncate)[ \t]*-->[ \t]*$/;

/**
 * Left out: `{:toc}` with the item that it stands below, attributes below a table, `*[abbr]: …`, `{::comment}` and what it holds,
 * `^` that ends a block, and where Pelican looks for a file.
 */
export function kramdownEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const edits = [...commentEdits(lines), ...lines.flatMap((line, at) => lineEdits(lines, line, at))].sort(
    (a, b) => a.start - b.start,
  );
  let behind = 0;
  const made = edits.filter(({ start, end }) => {
    const isFree = start >= behind;
    if (isFree) behind = end;
    return isFree;
  });
  const text = lines.map((line) => line.text).join('');
  const first = made.find(({ start, end }) => abbreviation.test(text.slice(start, end)));
  if (first)
    report(
      'abbreviation',
      first.start,
      text.slice(first.start, first.start + text.slice(first.start).indexOf(']:') + 2),
    );
  for (const { start, end } of made.flatMap(dropped)) report('left out', start, text.slice(start, end));
  return made;
}

function lineEdits(lines: readonly TextLine[], line: TextLine, at: number): Edit[] {
  if (!line.isPlain) return [];
  const text = withoutLineEnd(line.text);
  const range = { start: line.start, end: line.start + text.length };
  const [before, next] = [lines[at - 1], lines[at + 1]];
  const isBelowRow = before?.isPlain === true && /^[ \t]*\|?.*\|/.test(before.text);
  const isContents = listItem.test(text) && contents.test(withoutLineEnd(next?.text ?? ''));
  if (isContents || contents.test(text)) return [{ ...range, parts: [] }];
  if (isBelowRow && attributes.test(text)) return [{ ...range, parts: [] }];
  if (abbreviation.test(text) || summaryEnd.test(text)) return [{ ...range, parts: [] }];
  if (/^\^[ \t]*$/.test(text)) return [{ ...range, parts: ['<!-- -->'] }];
  const caption =
    isBelowRow && (!next || isBlankLine(next)) ? captionEdit(text, line.start, lines) : undefined;
  if (caption) return [caption];
  return [...text.matchAll(/(?<=\]\()\{(?:static|filename|attach)\}/g)].map(({ 0: sign, index }) => {
    const start = line.start + index;
    return { start, end: start + sign.length, parts: [] };
  });
}

/** MultiMarkdown: `[Words]` right below a table are its caption. What is defined as a link is one. */
function captionEdit(text: string, start: number, lines: readonly TextLine[]): Edit | undefined {
  const match = /^[ \t]*\[(?<words>[^\]\r\n]*\s[^\]\r\n]*)\](?:\[[\w -]*\])?[ \t]*$/d.exec(text);
  const [from, to] = match?.indices?.groups?.words ?? [];
  if (from === undefined || to === undefined) return undefined;
  const definition = `[${text.slice(from, to)}]:`.toLowerCase();
  if (lines.some((line) => line.text.trimStart().toLowerCase().startsWith(definition))) return undefined;
  return { start, end: start + text.length, parts: ['\n: ', { start: start + from, end: start + to }] };
}

const comment = /\{::comment\}|\{:\/(?:comment)?\}/g;
const otherTag = /\{::(?!comment)[a-z]+(?:[ \t][^{}\r\n]*)?\}|\{:\/[a-z]*\}/g;

/** `{::comment}` … `{:/comment}` with what is between, and other tags of their kind alone. */
function commentEdits(lines: readonly TextLine[]): Edit[] {
  const edits: Edit[] = [];
  let open: number | undefined;
  for (const { text, start, isPlain } of lines) {
    if (!text.includes('{:') || (!isPlain && open === undefined)) continue;
    for (const { 0: sign, index } of text.matchAll(comment)) {
      if (sign === '{::comment}') open ??= start + index;
      else if (open !== undefined) {
        edits.push({ start: open, end: start + index + sign.length, parts: [] });
        open = undefined;
      }
    }
    for (const { 0: sign, index } of text.matchAll(otherTag))
      edits.push({ start: start + index, end: start + index + sign.length, parts: [] });
  }
  return edits.sort((a, b) => a.start - b.start);
}
