// Lists of AsciiDoc: the level is in the sign, and `+` on a line of its own joins a block to its item.
import type { Edit } from '../markdown/rewritten-text.ts';
import { isBlankLine } from '../markdown/source-lines.ts';
import type { AsciidocPlace } from './asciidoc-blocks.ts';
import { type BlockLine, begun, type MarkupBlock } from './markup-lines.ts';

const item = /^[ \t]*(?:(\*{1,6}|-|\.{1,6})|(\d{1,9})\.|<(\d{1,3}|\.)>)[ \t]+(\[[ xX*]\][ \t]+)?(?=\S)/;
const term = /^[ \t]*(\S(?:.{0,200}?\S)?)(:{2,4}|;;)(?:[ \t]+(?=\S)|$)/;
/** What a line of an item cannot be. */
const other =
  /^(?:\[[^\]]*\]|\.[^\s.].*|-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\/{4,}|--|\|={3,}|={1,6}[ \t].*|\/\/.*)$/;

interface ListSign {
  /** What sets its level: `**`, `.`, `::`. */
  readonly sign: string;
  /** Characters that its items move to the right. */
  readonly width: number;
}

interface ListEntry extends ListSign {
  readonly length: number;
  readonly parts: Edit['parts'];
}

function entryOf(line: BlockLine): ListEntry | undefined {
  const { text, start } = line;
  const [whole, dots, number, mark, box] = item.exec(text) ?? [];
  if (whole !== undefined) {
    const task = box === undefined ? '' : box.startsWith('[ ') ? '[ ] ' : '[x] ';
    const isNumber = number !== undefined || mark !== undefined || dots?.startsWith('.') === true;
    const sign = dots ?? (mark === undefined ? '.' : '<>');
    const written = isNumber ? `${number ?? (mark === '.' ? undefined : mark) ?? 1}. ` : '- ';
    return { sign, width: written.length, length: whole.length, parts: [written, task] };
  }
  const [named, words = '', colons = ''] = /^https?::/.test(text) ? [] : (term.exec(text) ?? []);
  if (named === undefined) return undefined;
  const from = start + text.indexOf(words);
  const colon = /[?!:.]$/.test(words) ? '** ' : '**: ';
  const parts = ['- **', { start: from, end: from + words.length }, colon];
  return { sign: colons, width: 2, length: named.length, parts };
}

export function isListItem(line: BlockLine): boolean {
  return entryOf(line) !== undefined;
}

export function listAt(
  lines: readonly BlockLine[],
  at: number,
  place: AsciidocPlace,
): MarkupBlock | undefined {
  const first = lines[at];
  if (!first || !entryOf(first)) return undefined;
  const open: ListSign[] = [];
  const edits: Edit[] = [];
  const marginAt = (levels: number): string =>
    place.margin + ' '.repeat(open.slice(0, levels).reduce((sum, { width }) => sum + width, 0));
  let to = at;
  while (to < lines.length) {
    const line = lines[to] as BlockLine;
    const entry = entryOf(line);
    const below = { ...place, margin: marginAt(open.length), depth: place.depth + 1 };
    if (entry) {
      const level = open.findIndex(({ sign }) => sign === entry.sign);
      // A list that is numbered by hand has no levels.
      open.splice(level === -1 ? Math.min(open.length, deepest) : level);
      const margin = marginAt(open.length);
      open.push(entry);
      edits.push(...begun(line, entry.length, { margin }, ...entry.parts));
      to += 1;
    } else if (line.text === '+' && lines[to + 1] !== undefined) {
      const next = place.blockAt(lines, to + 1, below);
      const blank = { start: line.from, end: line.start + 1, parts: [below.margin.trimEnd()] };
      edits.push(blank, ...next.edits);
      to = Math.max(next.to, to + 2);
    } else if (isBlankLine(line)) {
      const next = nextLine(lines, to);
      const goesOn = lines[next] && entryOf(lines[next]);
      const isSetIn =
        isBehindTerm(open) && lines[next] && !other.test(lines[next].text) && /^[ \t]/.test(lines[next].text);
      if (!goesOn && !isSetIn) break;
      edits.push(...lines.slice(to, next).flatMap((blank) => begun(blank, 0, place)));
      to = next;
      if (isSetIn && !goesOn) continue;
    } else if (other.test(line.text)) break;
    else {
      const space = /^[ \t]*/.exec(line.text)?.[0].length ?? 0;
      edits.push(...begun(line, space, below));
      to += 1;
    }
  }
  return { to, edits };
}

/** Levels of lists that move to the right. */
const deepest = 8;

function isBehindTerm(open: readonly ListSign[]): boolean {
  return /^(?::|;)/.test(open.at(-1)?.sign ?? '');
}

function nextLine(lines: readonly BlockLine[], at: number): number {
  let next = at;
  while (next < lines.length && isBlankLine(lines[next] as BlockLine)) next += 1;
  return next;
}
