// Lines of a paragraph that stand for themselves: what somebody says, a number with its name, a key with its value.
import type { Break, Paragraph, PhrasingContent } from 'mdast';
import { plainText } from '../plain-text.ts';
import { splitFirstLine, splitLines } from './source-text.ts';
import { asParagraph, at, endOf, startOf } from './tree.ts';

/** How lines begin that stand for themselves: two of them in a paragraph, and its line breaks mean something. */
const kinds: readonly RegExp[] = [
  // "Ada: words", "Ada Moon (she): words", "Action item: words" as minutes have them.
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,2}(?: ?\([^()]{1,30}\))?: ?(?!\/\/)/u,
  // "Travel fund – private session": a name, and what is said of it.
  /^\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]+){0,4} [-–—]{1,2} \S/u,
  // "Q. words", "A: words", "Q2) words".
  /^[QA]\d{0,2}[.:)：] ?\S/u,
  // "#534 words".
  /^#\d+\b/,
  // "2.1 words" as the paragraphs of minutes are numbered.
  /^\d{1,2}\.\d{1,2}\.?\s+\p{Lu}/u,
  // "key:: value".
  /^[\w-]{1,30}:: /,
  // Boxes and bullets that are no Markdown.
  /^[•◦▪▫‣●○■□☐☑☒✓✔✗✘►▶→⇒–]\s/u,
];

/** A paragraph's words, with a line break before each line that begins so, if there are several, and behind one that ends early. */
export function keepLines(children: PhrasingContent[], source: string): PhrasingContent[] {
  if (!children.some((child) => child.type === 'text' && /[\r\n]/.test(child.value))) return children;
  const lines = splitLines(children, source).filter((line) => line.length > 0);
  const texts = lines.map((line) => plainText(line).trim());
  const starts = texts.map((text) => kinds.some((kind) => kind.test(text)));
  const isSeveral = starts.filter((is) => is).length > 1;
  const own = starts.map(
    (is, index) => (isSeveral && is) || (starts[index - 1] === true && endsEarly(texts, index - 1)),
  );
  return own.some((is) => is) ? cutBefore(children, lines, own) : children;
}

/** Characters that a line leaves free where its end was meant. */
const free = 20;

/** "#271 - handling reports", above a sentence that would have had room on that line. */
function endsEarly(texts: readonly string[], index: number): boolean {
  const [line = '', next = ''] = texts.slice(index, index + 2);
  return line.length + free < next.length && !/[\p{P}]$/u.test(line) && /^\p{Lu}/u.test(next);
}

/** The lines, with a break between them. */
export function withBreaks(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return cutBefore(
    [],
    lines,
    lines.map(() => true),
  );
}

/** Line ends before lines of their own become breaks; the others stay the white space they were. */
function cutBefore(
  children: readonly PhrasingContent[],
  lines: readonly PhrasingContent[][],
  own: readonly boolean[],
): PhrasingContent[] {
  const out: PhrasingContent[] = [...(lines[0] ?? [])];
  const breaks = new Set(children.filter(({ type }) => type === 'break').map(startOf));
  // The break may begin with the spaces or the sign before it.
  const wasBreak = (offset: number): boolean =>
    [offset - 1, offset, offset + 1].some((one) => breaks.has(one));
  for (const [index, line] of lines.entries()) {
    const first = line[0];
    const last = out.at(-1);
    if (index === 0 || first === undefined || last === undefined) continue;
    const position = at(endOf(last), startOf(first));
    const hard: Break = { type: 'break', position };
    out.push(own[index] || wasBreak(endOf(last)) ? hard : { type: 'text', value: '\n', position });
    out.push(...line);
  }
  return out;
}
/** "Q: words", "A. words". */
const asked = /^[QA]\d{0,2}[.:)：] ?\S/u;

/** "Q&A" on the line above questions and answers names them: a paragraph of its own, and the rest. */
export function partNameOfQuestions(
  { children }: Paragraph,
  source: string,
): readonly Paragraph[] | undefined {
  const { line, rest } = splitFirstLine(children, source);
  if (rest.length === 0 || asked.test(plainText(line).trim())) return undefined;
  const { line: second } = splitFirstLine(rest, source);
  if (second.length > 0 && !asked.test(plainText(second).trim())) return undefined;
  const lines = splitLines(rest, source).filter((words) => words.length > 0);
  const areAsked = lines.length > 1 && lines.every((words) => asked.test(plainText(words).trim()));
  return areAsked ? [asParagraph(line), asParagraph(rest)] : undefined;
}
