// A table of contents as text has it: `Knots ....... 3`, or a tab before the page. It becomes a list, without the pages.
import type { Edit } from '../markdown/rewritten-text.ts';
import { indentOf, type TextLine } from '../markdown/source-lines.ts';
import type { Report } from './container.ts';

interface ContentsLine {
  readonly line: TextLine;
  readonly words: string;
  readonly page: string;
}

/** Lines of a table of contents at least, and dots before a page. */
const fewest = { entries: 3, dots: 4 } as const;

/** Several such lines, whose pages do not go back, and half of which are lines of the text again. */
export function contentsEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const runs: ContentsLine[][] = [[]];
  for (const line of lines) {
    const entry = line.isPlain ? entryOf(line) : undefined;
    const last = runs.at(-1)?.at(-1);
    const goesOn = entry && (!last || Number(entry.page) >= Number(last.page));
    if (entry && goesOn) runs.at(-1)?.push(entry);
    else runs.push(entry ? [entry] : []);
  }
  const long = runs.filter(({ length }) => length >= fewest.entries);
  if (long.length === 0) return [];
  const written = new Set(lines.map(({ text }) => bare(text)));
  const isContents = (run: readonly ContentsLine[]): boolean =>
    run.filter(({ words }) => written.has(bare(words))).length * 2 >= run.length;
  return long.filter(isContents).flatMap((run) => run.flatMap((entry) => listed(entry, report)));
}

function entryOf(line: TextLine): ContentsLine | undefined {
  const text = line.text.trimEnd();
  const page = /\d{1,4}$/.exec(text.slice(-4))?.[0] ?? '';
  let end = text.length - page.length;
  while (end > 0 && /[ \t.…·]/.test(text[end - 1] ?? '')) end -= 1;
  const gap = text.slice(end, text.length - page.length);
  const isGap = gap.includes('\t') || gap.replace(/[ \t]/g, '').length >= fewest.dots;
  const words = text.slice(0, end);
  return page !== '' && isGap && /\p{L}/u.test(words) ? { line, words, page } : undefined;
}

/** A line as a heading and as an entry of the contents. */
function bare(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function listed({ line: { start, text }, words, page }: ContentsLine, report: Report): Edit[] {
  const end = start + text.trimEnd().length;
  report('left out', end - page.length, page);
  const margin = /^[ \t]*/.exec(words)?.[0].length ?? 0;
  const sign = `${'  '.repeat(Math.min(3, Math.floor(indentOf(words) / 2)))}- `;
  return [
    { start, end: start + margin, parts: [sign] },
    { start: start + words.length, end, parts: [] },
  ];
}
