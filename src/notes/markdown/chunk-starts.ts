/**
 * Where a long text may be cut without changing what its parts mean: before a heading at the
 * start of a line, behind a blank line, outside of code, formulas and HTML that runs on.
 * The first start is 0; parts are at least `length` long, but for the last.
 */
export function chunkStarts(text: string, length: number): number[] {
  const starts = [0];
  let open: Open | undefined;
  let afterBlank = true;
  let offset = 0;
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const isCut = open === undefined && afterBlank && line.startsWith('#') && heading.test(line);
    if (isCut && offset - (starts.at(-1) ?? 0) >= length) starts.push(offset);
    open = open === undefined ? openedBy(line) : open(line) ? undefined : open;
    afterBlank = line.trim() === '';
    offset += line.length;
  }
  return starts;
}

const heading = /^#{1,6}[ \t]/;

/** Says whether a line ends what is open. */
export type Open = (line: string) => boolean;

const fence = /^[\s>*+\-\d.)]*?(`{3,}(?=[^`]*$)|~{3,}|\${2,}(?=[^$]*$))/;
const rawHtml = /^\s{0,3}<(script|pre|style|textarea)\b/i;

/** What a line opens that runs on: code, a formula, raw HTML, a comment. */
export function openedBy(line: string): Open | undefined {
  const sign = fence.exec(line.trimEnd())?.[1];
  if (sign !== undefined) return (next) => isFenceEnd(next, sign);
  const tag = rawHtml.exec(line)?.[1]?.toLowerCase();
  if (tag !== undefined && !line.includes(`</${tag}`))
    return (next) => next.toLowerCase().includes(`</${tag}`);
  const comment = line.lastIndexOf('<!--');
  return comment !== -1 && !line.includes('-->', comment) ? (next) => next.includes('-->') : undefined;
}

function isFenceEnd(line: string, sign: string): boolean {
  const bare = line.replace(/^[\s>]+/, '').trimEnd();
  return bare.startsWith(sign) && bare === (sign[0] as string).repeat(bare.length);
}
