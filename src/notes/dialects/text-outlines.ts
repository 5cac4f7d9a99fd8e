// What is indented in a text file: outlines, tables, verses and paragraphs that Markdown would take for code.
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, isBlankLine, type TextLine } from '../markdown/source-lines.ts';
import { isBelowItem, isItem } from './indented-lists.ts';
import { isVerse } from './verses.ts';

/** Columns from which Markdown takes lines for code. */
const codeIndent = 4;

/** `1.1 `, `a) `, `(iv) `, `3. `, `- `, `[ ] `: with what an item begins. */
const sign =
  /^(?:(\d{1,3}(?:\.\d{1,3}){1,4}\.?|\([a-z]\)|[a-z]\)|[a-zA-Z]\.|\(?[ivx]{1,5}\)|\(\d{1,3}\))|(\d{1,3}[.)])|([-*+•◦▪§]|o(?=\t))|(\[[ xX]\]))[ \t]+(?=\S)/;

/** Characters of a line of prose, and of one that heads it. */
const [wide, narrow] = [50, 40] as const;

/** Such files are text to the last line: other markups indent code. */
export function isBareText(text: string): boolean {
  return !/^(?:#{1,6} |\.\. \w|```|~~~|=+ \S)|::[ \t]*$/m.test(text);
}

export function textOutlineEdits(lines: readonly TextLine[]): Edit[] {
  const margin = marginHeads(lines);
  const labels = margin.size > 0 ? margin : labelsOf(lines);
  const edits: Edit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (labels.has(line)) edits.push(...headingEdits(line));
    const isOpen = labels.has(lines[at - 1] as TextLine) && indentOf(line.text) > 1;
    if (!isOpen && !opensBlock(lines, at)) continue;
    const end = blockEnd(lines, at);
    const block = lines.slice(at, end);
    const above = nearestAbove(lines, at);
    const isBelowHead = above !== undefined && margin.has(above);
    const isList = labels.has(lines[at - 1] as TextLine) || (isBelowHead && line.text.startsWith('\t'));
    if (isList || (!isBelowItem(lines, at) && !isCode(block, above?.text ?? '')))
      edits.push(...blockEdits(block, isList ? 'list' : 'text'));
    at = end - 1;
  }
  return edits;
}

/** Blocks with a name right above them that show an outline. */
const fewestLabels = 3;

/** Lines at the margin that name what is indented right below them, where there are several and something is nested; and those above tables. */
function labelsOf(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const isSetOff = (at: number): boolean =>
    at > 0 && isBlankLine(lines[at - 1] as TextLine) && isLabel(lines[at] as TextLine);
  const heads = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    if (!next?.isPlain || isBlankLine(next) || indentOf(next.text) < 2 || !isSetOff(at)) return [];
    const block = lines.slice(at + 1, blockEnd(lines, at + 1));
    // Markdown knows lists that are indented a little.
    const isOwn =
      indentOf(next.text) < codeIndent && block.some((one) => isColumns(one) || sign.test(one.text.trim()));
    return isOwn || isCode(block, line.text) || isVerse(block) ? [] : [{ line, block }];
  });
  const isOutline = heads.some(
    ({ block }) => isNested(block) || block.some(({ text }) => sign.test(text.trim())),
  );
  if (heads.length < fewestLabels || !isOutline) return new Set();
  const others = lines.filter((line, at) => {
    const [next, below, second] = lines.slice(at + 1, at + 4);
    const isAboveTable = [below, second].every((row) => row && isColumns(row));
    const isAboveProse = next !== undefined && indentOf(next.text) === 0 && next.text.trim().length >= wide;
    if (!next || !isSetOff(at)) return false;
    return isBlankLine(next)
      ? isAboveTable
      : isAboveProse && !/[:：]./u.test(line.text.trim()) && line.text.length <= narrow;
  });
  return new Set([...heads.map(({ line }) => line), ...others]);
}

/** Heads at the margin that make an outline, lines below most of them, and letters of the longest. */
const outline = { heads: 2, lines: 3, letters: 110 } as const;

/**
 * Lines at the margin of an outline with blank lines between: what stands below each is set in, most of them have several
 * lines below, and some of these lines stand deeper. Where they have one each, they are items with a remark.
 */
function marginHeads(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const heads = lines.flatMap((line, at) => {
    if (isBlankLine(line) || indentOf(line.text) > 1) return [];
    let next = at + 1;
    while (lines[next] && isBlankLine(lines[next] as TextLine)) next += 1;
    const below = lines[next];
    const isAbove = below !== undefined && indentOf(below.text) >= codeIndent;
    return [{ line, block: isAbove ? lines.slice(next, blockEnd(lines, next)) : [] }];
  });
  // What stands above the first of them names the notes.
  const found = heads.slice(heads[0]?.block.length === 0 ? 1 : 0);
  const amounts = found.map(({ block }) => block.filter((line) => !isBlankLine(line)).length);
  const isOutline =
    found.length >= outline.heads &&
    amounts.every((amount) => amount > 0) &&
    amounts.filter((amount) => amount >= outline.lines).length * 2 > found.length &&
    found.every(({ line, block }) => isHead(line) && !isMostlyCode(block)) &&
    found.some(({ block }) => isNested(block));
  return new Set(isOutline ? found.map(({ line }) => line) : []);
}

function isHead({ text, isPlain }: TextLine): boolean {
  const words = text.trim();
  return (
    isPlain &&
    words.length <= outline.letters &&
    /\p{L}/u.test(words) &&
    !/[.!,;。]$/u.test(words) &&
    !isItem(words)
  );
}

function isMostlyCode(block: readonly TextLine[]): boolean {
  const full = block.filter((line) => !isBlankLine(line));
  return full.filter(({ text }) => surely.test(text)).length * 3 > full.length;
}

function isNested(block: readonly TextLine[]): boolean {
  return new Set(block.filter((line) => !isBlankLine(line)).map(({ text }) => indentOf(text))).size > 1;
}

function isLabel({ text, isPlain }: TextLine): boolean {
  const words = text.trim();
  return (
    isPlain &&
    indentOf(text) === 0 &&
    words.length <= 60 &&
    /^[\p{Lu}\p{Lo}\p{N}].*\p{L}/u.test(words) &&
    !/[.!,;。]$|\t| {2}/u.test(words) &&
    !isItem(words)
  );
}

/** Cells that two spaces part. */
function isColumns({ text }: TextLine): boolean {
  return /\S {2,}\S/.test(text.trim()) && !sign.test(text.trim());
}

/** Lines that Markdown takes for code, lists of a label, or numbers of an outline that are indented at all. */
function opensBlock(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at] as TextLine;
  if (!line.isPlain || isBlankLine(line) || indentOf(line.text) === 0) return false;
  const [above, next] = [lines[at - 1], lines[at + 1]];
  if (isOutlineNumber(line) && next !== undefined && isOutlineNumber(next)) return true;
  if (indentOf(line.text) < codeIndent) return false;
  return above === undefined || isBlankLine(above) || !above.isPlain || above.text.startsWith('#');
}

function isOutlineNumber({ text }: TextLine): boolean {
  return /^[ \t]+(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?) +\p{L}/u.test(text);
}

/** Behind the last line that is indented as far, blank lines between them. */
function blockEnd(lines: readonly TextLine[], from: number): number {
  const least = Math.min(indentOf((lines[from] as TextLine).text), codeIndent);
  let end = from + 1;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] as TextLine;
    if (isBlankLine(line)) continue;
    if (!line.isPlain || indentOf(line.text) < least) break;
    end = at + 1;
  }
  return end;
}

function nearestAbove(lines: readonly TextLine[], at: number): TextLine | undefined {
  let above = at - 1;
  while (lines[above] && isBlankLine(lines[above] as TextLine)) above -= 1;
  return lines[above];
}

const namesCode =
  /\b(?:code|commands?|script|run|config\w*|shell|terminal|output|listing|function|program\w*|syntax|Befehl\w*|Ausgabe|Quelltext)\b[^:]{0,80}[:：]\s*$/i;
const surely =
  /[{}]|[=)]\s*;\s*$|^\s*[$%>] \S|=>|\(\)|[!=]=|\w::\w|<\/?[a-z][^<>]*>|^\s*(?:#include|import \w+|from \w+ import|def \w|class \w+[:(]|sudo |git \w+ |npm \w+|pip install|\/\/ |\/\*)/;
const perhaps = /^\s*(?:[\w.]+\(.*\)|[\w.[\]]+ ?=[^=].*|[\w-]+:(?: \S+)?|[^\p{L}]*|\w*_\w*.*)\s*$/u;

/** Signs of code in a line, or half of the lines look like nothing else. */
function isCode(block: readonly TextLine[], above: string): boolean {
  const full = block.filter((line) => !isBlankLine(line)).map(({ text }) => text);
  if (namesCode.test(above.trim()) || full.some((text) => surely.test(text))) return true;
  const likely = full.filter((text) => perhaps.test(text) && !sign.test(text.trim())).length;
  return likely * 2 > full.length || (likely > 0 && full.length === 1);
}

/** Tables and verses stand for themselves between blank lines, all else is an outline where it has signs or is nested. */
function blockEdits(block: readonly TextLine[], kind: 'list' | 'text'): Edit[] {
  const runs: TextLine[][] = [[]];
  for (const line of block) {
    if (isBlankLine(line)) runs.push([]);
    else runs.at(-1)?.push(line);
  }
  const isTabbed = block[0]?.text.startsWith('\t') === true;
  const hasSigns = block.some(({ text }) => sign.test(text.trim()));
  const apart = runs.filter((run) => run.length > 0 && !isTabbed && (isTable(run) || isVerse(run)));
  const isApart = new Set(apart.flat());
  const rest = block.filter((line) => !isApart.has(line));
  const indents = new Set(rest.filter((line) => !isBlankLine(line)).map(({ text }) => indentOf(text)));
  const isOutline = hasSigns || kind === 'list' || indents.size > 1;
  const edits = [
    ...apart.flatMap((run) => (isTable(run) ? dedented(run) : run.flatMap((line) => dedented([line])))),
    ...(isOutline ? nestedItems(rest, isTabbed) : rest.flatMap((line) => dedented([line]))),
  ];
  return edits.sort((a, b) => a.start - b.start);
}

function isTable(run: readonly TextLine[]): boolean {
  return run.length > 1 && run.every(isColumns) && !isVerse(run);
}

function dedented(run: readonly TextLine[]): Edit[] {
  const margin = Math.min(...run.filter((line) => !isBlankLine(line)).map(({ text }) => indentOf(text)));
  return run.flatMap(({ text, start }) => {
    const space = /^[ \t]*/.exec(text)?.[0] ?? '';
    if (text.trim() === '' || space === '') return [];
    return [{ start, end: start + space.length, parts: [' '.repeat(indentOf(text) - margin)] }];
  });
}

/** A colon that leads to what is below is no part of a heading. */
function headingEdits({ start, text }: TextLine): Edit[] {
  const end = start + text.trimEnd().length;
  const from = /[:：]\s*$/u.test(text) ? end - 1 : end;
  return [
    { start, end: start, parts: ['## '] },
    { start: from, end, parts: ['\n'] },
  ];
}

interface OpenItem {
  readonly indent: number;
  /** Where its words stand in the notes, and in the list it becomes. */
  readonly words: number;
  readonly content: number;
}

/** Every line an item below the one that stands less far in, but for lines that go on where the words of their item begin. */
function nestedItems(lines: readonly TextLine[], isTabbed: boolean): Edit[] {
  const open: OpenItem[] = [];
  let last: string | undefined;
  return lines.flatMap(({ text, start }): Edit[] => {
    const words = text.trim();
    if (words === '') {
      last = undefined;
      return [];
    }
    const indent = indentOf(text);
    const space = /^[ \t]*/.exec(text)?.[0].length ?? 0;
    const [mark = '', , number, bullet] = sign.exec(words) ?? [];
    const above = open.at(-1);
    if (
      mark === '' &&
      !isTabbed &&
      above &&
      indent > above.indent &&
      indent <= above.words + 4 &&
      above.words > above.indent
    )
      return [{ start, end: start + space, parts: [' '.repeat(above.content)] }];
    const isWrapped =
      !isTabbed &&
      mark === '' &&
      above?.indent === indent &&
      (last?.length ?? 0) >= 50 &&
      /^\p{Ll}/u.test(words);
    last = words;
    if (isWrapped && above) return [{ start, end: start + space, parts: [' '.repeat(above.content)] }];
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const lead = ' '.repeat(open.at(-1)?.content ?? 0);
    const own = mark.trimEnd();
    const written = { start: start + space, end: start + space + own.length };
    const parts =
      number !== undefined
        ? [lead, written, ' ']
        : bullet !== undefined || mark === ''
          ? [`${lead}- `]
          : [`${lead}- `, written, ' '];
    const content = lead.length + (number === undefined ? 2 : own.length + 1);
    open.push({ indent, words: indent + mark.length, content });
    return [{ start, end: start + space + mark.length, parts }];
  });
}
