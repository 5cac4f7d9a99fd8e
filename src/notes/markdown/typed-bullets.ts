// Bullets that are typed or pasted as markers of print (`• words`) are lists to anybody but Markdown:
// they become `- words` before it is read, so that it nests them as it nests its own.

import { type Edit, type Rewritten, rewrite } from './rewritten-text.ts';
import { columnsOf, type TextTop, textLines } from './source-lines.ts';

/** The same text with `- ` in place of markers that begin the items of a list. */
export function typedBullets(text: string, top: TextTop): Rewritten {
  if (!signs.test(text)) return rewrite(text, []);
  const blocks = plainBlocks(text, top);
  const found = listedLines(blocks);
  const bullets = found.map(({ start, marker, words, nesting, box }) => ({
    start: start + marker,
    end: start + words,
    parts: [`${'  '.repeat(nesting)}- ${box ?? ''}`],
  }));
  const isBullet = new Set(found);
  const numbers = blocks.flatMap((block) => numbersBelowBullets(block, isBullet));
  return rewrite(
    text,
    [...bullets, ...numbers].sort((a, b) => a.start - b.start),
  );
}

/** Word sets numbers below a bullet at the margin, too: `1.` and a tab, counted up from one. */
function numbersBelowBullets(block: LineGroup, bullets: ReadonlySet<PlainLine>): Edit[] {
  let above: PlainLine | undefined;
  let next = 1;
  return block.flatMap((line): Edit[] => {
    if (bullets.has(line)) [above, next] = [line, 1];
    const isNext = above?.indent === 0 && line.indent === 0 && line.text.startsWith(`${next}.\t`);
    if (!isNext || !above) {
      if (!bullets.has(line)) above = undefined;
      return [];
    }
    next += 1;
    return [{ start: line.start, end: line.start, parts: ['  '.repeat(above.nesting + 1)] }];
  });
}

/** Signs of print and of word processors, whose fonts have some in the private use of Unicode. */
const signs = /[•◦▪▫‣⁃·・–➢❖▶►▸▾▼☐☑☒\uf0a7\uf0b7\uf0d8\uf0fc]|^[ \t>]*(?:[o§][\t\u00a0]|[ \t]{2}o )/m;

// Which lines that begin with a bullet of print are items of a list. A dot nearly always is. A dash
// may begin a line of dialogue, a negative number, or stand where a paragraph was wrapped.

/** Columns from which Markdown takes a line that is in no list for code. */
const codeIndent = 4;

type LineGroup = readonly PlainLine[];

/** The lines whose marker is a bullet, in order. */
function listedLines(blocks: readonly LineGroup[]): readonly PlainLine[] {
  const listed: PlainLine[] = [];
  let isInList = false;
  for (const block of blocks) {
    if (block[0]?.kind === 'words' && block[0].indent === 0) isInList = false;
    const bullets = bulletsOf(block);
    for (const line of block) {
      const isItem: boolean = bullets.has(line) && (line.indent < codeIndent || isInList);
      if (isItem) listed.push(line);
      isInList ||= isItem || line.kind === 'markdown';
    }
  }
  return listed;
}

function bulletsOf(block: LineGroup): ReadonlySet<PlainLine> {
  const bullets = new Set<PlainLine>();
  const judged = new Set<PlainLine>();
  const hasDots = block.filter(({ kind }) => kind === 'dot').length > 1;
  for (const [at, line] of block.entries()) {
    const before = block[at - 1];
    if (line.kind === 'dot' && (hasDots || isLoneDot(before))) bullets.add(line);
    if (line.kind !== 'dash' || judged.has(line)) continue;
    const { dashes, next } = run(block, at);
    for (const dash of dashes) judged.add(dash);
    const belongs = before !== undefined && bullets.has(before) && before.indent < line.indent;
    if (belongs || isListOfDashes(dashes, next)) for (const dash of dashes) bullets.add(dash);
  }
  return bullets;
}

/** At the head of its block, below a heading or a bullet, or behind a colon. */
function isLoneDot(before: PlainLine | undefined): boolean {
  return before === undefined || before.kind === 'markdown' || /^#{1,6} |[:：]\s*$/u.test(before.text);
}

interface Run {
  readonly dashes: readonly PlainLine[];
  /** What follows. */
  readonly next: PlainLine | undefined;
}

/** The dashes from here with the same indent, as far as only deeper lines stand between. */
function run(block: LineGroup, at: number): Run {
  const { indent } = block[at] as PlainLine;
  const dashes: PlainLine[] = [];
  for (let index = at; index < block.length; index += 1) {
    const line = block[index] as PlainLine;
    if (line.indent < indent || (line.indent === indent && line.kind !== 'dash'))
      return { dashes, next: line };
    if (line.indent === indent) dashes.push(line);
  }
  return { dashes, next: undefined };
}

/** Several of them, to the end of the block or of the list. */
function isListOfDashes(dashes: LineGroup, next: PlainLine | undefined): boolean {
  const isWhole = next === undefined || next.kind !== 'words';
  return dashes.length > 1 && isWhole && !isDialogue(dashes) && !dashes.every(isNumber);
}

/** Nothing but sentences, one of them a question or a cry. */
function isDialogue(lines: LineGroup): boolean {
  const texts = lines.map(({ text }) => text.trimEnd());
  return (
    texts.every((text) => /[.!?…]["”»]?$/u.test(text)) && texts.some((text) => /[!?]["”»]?$/u.test(text))
  );
}

function isNumber({ text, words }: PlainLine): boolean {
  return /^\p{Nd}/u.test(text.slice(words));
}

/** A line of the text, and what it begins with. Offsets count from its start. */
interface PlainLine {
  readonly kind: 'dot' | 'dash' | 'markdown' | 'words';
  readonly text: string;
  /** Offset of the line in the text. */
  readonly start: number;
  /** Where its marker stands, and where its words begin; both the same for `words`. */
  readonly marker: number;
  readonly words: number;
  /** Columns before the marker. */
  readonly indent: number;
  /** Levels that its sign alone says: Word has `o` below a dot, and `§` below that. */
  readonly nesting: number;
  /** What a task has behind its bullet. */
  readonly box?: string;
}

const begins =
  /^([ \t>]*)(?:([•◦▪▫‣⁃·–➢❖▶►▸▾▼☐☑☒\uf0a7\uf0b7\uf0d8\uf0fc]|[o§](?=[\t\u00a0])|(?<=[ \t]{2})o(?= )|・)((?<=・)[ \t\u3000]*|[ \t\u00a0]+)(?=.*[\p{L}\p{N}])|(?:[-*+]|\d{1,9}[.)])[ \t])?/u;

/** Lines between blank ones, outside of code, formulas, raw HTML and front matter. */
function plainBlocks(text: string, top: TextTop): readonly (readonly PlainLine[])[] {
  const blocks: PlainLine[][] = [[]];
  for (const { text: line, start, isPlain } of textLines(text, top)) {
    if (!isPlain || /^[\s>]*$/.test(line)) blocks.push([]);
    else blocks.at(-1)?.push(plainLine(line, start));
  }
  return blocks.filter((block) => block.length > 0);
}

function plainLine(text: string, start: number): PlainLine {
  const [all = '', before = '', marker, space = ''] = begins.exec(text) ?? [];
  const indent = columnsOf(before);
  if (marker === undefined) {
    const kind = all.length > before.length ? 'markdown' : 'words';
    return { kind, text, start, marker: before.length, words: all.length, indent, nesting: 0 };
  }
  const words = before.length + marker.length + space.length;
  const nesting = indent > 0 ? 0 : marker === 'o' ? 1 : /[§\uf0a7]/.test(marker) ? 2 : 0;
  return {
    kind: marker === '–' ? 'dash' : 'dot',
    text,
    start,
    marker: before.length,
    words,
    indent,
    nesting,
    ...(/[☐☑☒]/.test(marker) && { box: marker === '☐' ? '[ ] ' : '[x] ' }),
  };
}
