// Blocks around blocks, as Pandoc, Quarto, Docusaurus, VuePress, MkDocs and MyST write them: `::: {.callout-tip}`,
// `:::note Title`, `!!! note "Title"`, a fence of `{note}`. Callouts become `> [!note] Title`; the others hold what they hold.
import type { Edit } from '../markdown/rewritten-text.ts';
import { leadingSpace, type TextLine, withoutLineEnd } from '../markdown/source-lines.ts';
import { pluginAdmonitions } from './admonition-plugin.ts';
import { admonitions, directives } from './admonitions.ts';
import type { Container, Report } from './container.ts';
import { fencedDivs } from './fenced-divs.ts';

/** Edits that make quotations of callouts, and take away what opens and closes blocks. */
export function containerEdits(lines: readonly TextLine[], report: Report): Edit[] {
  const found = [
    ...fencedDivs(lines, report),
    ...admonitions(lines),
    ...directives(lines, report),
    ...pluginAdmonitions(lines),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
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

/** Characters that two lines begin with alike. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length += 1;
  return length;
}
