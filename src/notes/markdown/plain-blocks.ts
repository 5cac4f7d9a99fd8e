/** A line of the text, and what it begins with. Offsets count from its start. */
export interface PlainLine {
  readonly kind: 'dot' | 'dash' | 'markdown' | 'words';
  readonly text: string;
  /** Offset of the line in the text. */
  readonly start: number;
  /** Where its marker stands, and where its words begin; both the same for `words`. */
  readonly marker: number;
  readonly words: number;
  /** Columns before the marker. */
  readonly indent: number;
}

const begins = /^([ \t>]*)(?:([•◦▪▫‣⁃·–])([ \t\u00a0]+)(?=.*[\p{L}\p{N}])|(?:[-*+]|\d{1,9}[.)])[ \t])?/u;

/** Lines between blank ones, outside of code, formulas, raw HTML and front matter. */
export function plainBlocks(text: string, top: 'front matter' | 'text'): readonly (readonly PlainLine[])[] {
  const blocks: PlainLine[][] = [[]];
  let open: BlockEnd | undefined =
    top === 'front matter' && /^---[ \t]*[\r\n]/.test(text) ? isRule : undefined;
  let start = 0;
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const before = open;
    if (open === undefined) open = blockEndAfter(line);
    else if (start > 0 && open(line)) open = undefined;
    if (before !== undefined || open !== undefined || /^[\s>]*$/.test(line)) blocks.push([]);
    else blocks.at(-1)?.push(plainLine(line, start));
    start += line.length;
  }
  return blocks.filter((block) => block.length > 0);
}

function isRule(line: string): boolean {
  return /^(?:---|\.\.\.)[ \t]*$/.test(line.trimEnd());
}

function plainLine(text: string, start: number): PlainLine {
  const [all = '', before = '', marker, space = ''] = begins.exec(text) ?? [];
  const indent = columns(before);
  if (marker === undefined) {
    const kind = all.length > before.length ? 'markdown' : 'words';
    return { kind, text, start, marker: before.length, words: all.length, indent };
  }
  const words = before.length + marker.length + space.length;
  return { kind: marker === '–' ? 'dash' : 'dot', text, start, marker: before.length, words, indent };
}

/** Tabs go to the next multiple of four. */
function columns(space: string): number {
  let column = 0;
  for (const character of space) column = character === '\t' ? column + 4 - (column % 4) : column + 1;
  return column;
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

function isFenceEnd(line: string, delimiter: string): boolean {
  const bare = line.replace(/^[\s>]+/, '').trimEnd();
  return bare.startsWith(delimiter) && bare === (delimiter[0] as string).repeat(bare.length);
}
