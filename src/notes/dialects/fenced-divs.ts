// `::: {.callout-tip}` as Pandoc and Quarto write it, `:::note Title` as Docusaurus and VuePress do.
import type { WrittenRange } from '../markdown/rewritten-text.ts';
import {
  isBlankLine,
  type TextLine,
  type TextTop,
  textLines,
  withoutLineEnd,
} from '../markdown/source-lines.ts';
import { classesOf } from './attributes.ts';
import {
  type Container,
  callouts,
  classBelow,
  countWhile,
  headOf,
  isCalloutHead,
  optionLines,
  placeOf,
  type Report,
  reportStated,
  titledHead,
} from './container.ts';

/** What only says how something is set. */
const settings: ReadonlySet<string> = new Set(
  (
    'columns column incremental nonincremental fragment center aside panel-tabset tabs tab-set tab-item details dropdown ' +
    'r-stack r-fit-text smaller small cell cell-output-display output layout code-group figure hidden footer absolute ' +
    'content-visible content-hidden grid card v-clicks'
  ).split(' '),
);

/** Blocks in blocks beyond this stay as they are written. */
const deepest = 20;

const opening = /^[ \t>]*:{3,}[ \t]*(?=\S)(?:\{([^{}\r\n]*)\}|([a-z][\w-]*))(.*?)[ \t]*:*[ \t]*$/;
const closing = /^[ \t>]*:{3,}[ \t]*$/;

export function fencedDivs(lines: readonly TextLine[], report: Report): Container[] {
  const found: Container[] = [];
  const open: Omit<Container, 'to'>[] = [];
  for (const [at, line] of lines.entries()) {
    const text = line.isPlain ? withoutLineEnd(line.text) : '';
    if (closing.test(text)) {
      const last = open.pop();
      if (last) found.push({ ...last, to: at });
    } else {
      const match = isCodeLanguage(lines, at) ? null : opening.exec(text);
      if (match && open.length < deepest) open.push(fencedDiv(lines, at, match));
    }
  }
  for (const { from } of found) {
    const line = lines[from] as TextLine;
    reportName(line, report);
    reportStated(titleIn(line), line, report);
  }
  const [unclosed] = open;
  if (unclosed) report('never closed', (lines[unclosed.from] as TextLine).start, ':::');
  return found;
}

/** Lines of indented code that are looked at for what ends a block. */
const codeLines = 100;

/** Pelican: `:::python` is the first line of indented code, and says its language; no block, which something in it would end. */
function isCodeLanguage(lines: readonly TextLine[], at: number): boolean {
  const [before, line] = [lines[at - 1], lines[at] as TextLine];
  if (!/^(?: {4}|\t)[ \t]*:{3}[a-z][\w+#-]*[ \t]*$/i.test(withoutLineEnd(line.text))) return false;
  if (before && !isBlankLine(before)) return false;
  const below = lines.slice(at + 1, at + 1 + codeLines);
  const code = below.slice(
    0,
    countWhile(below, 0, (next) => isBlankLine(next) || /^(?: {4}|\t)/.test(next.text)),
  );
  return (
    code[0] !== undefined &&
    !isBlankLine(code[0]) &&
    !code.some(({ text }) => closing.test(withoutLineEnd(text)))
  );
}

function fencedDiv(lines: readonly TextLine[], from: number, match: RegExpExecArray): Omit<Container, 'to'> {
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
  const head = title ? titledHead(kind, title, line) : headOf(kind, below?.place);
  return {
    ...base,
    isQuote: isCalloutHead(head),
    head,
    ...(below && { titleLine: below.line }),
    ...(all.includes('column') && { isColumn: true }),
  };
}

/** Where the columns of a text stand, in order: from the line that opens one to the line that closes it. */
export function columnRanges(text: string, top: TextTop): readonly WrittenRange[] {
  if (!text.includes(':::') || !text.includes('column')) return [];
  const lines = textLines(text, top);
  return fencedDivs(lines, () => undefined)
    .filter(({ isColumn }) => isColumn)
    .map(({ from, to }) => ({ start: lines[from]?.start ?? 0, end: lines[to]?.start ?? text.length }));
}

/** The names of the block: its word, or its classes. */
function names([, braces, word]: RegExpExecArray): string[] {
  const classes = braces === undefined ? [] : (classesOf(braces) ?? [braces.trim()]);
  return [...(word ? [word] : []), ...classes].map((name) =>
    name.toLowerCase().replace(/^(?:(?:callout|alert)-|prf:)/, ''),
  );
}

/** `title="…"`, `[…]`, or the words behind the name. */
function titleIn(line: TextLine): WrittenRange | undefined {
  const { text } = line;
  return placeOf(
    /\btitle=(["'])(?<title>[^"'\r\n]+)\1/d.exec(text) ??
      /^[ \t>]*:{3,}[ \t]*(?:\{[^{}\r\n]*\}|[\w-]+)[ \t]*\[(?<title>[^\]\r\n]+)\]/d.exec(text) ??
      /^[ \t>]*:{3,}[ \t]*(?:\{[\w:-]+\}|[\w-]+)[ \t]+(?!\{)(?<title>[^\r\n]*[^\s:])/d.exec(text),
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
