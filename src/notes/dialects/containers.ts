// Blocks around blocks, as Pandoc, Quarto, Docusaurus, VuePress, MkDocs and MyST write them: `::: {.callout-tip}`,
// `:::note Title`, `!!! note "Title"`, a fence of `{note}`. Callouts become `> [!note] Title`; the others hold what they hold.
import type { Edit, WrittenRange } from '../markdown/rewritten-text.ts';
import {
  columnsOf,
  indentOf,
  isBlankLine,
  leadingSpace,
  type TextLine,
  type TextTop,
  textLines,
  withoutLineEnd,
} from '../markdown/source-lines.ts';
import { classesOf } from './attributes.ts';

/** Says what is not understood, where it begins, and how it is written. */
export type Report = (
  problem: 'unknown block' | 'unknown directive' | 'unknown sign' | 'never closed',
  start: number,
  written: string,
) => void;

/** Kinds of callouts by the names that tools have for them. */
const callouts: ReadonlyMap<string, string> = new Map([
  ...(
    'note tip warning caution important danger info hint attention error seealso success question example quote ' +
    'abstract summary bug failure todo theorem lemma corollary proposition conjecture definition exercise proof remark solution'
  )
    .split(' ')
    .map((name) => [name, name] as const),
  ...Object.entries({ alert: 'warning', tips: 'tip', notice: 'note', admonition: 'note', callout: 'note' }),
]);

/** What only says how something is set. */
const settings: ReadonlySet<string> = new Set(
  (
    'columns column incremental nonincremental fragment center aside panel-tabset tabs tab-set tab-item details dropdown ' +
    'r-stack r-fit-text smaller small cell cell-output-display output layout code-group figure hidden footer absolute ' +
    'content-visible content-hidden grid card v-clicks'
  ).split(' '),
);

/** A block, by the numbers of its first and last line. */
interface Container {
  readonly from: number;
  readonly to: number;
  /** Of an indented block the last line is its own; else it only ends the block. */
  readonly end: 'line' | 'indent';
  /** A callout and a presenter note become quotations. */
  readonly isQuote: boolean;
  /** What stands in place of the first line. */
  readonly head: Edit['parts'];
  /** A line of its own that the title was taken from. */
  readonly titleLine?: number;
  /** Lines below the first that are no content. */
  readonly options: number;
  /** One of those that stand side by side. */
  readonly isColumn?: true;
}

/** Edits that make quotations of callouts, and take away what opens and closes blocks. */
export function containerEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const found = [...fencedBlocks(lines, report), ...indentedBlocks(lines), ...directives(lines, report)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const open: Container[] = [];
  let next = 0;
  return found.length === 0
    ? []
    : lines.flatMap((line, at) => {
        while (open.length > 0 && (open.at(-1)?.to ?? 0) < at) open.pop();
        for (; found[next]?.from === at; next += 1) open.push(found[next] as Container);
        return open.length === 0 ? [] : lineEdits(line, at, open, lines);
      });
}

/** Blocks in blocks beyond this stay as they are written. */
const deepest = 20;

const opening = /^[ \t>]*:{3,}[ \t]*(?=\S)(?:\{([^{}\r\n]*)\}|([a-z][\w-]*))(.*?)[ \t]*:*[ \t]*$/;
const closing = /^[ \t>]*:{3,}[ \t]*$/;

function fencedBlocks(lines: readonly TextLine[], report: Report): Container[] {
  const found: Container[] = [];
  const open: Omit<Container, 'to'>[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.isPlain ? withoutLineEnd(line.text) : '';
    if (closing.test(text)) {
      const last = open.pop();
      if (last) found.push({ ...last, to: at });
    } else {
      const match = opening.exec(text);
      if (match && open.length < deepest) open.push(fencedBlock(lines, at, match));
    }
  }
  for (const { from } of found) reportName(lines[from] as TextLine, report);
  const [unclosed] = open;
  if (unclosed) report('never closed', (lines[unclosed.from] as TextLine).start, ':::');
  return found;
}

function fencedBlock(
  lines: readonly TextLine[],
  from: number,
  match: RegExpExecArray,
): Omit<Container, 'to'> {
  const line = lines[from] as TextLine;
  const all = names(match);
  const options = optionLines(lines, from + 1);
  const base = { from, end: 'line', options } as const;
  const written = [classBelow(lines, from + 1, options) ?? [], all].flat();
  const kind = all.some((name) => callouts.has(name))
    ? written.flatMap((name) => callouts.get(name) ?? [])[0]
    : undefined;
  const title = titleIn(line);
  const below = kind !== undefined && !title ? headingBelow(lines, from) : undefined;
  return {
    ...base,
    isQuote: kind !== undefined,
    head: headOf(kind, title ?? below?.place),
    ...(below && { titleLine: below.line }),
    ...(all.includes('column') && { isColumn: true }),
  };
}

function headOf(kind: string | undefined, title: WrittenRange | undefined): Edit['parts'] {
  if (kind !== undefined) return title ? [`> [!${kind}] `, title] : [`> [!${kind}]`];
  return title ? ['**', title, '**'] : [];
}

/** Where the columns of a text stand, in order: from the line that opens one to the line that closes it. */
export function columnRanges(text: string, top: TextTop): readonly WrittenRange[] {
  if (!text.includes(':::') || !text.includes('column')) return [];
  const lines = textLines(text, top);
  return fencedBlocks(lines, () => undefined)
    .filter(({ isColumn }) => isColumn)
    .map(({ from, to }) => ({ start: lines[from]?.start ?? 0, end: lines[to]?.start ?? text.length }));
}

/** The names of the block: its word, or its classes. */
function names([, braces, word]: RegExpExecArray): string[] {
  const classes = braces === undefined ? [] : (classesOf(braces) ?? [braces.trim()]);
  return [...(word ? [word] : []), ...classes].map((name) =>
    name.toLowerCase().replace(/^(?:callout|alert)-/, ''),
  );
}

/** `title="…"`, `[…]`, or the words behind the name. */
function titleIn(line: TextLine): WrittenRange | undefined {
  const { text } = line;
  return placeOf(
    /\btitle=(["'])(?<title>[^"'\r\n]+)\1/d.exec(text) ??
      /^[ \t>]*:{3,}[ \t]*(?:\{[^{}\r\n]*\}|[\w-]+)[ \t]*\[(?<title>[^\]\r\n]+)\]/d.exec(text) ??
      /^[ \t>]*:{3,}[ \t]*(?:\{[\w-]+\}|[\w-]+)[ \t]+(?!\{)(?<title>[^\r\n]*[^\s:])/d.exec(text),
    line,
  );
}

/** Quarto: a heading that a callout begins with is its title. */
function headingBelow(
  lines: readonly TextLine[],
  from: number,
): { readonly line: number; readonly place: WrittenRange } | undefined {
  const at = from + 1 + countWhile(lines, from + 1, isBlankLine);
  const line = lines[at];
  const place =
    line && placeOf(/^[ \t>]*#{1,6}[ \t]+(?<title>\S[^\r\n]*?)[ \t#]*[\r\n]*$/d.exec(line.text), line);
  return place && { line: at, place };
}

function reportName(line: TextLine, report: Report): void {
  const match = opening.exec(withoutLineEnd(line.text));
  const all = match ? names(match) : [];
  if (all.length > 0 && !all.some((name) => callouts.has(name) || settings.has(name)))
    report('unknown block', line.start, `::: ${all[0]}`);
}

const admonition =
  /^([ \t>]*)(?:(?:!{3}|\?{3}\+?)[ \t]+([a-z][\w-]*)(?:[ \t]+[\w-]+)*(?:[ \t]+"(?<title>[^"\r\n]*)")?|={3}[+!]?[ \t]+"(?<tab>[^"\r\n]+)")[ \t]*$/di;

/** `!!! note "Title"` and `=== "Tab"`, their content indented by four. */
function indentedBlocks(lines: readonly TextLine[]): Container[] {
  return lines.flatMap((line, from): Container[] => {
    const match = line.isPlain ? admonition.exec(withoutLineEnd(line.text)) : null;
    if (!match) return [];
    const margin = columnsOf(match[1] ?? '') + 4;
    const isInside = ({ text }: TextLine): boolean => text.trim() === '' || indentOf(text) >= margin;
    let to = from + countWhile(lines, from + 1, isInside);
    while (to > from && isBlankLine(lines[to] as TextLine)) to -= 1;
    const name = (match[2] ?? '').toLowerCase();
    if (to === from && !match[3]) return [];
    const tab = placeOf(match, line, 'tab');
    if (tab) return [{ from, to, end: 'indent', isQuote: false, head: headOf(undefined, tab), options: 0 }];
    const title = placeOf(match, line);
    return [
      { from, to, end: 'indent', isQuote: true, head: headOf(callouts.get(name) ?? name, title), options: 0 },
    ];
  });
}

const fence = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})(?:\{([a-z]+(?:-[a-z]+)*)\}[ \t]*(?<title>[^\r\n]*?)[ \t]*$)?/d;

/** MyST: what names a file or words that only its own program puts in. */
const unknownDirectives: ReadonlySet<string> = new Set(
  'toctree include literalinclude list-table csv-table bibliography glossary embed iframe tableofcontents contents'.split(
    ' ',
  ),
);

/** Fences of `{note}`, `{figure}` and such, which hold no code. */
function directives(lines: readonly TextLine[], report: Report): Container[] {
  const found: Container[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const line = lines[from] as TextLine;
    const match = line.isPlain ? null : fence.exec(withoutLineEnd(line.text));
    if (!match) continue;
    const to =
      from + 1 + countWhile(lines, from + 1, ({ text }) => text.replace(/^[> \t]+/, '').trim() !== match[1]);
    const name = match[2] ?? '';
    const options = optionLines(lines, from + 1);
    const title = placeOf(match, line);
    const isCallout = callouts.has(name);
    const kind = isCallout ? callouts.get(classBelow(lines, from + 1, options) ?? name) : undefined;
    const head =
      kind !== undefined || name === 'table'
        ? headOf(kind, title)
        : (name === 'figure' || name === 'image') && title
          ? pictureOf(title, lines.slice(from + 1, from + 1 + options))
          : undefined;
    if (head && to < lines.length)
      found.push({ from, to, end: 'line', isQuote: kind !== undefined, head, options });
    if (unknownDirectives.has(name)) report('unknown directive', line.start, `{${name}}`);
    from = to;
  }
  return found;
}

/** `{figure} path`, its description in the option `:alt:`. */
function pictureOf(path: WrittenRange, options: readonly TextLine[]): Edit['parts'] {
  const alt = options.flatMap(
    (line) => placeOf(/^[ \t>]*:alt:[ \t]*(?<title>[^\r\n[\]]*\S)/d.exec(line.text), line) ?? [],
  )[0];
  return ['![', ...(alt ? [alt] : []), '](<', path, '>)'];
}

/** Where the group stands, if anything does. */
function placeOf(
  match: RegExpExecArray | null,
  { start }: TextLine,
  group: 'title' | 'tab' = 'title',
): WrittenRange | undefined {
  const place = match?.indices?.groups?.[group];
  return place && place[0] < place[1] ? { start: start + place[0], end: start + place[1] } : undefined;
}

/** `:class: dropdown`, as MyST has them below the first line. */
function optionLines(lines: readonly TextLine[], from: number): number {
  return countWhile(lines, from, ({ text }) => /^[ \t>]*:[\w-]+:(?:[ \t]|[\r\n]*$)/.test(text));
}

function countWhile(lines: readonly TextLine[], from: number, holds: (line: TextLine) => boolean): number {
  let at = from;
  for (let line = lines[at]; line !== undefined && holds(line); line = lines[at]) at += 1;
  return at - from;
}

/** What becomes of a line in blocks, the innermost last. */
function lineEdits(
  line: TextLine,
  at: number,
  open: readonly Container[],
  lines: readonly TextLine[],
): Edit[] {
  const outer = open[0] as Container;
  const inner = open.at(-1) as Container;
  const text = withoutLineEnd(line.text);
  const written = /^[ \t>]*/.exec((lines[outer.from] as TextLine).text)?.[0] ?? '';
  const kept = commonStart(text, written);
  const [start, end] = [line.start + kept, line.start + text.length];
  const isEdge =
    at === inner.from || (inner.end === 'line' && at === inner.to) || at - inner.from <= inner.options;
  const isTitle = at === inner.titleLine;
  const around = isEdge || isTitle ? open.slice(0, -1) : open;
  const signs = around.map(({ isQuote }) => (isQuote ? '> ' : '')).join('');
  if (at === inner.from) {
    const blank = inner.isQuote || inner.head.length === 0 ? '' : `\n${text.slice(0, kept)}${signs}`;
    return [{ start, end, parts: [signs, ...inner.head, blank] }];
  }
  // What parts the lists of two columns.
  if (inner.isColumn && at === inner.to) return [{ start, end, parts: [`${signs}<!-- -->`] }];
  if (isEdge || isTitle)
    return [{ start, end, parts: [at < inner.to && inner.isQuote ? `${signs}>` : signs] }];
  const indents = open.filter((block) => block.end === 'indent').length;
  const stop = start + (indents === 0 ? 0 : leadingSpace(text.slice(kept), 4 * indents));
  return signs === '' && stop === start ? [] : [{ start, end: stop, parts: [signs] }];
}

/** MyST: an `{admonition}` says below its first line which it is. */
function classBelow(lines: readonly TextLine[], from: number, options: number): string | undefined {
  const names = lines
    .slice(from, from + options)
    .flatMap(({ text }) => /:class:[ \t]+([\w-]+)/.exec(text)?.[1] ?? []);
  return names.find((name) => callouts.has(name));
}

/** Characters that two lines begin with alike. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length += 1;
  return length;
}
