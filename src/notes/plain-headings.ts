import type { Heading, Paragraph, RootContent } from 'mdast';
import type { Source, Span } from '../diagnostics/index.ts';
import { sliceText, splitFirstLine, splitLines, textOffsets } from './markdown/source-text.ts';
import { asParagraph, endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';
import { namesFile } from './same-words.ts';

/** Characters and words of the longest line that names what stands below it; characters where no spaces part words. */
const longest = { characters: 60, words: 8, dense: 24 } as const;

/**
 * In notes without a heading, short lines above lists and tables, or alone above words, are headings when there are
 * several and most such lines are above something; a line above the first of them names the notes, and so does the only
 * heading, and a first line that stands alone in a text file, or that the file is called after.
 */
export function readPlainHeadings(
  blocks: readonly RootContent[],
  source: Source,
  place: 'whole notes' | 'below title' = 'whole notes',
): readonly RootContent[] {
  const written = blocks.filter((block) => block.type === 'heading' && isWritten(block, source));
  const [first, ...rest] = blocks;
  if (first && first === written[0] && written.length === 1)
    return [first, ...readPlainHeadings(rest, source, 'below title')];
  if (written.length > 0) return blocks;
  const isLine = blocks.map((block) => isShortLine(block, source));
  const heads = blocks.map((_, at) => isLine[at] === true && isAbove(blocks, isLine, at));
  const typed = blocks.filter(({ type }) => type === 'heading').length;
  const found = heads.filter(Boolean).length;
  const lines = isLine.slice(1).filter(Boolean).length;
  const title = isLine[0] === true && heads[1] === true ? 1 : 0;
  const isText = /\.te?xt$/i.test(source.path);
  // In a text file a line above a label and its list is one more.
  const isOften = found + (isText && blocks[2]?.type !== 'paragraph' ? title : 0) >= 2;
  const isPattern = isOften && found * 4 >= lines * 3 && headsMostLists(blocks, heads);
  const isNamed = place === 'whole notes';
  const isNamesake = isLine[0] === true && namesFile(plainText([first as Paragraph]), source.path);
  const isFirstOfText = isText && !isPattern && isLine[0] === true && blocks[1]?.type === 'paragraph';
  const isAlone = isNamed && (isFirstOfText || isNamesake);
  if (!isPattern && typed === 0 && !isAlone) return blocks;
  const isAboveHeading = isLine[0] === true && blocks[1]?.type === 'heading';
  const isTitle = isNamed && ((title === 1 && isPattern) || (title === 0 && isAboveHeading) || isAlone);
  return blocks.flatMap((block, at) => {
    if (block.type !== 'paragraph') return block;
    if (at === 0 && isTitle) return headingOf(block, 1, source);
    if (isPattern && heads[at]) return headingOf(block, 2, source);
    return at === 0 && isNamed && isText ? withTitle(block, source) : block;
  });
}

/** Lines of a title block that a text file begins with, the title first. */
const mostOpeningLines = 5;

function withTitle(block: Paragraph, source: Source): RootContent[] {
  const lines = splitLines(block.children, source.text).length;
  const { line, rest } = splitFirstLine(block.children, source.text);
  const title = asParagraph(line);
  if (lines === 1 || lines > mostOpeningLines || !isShortLine(title, source)) return [block];
  return [headingOf(title, 1, source), asParagraph(rest)];
}

/** By Markdown, by tags or in bold; others are only typed as headings are. */
export function isWrittenHeading({ start, end }: Pick<Span, 'start' | 'end'>, { text }: Source): boolean {
  return /^[#<*_]|[\r\n]/.test(text.slice(start, end));
}

function isWritten(heading: Heading, source: Source): boolean {
  return isWrittenHeading({ start: startOf(heading), end: endOf(heading) }, source);
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function isShortLine(block: RootContent, { text: source }: Source): boolean {
  if (block.type !== 'paragraph') return false;
  if (block.children.some(({ type }) => type === 'image' || type === 'break' || type === 'inlineMath'))
    return false;
  const text = plainText([block]).trim();
  return (
    text.length <= (dense.test(text) ? longest.dense : longest.characters) &&
    text.split(/\s+/).length <= longest.words &&
    /^[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
    /\p{L}/u.test(text) &&
    !/[\r\n]/.test(source.slice(startOf(block), endOf(block)).trim()) &&
    !/[.!。！,;…]$|:\s\S|[:：]{2}|:\/\/|\S@\S|^\d[\d\s./:-]*$/u.test(text)
  );
}

/** Above a list or a table; or above words that are no such line, below a blank line. */
function isAbove(blocks: readonly RootContent[], isLine: readonly boolean[], at: number): boolean {
  const next = blocks[at + 1];
  if (next?.type === 'list' || next?.type === 'table') return true;
  const isColon = /[:：]$/u.test(plainText([blocks[at] as Paragraph]).trim());
  return !isColon && next?.type === 'paragraph' && !isLine[at + 1];
}

/** Where all of them stand above lists, a list that nothing names speaks against it; words may have lists below. */
function headsMostLists(blocks: readonly RootContent[], heads: readonly boolean[]): boolean {
  if (heads.some((isHead, at) => isHead && blocks[at + 1]?.type === 'paragraph')) return true;
  const lists = blocks.flatMap(({ type }, at) => (type === 'list' ? [at] : []));
  const named = lists.filter((at) => heads[at - 1]);
  return named.length * 3 >= lists.length * 2;
}

function withoutColon(text: string): string {
  const words = text.trimEnd();
  return /[:：]$/u.test(words) ? words.slice(0, -1).trimEnd() : text;
}

/** A colon that leads to what stands below is no part of a title. */
function headingOf(block: Paragraph, depth: 1 | 2, { text: source }: Source): Heading {
  const last = block.children.at(-1);
  const length = last?.type === 'text' ? withoutColon(last.value).length : 0;
  const cut = last?.type === 'text' ? sliceText(last, 0, length, textOffsets(last, source)) : last;
  const children = [...block.children.slice(0, -1), ...(cut ? [cut] : [])];
  return { type: 'heading', depth, children, ...(block.position && { position: block.position }) };
}
