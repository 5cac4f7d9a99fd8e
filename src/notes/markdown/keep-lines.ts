import type { Break, PhrasingContent } from 'mdast';
import { plainText } from '../plain-text.ts';
import { splitLines } from './source-text.ts';
import { at, endOf, startOf } from './tree.ts';

/** How lines begin that stand for themselves: two of them in a paragraph, and its line breaks mean something. */
const kinds: readonly RegExp[] = [
  // "Ada: words", "Ada Moon (she): words", "Action item: words" as minutes have them.
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,2}(?: ?\([^()]{1,30}\))?: ?(?!\/\/)/u,
  // "Q. words", "A: words", "Q2) words".
  /^[QA]\d{0,2}[.:)：] ?\S/u,
  // "#534 words".
  /^#\d+\b/,
  // "key:: value".
  /^[\w-]{1,30}:: /,
  // Boxes and bullets that are no Markdown.
  /^[•◦▪▫‣●○■□☐☑☒✓✔✗✘►▶→⇒–]\s/u,
];

/** A paragraph's words, with a line break before each line that begins so, if there are several. */
export function keepLines(children: PhrasingContent[], source: string): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && /[\r\n]/.test(child.value))) return children;
  const lines = splitLines(children, source).filter((line) => line.length > 0);
  const starts = lines.map((line) => begins(plainText(line).trimStart()));
  if (starts.filter((kind) => kind !== -1).length < 2) return children;
  return cutBefore(children, lines, starts);
}

function begins(line: string): number {
  return kinds.findIndex((kind) => kind.test(line));
}

/** Line ends before lines that begin so become breaks; the others stay the white space they were. */
function cutBefore(
  children: readonly PhrasingContent[],
  lines: readonly PhrasingContent[][],
  starts: readonly number[],
): PhrasingContent[] {
  const out: PhrasingContent[] = [...(lines[0] ?? [])];
  for (const [index, line] of lines.entries()) {
    const first = line[0];
    const last = out.at(-1);
    if (index === 0 || first === undefined || last === undefined) continue;
    const position = at(endOf(last), startOf(first));
    const hard: Break = { type: 'break', position };
    out.push(
      starts[index] !== -1 || wasBreak(children, position.start.offset ?? 0)
        ? hard
        : { type: 'text', value: '\n', position },
    );
    out.push(...line);
  }
  return out;
}

function wasBreak(children: readonly PhrasingContent[], offset: number): boolean {
  return children.some(
    (child) => child.type === 'break' && startOf(child) >= offset - 1 && startOf(child) <= offset + 1,
  );
}
