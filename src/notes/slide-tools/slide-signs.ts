// Signs that remark and Deckset set around words: what stands side by side becomes columns, the others keep their words.
import { dropped, type Edit, type Rewritten, rewrite } from '../markdown/rewritten-text.ts';
import type { Reading } from '../reading.ts';
import { withoutCode } from './slide-tool.ts';
import { leaveOut } from './take-directives.ts';

/** The text without these signs; `place` says where in the notes its characters stand. */
export function slideSigns(text: string, place: (offset: number) => number, reading: Reading): Rewritten {
  const edits = editsFor(text, place, reading);
  for (const { start, end } of edits.flatMap(dropped))
    reading.leftOut.push({ start: place(start), end: place(end) });
  return rewrite(text, edits);
}

function editsFor(text: string, place: (offset: number) => number, reading: Reading): Edit[] {
  switch (reading.tool) {
    case 'remark':
      return remarkEdits(text, place, reading);
    case 'deckset':
      return decksetEdits(text, place, reading);
    case 'slidev':
      return indentEdits(text, place, reading);
    default:
      return [];
  }
}

/** Spaces where a tag stood at the start of a line or an item: they would make code of the words behind it. */
function indentEdits(text: string, place: (offset: number) => number, { source }: Reading): Edit[] {
  return [...text.matchAll(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|)([ \t]{3,})(?=\S)/gm)].flatMap(
    ({ 1: before = '', 2: space = '', index }) => {
      const start = index + before.length;
      const tag = source.text.slice(place(start), place(start + space.length)).indexOf('<');
      return tag === -1 ? [] : [{ start: start + tag, end: start + space.length, parts: [] }];
    },
  );
}

const columnNames = /(?:^|\.)(?:(?:left|right)-column|pull-(?:left|right)|column|col-\w+)(?:\.|$)/;
const footerName = /(?:^|[.-])footer(?:\.|$)/;
const signs = /(?<![\w\\])\.([a-z][\w-]*(?:\.[a-z][\w-]*)*)\[|\\.|\[|\]|\n(?:---?[ \t]*(?=[\r\n]))?/g;

interface Sign {
  /** Empty for a bracket of the author's own. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** `.red[words]`, `.footnote[…]`, `.left-column[` … `]`, one in the other; and `*` before a line of code. */
function remarkEdits(text: string, place: (offset: number) => number, reading: Reading): Edit[] {
  const seen = withoutCode(text);
  const edits: Edit[] = highlightEdits(text);
  let open: Sign[] = [];
  const columns: ColumnRange[] = [];
  for (const { 0: sign, 1: name, index } of seen.matchAll(signs)) {
    const end = index + sign.length;
    if (sign.length > 1 && sign.startsWith('\n')) open = [];
    else if (sign === '\n') while (open.at(-1)?.name === '') open.pop();
    else if (name !== undefined || sign === '[') open.push({ name: name ?? '', start: index, end });
    else if (sign === ']') {
      const last = open.pop();
      if (!last?.name) continue;
      if (columnNames.test(last.name)) columns.push({ start: last.end, end: index });
      if (footerName.test(last.name)) leaveOut(`.${last.name}`, place(last.start), reading);
      edits.push(...signEdits(last, index, text));
    }
  }
  const inOrder = [...edits, ...headingEdits(columns, seen)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  let behind = 0;
  return inOrder.filter((edit) => {
    const isFree = edit.start >= behind;
    if (isFree) behind = Math.max(behind, edit.end);
    return isFree;
  });
}

/** What becomes of a sign whose bracket closes at `close`. */
function signEdits({ name, start, end }: Sign, close: number, text: string): Edit[] {
  if (footerName.test(name)) return [{ start, end: close + 1, parts: [] }];
  const inside = text.slice(end, close);
  const isBlock = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 20), start));
  const isColumn = isBlock && columnNames.test(name);
  const [opens, closes] = [/^[ \t]*\r?\n/.test(inside), /\n[ \t]*$/.test(inside)];
  const star = inside.trim() === '*' ? '\\' : '';
  return [
    { start, end, parts: isColumn ? [`::: {.column}${opens ? '' : '\n'}`] : star ? [star] : [] },
    { start: close, end: close + 1, parts: isColumn ? [`${closes ? '' : '\n'}:::`] : [] },
  ];
}

/** `*line` in code that names its language: a line that is pointed at. */
function highlightEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: block, 1: fence = '', index } of text.matchAll(
    /^(`{3,})[ \t]*(?!md|markdown|text)[\w+#-]+[^\n`]*\n(?:(?!\1)[^\n]*\n)*/gm,
  ))
    for (const star of block.slice(fence.length).matchAll(/(?<=\n)\*(?=[^\n])/g)) {
      const start = index + fence.length + star.index;
      edits.push({ start, end: start + 1, parts: [] });
    }
  return edits;
}

type ColumnRange = Pick<Sign, 'start' | 'end'>;

/** `[.column]`, two of them or more on a slide: each goes to the next, and the last to the end of the slide. */
function decksetEdits(text: string, place: (offset: number) => number, reading: Reading): Edit[] {
  const seen = withoutCode(text);
  const breaks = [...seen.matchAll(/^---[ \t]*$/gm)].map(({ index }) => index);
  const isFit = (line: number): boolean =>
    fitted.test(reading.source.text.slice(place(line), place(line) + 40));
  const edits: Edit[] = titleEdits(seen.slice(0, breaks[0] ?? seen.length), isFit);
  const columns: ColumnRange[] = [];
  let from = 0;
  for (const to of [...breaks, text.length]) {
    const found = [...seen.slice(from, to).matchAll(/^\[\.column\][ \t]*$/gm)];
    for (const [at, { 0: sign, index }] of found.entries()) {
      const [start, end] = [from + index, from + index + sign.length];
      const isAlone = found.length === 1;
      edits.push({ start, end, parts: isAlone ? [] : [at === 0 ? '::: {.column}' : ':::\n::: {.column}'] });
      const next = found[at + 1];
      if (!isAlone) columns.push({ start: end, end: next ? from + next.index : to });
    }
    if (found.length > 1) edits.push({ start: to, end: to, parts: ['\n:::\n\n'] });
    from = to;
  }
  return [...edits, ...headingEdits(columns, seen)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const fitted = /^#{1,6}[ \t]*\[fit\]/;

/** `# [fit] Slow` above `# [fit] kites` on the first slide: one title. */
function titleEdits(slide: string, isFit: (line: number) => boolean): Edit[] {
  const headings = [...slide.matchAll(/^(#{1,6})[ \t]+(?=\S)[^\r\n]*/gm)];
  return headings.flatMap(({ 0: line, 1: marks = '', index }, at): Edit[] => {
    const before = headings[at - 1];
    const end = before ? before.index + before[0].trimEnd().length : index;
    const isNext = before?.[1] === marks && slide.slice(end, index).trim() === '' && isFit(before.index);
    if (!isNext || !isFit(index)) return [];
    return [{ start: end, end: index + (/^#+[ \t]+/.exec(line)?.[0].length ?? 0), parts: [' '] }];
  });
}

/** Where each column has a heading above something else, the headings name columns, and no slides. */
function headingEdits(columns: readonly ColumnRange[], text: string): Edit[] {
  const heads = columns.map(({ start, end }) => {
    const inside = text.slice(start, end);
    const head = /^\s{0,9}?^#{2,6}[ \t]+(?=\S)/m.exec(inside);
    const isFirst = head && inside.slice(0, head.index).trim() === '';
    const line = head ? /[^\r\n]*/.exec(inside.slice(head.index + head[0].length))?.[0] : undefined;
    if (!head || !isFirst || line === undefined || line.includes('**')) return undefined;
    const from = start + head.index + head[0].length;
    const below = text.slice(from + line.length, end);
    return below.trim() === '' || /^#{1,6}[ \t]/m.test(below) ? undefined : { from, sign: head[0], line };
  });
  return heads.includes(undefined)
    ? []
    : heads.flatMap((head): Edit[] => {
        if (!head) return [];
        const mark = head.sign.trimStart().length;
        const end = head.from + head.line.trimEnd().length;
        return [
          { start: head.from - mark, end: head.from, parts: ['**'] },
          { start: end, end, parts: ['**\n'] },
        ];
      });
}
