// The lines of a text before Markdown is read, with what only their neighbours tell: whether they are text at all.

/** What a text may begin with. */
export type TextTop = 'front matter' | 'text';

export interface TextLine {
  /** With its line end. */
  readonly text: string;
  /** Offset in the text. */
  readonly start: number;
  /** Not within code, a formula, raw HTML, a comment or front matter, and opening none of them. */
  readonly isPlain: boolean;
}

/** Every line, in order. */
export function textLines(text: string, top: TextTop): readonly TextLine[] {
  const lines: TextLine[] = [];
  let open: BlockEnd | undefined =
    top === 'front matter' && /^---[ \t]*[\r\n]/.test(text) ? isRule : undefined;
  let start = 0;
  const written = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const underlines = text.includes('~~~') ? tildeUnderlines(written) : undefined;
  for (const [at, line] of written.entries()) {
    const before = open;
    if (open === undefined) open = underlines?.has(at) ? undefined : blockEndAfter(line);
    else if (start > 0 && open(line)) open = undefined;
    lines.push({ text: line, start, isPlain: before === undefined && open === undefined });
    start += line.length;
  }
  return lines;
}

/**
 * Rows of tildes that underline the line above, by number, and open no code: they are as long as its words, and
 * behind them no row is left over that would close it.
 */
function tildeUnderlines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let others = 0;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const row = /^~{3,}/.exec(lines[at] ?? '')?.[0];
    if (row === undefined) continue;
    const words = lines[at - 1]?.trimEnd() ?? '';
    const isBelowWords = (lines[at - 2] ?? '').trim() === '' && /^[^\s~`#>|*+-].*[^:.,;]$/.test(words);
    const isAsLong = Math.abs(row.length - words.length) <= 1 && row === lines[at]?.trimEnd();
    if (!isBelowWords || !isAsLong) others += 1;
    else if (others % 2 === 0) found.add(at);
    else others = 0;
  }
  return found;
}

function isRule(line: string): boolean {
  return /^(?:---|\.\.\.)[ \t]*$/.test(line.trimEnd());
}

/** Says whether a line ends what is open. */
type BlockEnd = (line: string) => boolean;

const fence = /^[\s>*+\-\d.)]*?(`{3,}(?=[^`]*$)|~{3,}|\${2,}(?=[^$]*$))/;
const rawHtml = /^\s{0,3}<(script|pre|style|textarea)\b/i;

/** What ends the block that a line opens and that runs on: code, a formula, raw HTML, a comment. */
function blockEndAfter(line: string): BlockEnd | undefined {
  const delimiter = fence.exec(line.trimEnd())?.[1];
  if (delimiter !== undefined) return (next) => isFenceEnd(next, delimiter);
  const tag = rawHtml.exec(line)?.[1]?.toLowerCase();
  if (tag !== undefined && !line.includes(`</${tag}`))
    return (next) => next.toLowerCase().includes(`</${tag}`);
  const comment = line.lastIndexOf('<!--');
  return comment !== -1 && !line.includes('-->', comment) ? (next) => next.includes('-->') : undefined;
}

/** What formulas of other tools are called, behind their end. */
const label = /[ \t]+(?:\([^\s()]+\)|\{#[^\s{}]+\})\s*$/;

function isFenceEnd(line: string, delimiter: string): boolean {
  const bare = line
    .replace(/^[\s>]+/, '')
    .replace(delimiter.startsWith('$') ? label : '', '')
    .trimEnd();
  return bare.startsWith(delimiter) && bare === (delimiter[0] as string).repeat(bare.length);
}

/** The line without its line end. */
export function withoutLineEnd(text: string): string {
  return text.replace(/(?:\r\n|\r|\n)$/, '');
}

export function isBlankLine({ text }: Pick<TextLine, 'text'>): boolean {
  return text.trim() === '';
}

/** Columns of white space before the words of a line. */
export function indentOf(text: string): number {
  return columnsOf(/^[ \t]*/.exec(text)?.[0] ?? '');
}

/** Columns that white space takes. Tabs go to the next multiple of four. */
export function columnsOf(space: string): number {
  let column = 0;
  for (const character of space) column = character === '\t' ? column + 4 - (column % 4) : column + 1;
  return column;
}

/** Characters of the white space a text begins with that take so many columns at most. */
export function leadingSpace(text: string, columns: number): number {
  const space = /^[ \t]*/.exec(text)?.[0] ?? '';
  let length = 0;
  while (length < space.length && columnsOf(space.slice(0, length + 1)) <= columns) length += 1;
  return length;
}
