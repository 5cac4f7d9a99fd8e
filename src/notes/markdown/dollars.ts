/**
 * Dollars that open no formula. Markdown's extension for math takes all that follows an unclosed `$$`
 * for a formula, and two sums of money for one: here a single `$` opens one only where Pandoc sees one
 * (no space inside either dollar, no digit behind the closing one), and never before a sum ("$5 and $10").
 * The others are hidden from the parser.
 */
/** Offsets, in order, of the dollars that are only dollars. */
export function plainDollars(text: string): readonly number[] {
  if (!text.includes('$')) return [];
  const hidden: number[] = [];
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const bare = lines.map((line) => line.replace(/^[\s>*+\-\d.)]*/, '').trimEnd());
  const closing = closingLines(lines, bare);
  let offset = 0;
  let runStart = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string;
    const words = bare[index] as string;
    const end = blockEnd(words, index, bare, closing);
    if (end !== undefined || words === '' || startsBlock.test(line)) {
      hideInRun(text, runStart, offset, hidden);
      runStart = offset;
    }
    if (end === undefined && opensBlock.test(words)) {
      const at = offset + line.indexOf('$$');
      hideInRun(text, runStart, at, hidden);
      hidden.push(at, at + 1);
      runStart = at + 2;
    }
    for (; end !== undefined && index < end; index += 1) offset += (lines[index] as string).length;
    offset += lines[index]?.length ?? 0;
    if (end !== undefined) runStart = offset;
  }
  hideInRun(text, runStart, offset, hidden);
  return hidden;
}

/** The last line of the code or the formula that a line opens. */
function blockEnd(
  words: string,
  index: number,
  bare: readonly string[],
  closing: readonly (number | undefined)[],
): number | undefined {
  if (/^\$\$[^$]*$/.test(words)) return closing[index + 1];
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(words)?.[0];
  if (fence === undefined) return undefined;
  const isEnd = (line: string): boolean => line.startsWith(fence) && isRunOf(line, fence[0] as string);
  for (let end = index + 1; end < bare.length; end += 1) if (isEnd(bare[end] as string)) return end;
  return bare.length - 1;
}

function isRunOf(text: string, character: string): boolean {
  return text === character.repeat(text.length);
}

/** For each line, the next from there on that closes a formula, unless a heading comes first. */
function closingLines(lines: readonly string[], bare: readonly string[]): readonly (number | undefined)[] {
  const closing: (number | undefined)[] = new Array(lines.length + 1);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (/^\$\$+$/.test(bare[index] as string)) closing[index] = index;
    else if (!/^#{1,6}[ \t]/.test(lines[index] as string)) closing[index] = closing[index + 1];
  }
  return closing;
}

/** What the parser takes for the first line of a formula: `$$`, and no other `$$` behind it. */
const opensBlock = /^\$\$(?!.*\$\$)/;

/** Lines that go on no paragraph. */
const startsBlock = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/;

/** Left to right, as the parser goes: escapes, code and formulas first come, first served. */
function hideInRun(text: string, start: number, end: number, hidden: number[]): void {
  const run = text.slice(start, end);
  if (!run.includes('$')) return;
  /** Where each run of dollars or backquotes stands, by its length; the next that is ahead comes last. */
  const ahead = new Map<string, number[]>();
  for (const { 0: marks, index } of [...run.matchAll(/`+|\$+/g)].reverse()) {
    const places = ahead.get(marks);
    if (places) places.push(index);
    else ahead.set(marks, [index]);
  }
  const behind = (marks: string, from: number): number | undefined => {
    const places = ahead.get(marks) ?? [];
    while ((places.at(-1) ?? from) < from) places.pop();
    const place = places.at(-1);
    return place === undefined ? undefined : place + marks.length;
  };
  for (let at = 0; at < run.length; ) {
    const mark = run[at];
    if (mark === '\\') at += 2;
    else if (mark !== '`' && mark !== '$') at += 1;
    else {
      const marks = run.slice(at, at + lengthOfRun(run, at));
      const isOpen = marks !== '$' || opensFormula(text, start + at, end);
      if (!isOpen) hidden.push(start + at);
      at = (isOpen && behind(marks, at + marks.length)) || at + marks.length;
    }
  }
}

function lengthOfRun(text: string, start: number): number {
  let at = start + 1;
  while (text[at] === text[start]) at += 1;
  return at - start;
}

/** Whether the formula that was read at these offsets is one: where blocks begin, only the parser knows. */
export function isFormula(text: string, start: number, end: number): boolean {
  return text[start + 1] === '$' || text[start] !== '$' || fits(text, start, end - 1);
}

function fits(text: string, open: number, close: number): boolean {
  if (/\s/.test(text[open + 1] as string) || /\s/.test(text[close - 1] as string)) return false;
  return !/\d/.test(text[close + 1] ?? '') && !isMoney(text.slice(open + 1, close));
}

/** Whether the single dollar may open a formula; true where none could close it, as it then does no harm. */
function opensFormula(text: string, at: number, end: number): boolean {
  const close = text.indexOf('$', at + 1);
  if (close === -1 || close >= end) return true;
  return fits(text, at, close);
}

/** "5 per seat, not 10": a sum followed by words, and nothing that only TeX would have. */
function isMoney(content: string): boolean {
  return /^\d[\d.,]*[kKmMbB]?[\s/–-]+\p{L}{2,}/u.test(content) && !/[\\^_{}=]/.test(content);
}
