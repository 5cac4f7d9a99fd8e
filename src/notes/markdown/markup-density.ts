// Where there is far more Markdown than in any talk, it is shown as text. The parser calls itself for each
// emphasis inside another, so that a hundred thousand of them would end the process; and it takes the square
// of the length of a line that is not all ASCII, and of the quotation marks or bullets before a line's words.
import { limits } from '../../diagnostics/index.ts';

/** A place with too much Markdown, and the offsets of the characters that would be. */
export interface DenseMarkup {
  readonly start: number;
  readonly offsets: readonly number[];
}

export function denseMarkup(text: string): readonly DenseMarkup[] {
  if (text.length < limits.lineContainers) return [];
  const found: DenseMarkup[] = [];
  let paragraph: Paragraph = { start: 0, weight: 0, entities: 0, lines: [] };
  const endParagraph = (next: number): void => {
    const offsets = denseInParagraph(paragraph, next);
    if (offsets.length > 0) found.push({ start: paragraph.start, offsets });
    paragraph = { start: next, weight: 0, entities: 0, lines: [] };
  };
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    const line = lineAt(text.slice(start, end), start);
    if (startsBlock.test(line.text)) endParagraph(start);
    paragraph.lines.push(line);
    paragraph.weight += weightOf(line);
    paragraph.entities += line.text.match(/&#?\w{1,40};/g)?.length ?? 0;
    const offsets = denseInLine(line);
    if (offsets.length > 0) found.push({ start, offsets });
    start = end;
  }
  endParagraph(text.length);
  return found;
}

/** Lines with no blank one between. */
interface Paragraph {
  readonly start: number;
  readonly lines: ParagraphLine[];
  weight: number;
  entities: number;
}

interface ParagraphLine {
  readonly text: string;
  readonly start: number;
  /** Where the words begin: behind quotation marks, bullets and the delimiter of code. */
  readonly words: number;
}

function denseInParagraph({ start, lines, weight, entities }: Paragraph, end: number): number[] {
  if (weight > limits.paragraphDelimiters) return lines.flatMap(inlineDelimiters);
  if (entities * (end - start) <= limits.entityCharacters) return [];
  return lines.flatMap((line) => [...line.text.matchAll(/&/g)].map(({ index }) => line.start + index));
}

/** Nothing goes on a paragraph here, whatever stands before. */
const startsBlock = /^\s*$|^ {0,3}(?:[-*+] +\S|#{1,6}[ \t])/;
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;

function lineAt(text: string, start: number): ParagraphLine {
  const prefix = containers.exec(text)?.[0].length ?? 0;
  const fence = /^[ \t]*(?:~{3,}|`{3,}(?=[^`]*$))/.exec(text.slice(prefix))?.[0].length ?? 0;
  return { text, start, words: prefix + fence };
}

/** How deep the line's delimiters could nest what stands between them: a run of them once for every two. */
function weightOf({ text, words }: ParagraphLine): number {
  let weight = 0;
  for (const [run] of text.slice(words).matchAll(/([*_~])\1*|\[/g)) weight += Math.ceil(run.length / 2);
  return weight;
}

/** All of them: a line where some are hidden is no longer ASCII. */
const delimiter = /[!$&()*:<>@[\\\]^_`|~]/g;

function inlineDelimiters({ text, start, words }: ParagraphLine): number[] {
  return [...text.slice(words).matchAll(delimiter)].map(({ index }) => start + words + index);
}

function denseInLine({ text, start }: ParagraphLine): number[] {
  const isLong = text.length > limits.lineCharacters && /[\u0080-\uffff]/.test(text);
  const delimiters = isLong ? [...text.matchAll(delimiter)] : [];
  if (delimiters.length > limits.lineDelimiters) return delimiters.map(({ index }) => start + index);
  const prefix = containers.exec(text)?.[0] ?? '';
  if (prefix.length < limits.lineContainers) return [];
  return [...prefix.matchAll(/[>*+.)-]/g)].slice(limits.lineContainers).map(({ index }) => start + index);
}
