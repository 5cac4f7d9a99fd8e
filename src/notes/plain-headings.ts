import type { Heading, List, Paragraph, RootContent } from 'mdast';
import type { Source, Span } from '../diagnostics/index.ts';
import { sliceText, splitFirstLine, splitLines, textOffsets } from './markdown/source-text.ts';
import { asParagraph, at, endOf, startOf } from './markdown/tree.ts';
import { plainText } from './plain-text.ts';
import { namesFile } from './same-words.ts';
import { partOccasion, saysWhen, speakingLines } from './title-block/title-lines.ts';
import { partTitleAndDay } from './title-block/title-patterns.ts';

/** Characters and words of the longest line that names what stands below it; characters where no spaces part words. */
const longest = { characters: 60, words: 8, dense: 24 } as const;

/** The same of a line that names the notes. */
const longestTitle = { characters: 90, words: 14, dense: 30 } as const;

/**
 * In notes without a heading, short lines above lists and tables, or alone above words, are headings when there are
 * several and most such lines are above something; a line above the first of them names the notes, and so does the only
 * heading, and in a text file a first line that stands alone.
 */
export function readPlainHeadings(
  blocks: readonly RootContent[],
  source: Source,
  place: 'whole notes' | 'below title' = 'whole notes',
): readonly RootContent[] {
  const written = blocks.filter((block) => block.type === 'heading' && isWritten(block, source));
  const [first, ...rest] = blocks;
  if (first && first === written[0] && written.length === 1) return withTitleBlock(first, rest, source);
  if (written.length > 0) return blocks;
  const named = place === 'whole notes' ? namedNotes(blocks, source) : undefined;
  if (named) return withTitleBlock(named.title, named.rest, source);
  const form = formOf(source);
  const entries = blocks.filter((block) => entry.test(wordsOf(block)));
  const isLog =
    entries.length >= fewestEntries &&
    entries.filter((block) => isShortLine(block, source, form)).length * 2 < entries.length;
  const isSure = blocks.map(
    (block, at) =>
      !isBelowHeading(blocks, at) &&
      isShortLine(block, source, form) &&
      !(isLog && entry.test(wordsOf(block))),
  );
  const isBare = headBareLists(blocks, source);
  const isLine = blocks.map(
    (_, at) =>
      isSure[at] === true ||
      isRightAboveList(blocks, at, source) ||
      (isBare && isBareName(blocks, at, source)),
  );
  const typed = blocks.filter(({ type }) => type === 'heading').length;
  const numbers = blocks.findIndex(
    (block) => block.type === 'heading' && /^\d+[.)]? /.test(plainText([block])),
  );
  const heads = blocks.map(
    (_, at) => isLine[at] === true && isAbove(blocks, isLine, at) && !isLabelBelow(blocks, at, numbers),
  );
  const found = heads.filter(Boolean).length;
  // The last line heads nothing: a name below a letter.
  const lines = isLine.slice(1, -1).filter(Boolean).length;
  const title = isLine[0] === true && heads[1] === true ? 1 : 0;
  const isText = /\.te?xt$/i.test(source.path);
  const isNamed = place === 'whole notes';
  // In a text file a line above a label and its list is one more.
  const isTitled = !isNamed || (title === 1 && blocks[2]?.type !== 'paragraph');
  const sure = heads.filter((is, at) => is && isSure[at]).length;
  const isOften = sure + (isText && isTitled ? 1 : 0) >= 2 || isBare;
  const isPattern = isOften && found * 4 >= lines * 3 && headsMostLists(blocks, heads);
  const isAboveTalk = isLine[0] === true && isConversation(blocks.slice(1), source);
  const isAlone =
    isNamed &&
    !isPattern &&
    ((isText && isLine[0] === true && blocks[1]?.type === 'paragraph') || isAboveTalk);
  if (!isPattern && typed === 0 && !isAlone) return blocks;
  const isAboveHeading = isLine[0] === true && blocks[1]?.type === 'heading';
  const isTitle = isNamed && ((title === 1 && isPattern) || (title === 0 && isAboveHeading) || isAlone);
  return blocks.flatMap((block, index) => {
    if (block.type === 'paragraph' && index === 0 && isTitle) return headingOf(block, 1, source);
    if (block.type === 'paragraph' && isPattern && heads[index]) return headingOf(block, 2, source);
    return index === 0 && isNamed && isText ? withTitle(block, form, source) : block;
  });
}

/** `09:14 – words`, and how many of them are written while it happens: one that is short heads nothing, either. */
const entry = /^\d{1,2}[:.]\d{2}\s*[-–—]\s/u;
const fewestEntries = 4;

/** Lines that speak of the talk head nothing. */
function withTitleBlock(title: RootContent, below: readonly RootContent[], source: Source): RootContent[] {
  const blocks = partOccasion(below, source);
  const lines = speakingLines(blocks, source).length;
  const rest = readPlainHeadings(blocks.slice(lines), source, 'below title');
  return [title, ...blocks.slice(0, lines), ...rest];
}

interface NamedNotes {
  readonly title: Heading;
  readonly rest: readonly RootContent[];
}

/**
 * Notes that begin with a line which the file is called after, or with one above lines of a title block; or that are one
 * bullet with all else below it.
 */
function namedNotes(blocks: readonly RootContent[], source: Source): NamedNotes | undefined {
  const [first, ...others] = blocks;
  const [line, below] = first ? openingLines(first, source) : [];
  if (first?.type === 'list' && !line)
    return others.length === 0 ? (rootBullet(first, source) ?? datedBullet(first, source)) : undefined;
  const rest = below ? [below, ...others] : others;
  if (line && below && isDatedTitle(line, below, source)) return { title: headingOf(line, 1, source), rest };
  if (!line || !isShortLine(line, source, { ...formOf(source), longest: longestTitle })) return undefined;
  const isNamed =
    namesFile(plainText([line]), source.path) ||
    speakingLines(partOccasion(rest.slice(0, 1), source), source).length > 0;
  return isNamed && rest.length > 0 ? { title: headingOf(line, 1, source), rest } : undefined;
}

/** A line right above others that say when it was: it may have a colon. */
function isDatedTitle(line: Paragraph, below: Paragraph, source: Source): boolean {
  const text = plainText([line]).trim();
  const isLine =
    text.length <= longestTitle.characters && !/[.!?。,;:：]$/u.test(text) && /\p{L}/u.test(text);
  return isLine && saysWhen(below, source);
}

/** As outliners export a page. */
function rootBullet({ children: [item, ...others] }: List, source: Source): NamedNotes | undefined {
  const [line, ...rest] = item?.children ?? [];
  const isRoot = others.length === 0 && line?.type === 'paragraph' && rest[0]?.type === 'list';
  if (!isRoot || plainText([line]).length > longestTitle.characters) return undefined;
  const [only, ...more] = line.children;
  const bare = only?.type === 'strong' && more.length === 0 ? { ...line, children: only.children } : line;
  return { title: headingOf(bare, 1, source), rest };
}

/** Bullets of a list whose first names the notes. */
const fewestBullets = 5;

/** "Beekeepers, monthly meeting, 9 April, back room of the Plough": up to the day it is the title, and the only bullet with one. */
function datedBullet(list: List, source: Source): NamedNotes | undefined {
  const [item, ...others] = list.children;
  const [line, ...more] = item?.children ?? [];
  if (line?.type !== 'paragraph' || more.length > 0 || others.length < fewestBullets) return undefined;
  const named = partTitleAndDay(line.children, source);
  if (!named || others.some(({ children: [own] }) => own?.type === 'paragraph' && hasDay(own, source)))
    return undefined;
  const [title, when] = named.map((content) => asParagraph(content)) as [Paragraph, Paragraph];
  return { title: headingOf(title, 1, source), rest: [when, { ...list, children: others }] };
}

function hasDay({ children }: Paragraph, source: Source): boolean {
  return partTitleAndDay(children, source) !== undefined;
}

/** Lines of a title block that a text file begins with, the title first. */
const mostOpeningLines = 5;
/** The same where they say when it was. */
const mostDatedLines = 10;

/** The first line of words, and those behind it, as far as there are few. */
function openingLines(block: RootContent, source: Source): readonly [Paragraph?, Paragraph?] {
  const { text } = source;
  const words = block.type === 'paragraph' ? block.children : linesOfList(block, text);
  const { line, rest } = splitFirstLine(words, text);
  const lines = rest.length > 0 ? splitLines(rest, text).length : 0;
  const isFew =
    lines > 0 &&
    (lines < mostOpeningLines || (lines < mostDatedLines && saysWhen(asParagraph(rest), source)));
  if (isFew) return [asParagraph(line), asParagraph(rest)];
  return block.type === 'paragraph' ? [block] : [];
}

/** Lines that were typed as such, and are a list for no other reason. */
function linesOfList(block: RootContent, text: string): Paragraph['children'] {
  if (block.type !== 'list' || isItem.test(text.slice(startOf(block), startOf(block) + 20))) return [];
  return block.children.flatMap(({ children: [line] }, index) => {
    const words = line?.type === 'paragraph' ? line.children : [];
    const position = at(startOf(line ?? block), startOf(line ?? block));
    return index === 0 ? words : [{ type: 'break' as const, position }, ...words];
  });
}

const isItem = /^[\s>]*(?:[-*+•◦▪▫‣⁃·–]|\(?\w{1,3}[.)]|\[)/u;

function withTitle(block: RootContent, form: LineForm, source: Source): RootContent[] {
  const [title, below] = openingLines(block, source);
  return title && below && isShortLine(title, source, form) ? [headingOf(title, 1, source), below] : [block];
}

/** By Markdown, by tags or in bold; others are only typed as headings are. */
export function isWrittenHeading({ start, end }: Pick<Span, 'start' | 'end'>, { text }: Source): boolean {
  return /^[#<*_]|[\r\n]/.test(text.slice(start, end));
}

function isWritten(heading: Heading, source: Source): boolean {
  return isWrittenHeading({ start: startOf(heading), end: endOf(heading) }, source);
}

/** `Step 2: `, `Chapter 3 – `. */
const ordinal = /^\p{L}+ \d{1,3}\s?[:：–-]\s/u;

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** What a line that names something looks like: how long it may be, and what it begins with. */
interface LineForm {
  readonly longest: Readonly<Record<keyof typeof longest, number>>;
  readonly start: RegExp;
}

/** In notes without capitals it may begin with any letter. */
function formOf({ text }: Source): LineForm {
  return { longest, start: /\p{Lu}/u.test(text) ? /^[\p{Lu}\p{Lo}\p{N}]/u : /^[\p{L}\p{N}]/u };
}

/** A line of words that ends as no sentence does. */
function isShortLine(
  block: RootContent,
  { text: source }: Source,
  { longest: most, start }: LineForm,
): boolean {
  if (block.type !== 'paragraph') return false;
  if (block.children.some(({ type }) => type === 'image' || type === 'break' || type === 'inlineMath'))
    return false;
  const text = plainText([block]).trim();
  return (
    text.length <= (dense.test(text) ? most.dense : most.characters) &&
    text.split(/\s+/).length <= most.words &&
    start.test(text) &&
    /\p{L}/u.test(text) &&
    !/[\r\n]/.test(source.slice(startOf(block), endOf(block)).trim()) &&
    !/[.!。！,;…]$|:\s\S|[:：]{2}|:\/\/|\S@\S|^\d[\d\s./:-]*$/u.test(text.replace(ordinal, ''))
  );
}

/** "my takeaways", "Case study: the warehouse": where others are surer, a few words on the line before a list head it, too. */
function isRightAboveList(blocks: readonly RootContent[], at: number, source: Source): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (block?.type !== 'paragraph' || next?.type !== 'list' || isBelowHeading(blocks, at)) return false;
  if (source.text.slice(endOf(block), startOf(next)).split('\n').length > 2) return false;
  const text = plainText([block]).trim();
  const named = /^[\p{L}\p{M} ]{1,24}: (\p{L}[^,:\d]*)$/u.exec(text)?.[1] ?? text;
  return (
    text.split(/\s+/).length <= fewWords &&
    isShortLine(asParagraph([{ type: 'text', value: named, position: block.position }]), source, {
      longest,
      start: /^\p{L}/u,
    })
  );
}

/** Words of a line that heads the list right below it without the form of a heading. */
const fewWords = 5;

/** Words that begin what goes on, not what is called something. */
const goesOn =
  /^(?:and|or|but|so|then|if|when|because|we|i|you|they|he|she|it|this|these|those|there|here|also|wir|ich|sie|er|es|und|oder|aber|dann|man|auch|nous|je|on|et|ou|puis|nosotros|yo|y|luego)(?:\s|$)/iu;

/** Words of a name that nothing else shows to be one. */
const fewestWords = 3;

/** "boats", "people", "money": in notes that are lists, each with a bare name above it, all of them head their lists. */
function headBareLists(blocks: readonly RootContent[], source: Source): boolean {
  const lists = blocks.flatMap(({ type }, at) => (type === 'list' ? [at] : []));
  return lists.length > 1 && lists.every((at) => isBareName(blocks, at - 1, source));
}

function isBareName(blocks: readonly RootContent[], at: number, source: Source): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]];
  const text = wordsOf(block);
  return (
    block !== undefined &&
    next?.type === 'list' &&
    text.split(/\s+/).length <= fewestWords &&
    !goesOn.test(text) &&
    !/[,:：]$/u.test(text) &&
    isShortLine(block, source, { longest, start: /^\p{L}/u })
  );
}

function wordsOf(block: RootContent | undefined): string {
  return block?.type === 'paragraph' ? plainText([block]).trim() : '';
}

/** `Ana: `, `[10:02] Ana: `. */
const speaks =
  /^(?:[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?(\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,2}): +\S/u;

/** Questions and answers, or paragraphs that all say who speaks, one of them again. */
function isConversation(blocks: readonly RootContent[], { text }: Source): boolean {
  const [only, ...others] = blocks;
  if (only?.type === 'list') return others.length === 0 && /^[Q问問]/u.test(text.slice(startOf(only)));
  const names = blocks.map((block) => speaks.exec(wordsOf(block))?.[1]);
  return names.length > 2 && !names.includes(undefined) && new Set(names).size < names.length;
}

/** Words of the heading above them; a colon leads to what is below. */
function isBelowHeading(blocks: readonly RootContent[], at: number): boolean {
  const block = blocks[at];
  const isColon = block?.type === 'paragraph' && /[:：]$/u.test(plainText([block]).trim());
  return blocks[at - 1]?.type === 'heading' && !isColon;
}

/** Above a list or a table; or above words that are no such line, below a blank line. */
function isAbove(blocks: readonly RootContent[], isLine: readonly boolean[], at: number): boolean {
  const next = blocks[at + 1];
  const isColon = /[:：]$/u.test(plainText([blocks[at] as Paragraph]).trim());
  if (next?.type === 'list' || next?.type === 'table') return true;
  return !isColon && next?.type === 'paragraph' && !isLine[at + 1];
}

/** `Decisions:` leads to what is below it, and is no sibling of the numbered heading it stands below. */
function isLabelBelow(blocks: readonly RootContent[], at: number, numbers: number): boolean {
  return numbers !== -1 && at > numbers && /[:：]$/u.test(wordsOf(blocks[at]));
}

/** Where all of them stand above lists, a list that nothing names speaks against it; words may have lists below. */
function headsMostLists(blocks: readonly RootContent[], heads: readonly boolean[]): boolean {
  if (heads.some((isHead, at) => isHead && blocks[at + 1]?.type === 'paragraph')) return true;
  const lists = blocks.flatMap(({ type }, at) => (type === 'list' ? [at] : []));
  const named = lists.filter((at) => heads[at - 1] || blocks[at - 1]?.type === 'heading');
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
