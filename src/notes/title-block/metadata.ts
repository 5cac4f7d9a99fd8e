// What other programs write above everything else in place of front matter: `Title: …` lines as Pelican and
// MultiMarkdown have them, Pandoc's `% …`, `@title …`, and a list or table of the same.
import type { PhrasingContent, RootContent } from 'mdast';
import type { Source } from '../../diagnostics/index.ts';
import type { Block } from '../block.ts';
import { splitLines } from '../markdown/source-text.ts';
import { asParagraph, at, endOf, startOf } from '../markdown/tree.ts';
import type { Field, Notes } from '../notes.ts';
import { plainText } from '../plain-text.ts';
import { isDate } from './dates.ts';
import { cutText, fieldOf, oneLine, splitWords, trimmed } from './fields.ts';
import { labelMeaning, titleKey } from './labels.ts';
import { isMailHeader, mailField, mailValue } from './mail-header.ts';

type Offsets = Notes['leftOut'][number];

export interface Metadata {
  /** By key, in lower case, as front matter gives them. */
  readonly fields: ReadonlyMap<string, readonly Field[]>;
  /** Lines whose key says nothing of the talk: they stand on the title slide as they are written. */
  readonly details: readonly Block[];
  readonly rest: readonly RootContent[];
  /** What is not shown anywhere: keys, and what only programs read. */
  readonly leftOut: readonly Offsets[];
}

export interface KeyedLine {
  readonly key: string;
  readonly value: readonly PhrasingContent[];
  readonly line: readonly PhrasingContent[];
}

/** Letters of such a block at most. */
const mostLetters = 4000;

/** Reads the first block, when it is nothing but such lines and they name the talk, or say two things of it. */
export function readMetadata(blocks: readonly RootContent[], source: Source): Metadata {
  const first = blocks.findIndex(({ type }) => type !== 'thematicBreak');
  const block = blocks[first];
  const isShort = block && endOf(block) - startOf(block) <= mostLetters;
  const written = isShort ? (percentLines(block, source) ?? keyedLines(block, source)) : undefined;
  const lines = written && withoutMail(written, source);
  if (block === undefined || lines === undefined || !saysOfTalk(lines))
    return { fields: new Map(), details: [], rest: blocks, leftOut: [] };
  const fields = new Map<string, Field[]>();
  const details: Block[] = [];
  const shown: Offsets[] = [];
  for (const { key, value, line } of lines) {
    const meaning = labelMeaning(key);
    const field = fieldOf(value, source);
    if (key === 'tags' && field) fields.set(key, [field]);
    if (field === undefined || meaning === 'machine' || meaning === 'detail') continue;
    const isField = titleKey(key) !== undefined && isDated(key, meaning, field);
    if (isField) fields.set(key, [...(fields.get(key) ?? []), field]);
    else details.push(asParagraph(line));
    shown.push(isField ? field.span : rangeOf(line));
  }
  return {
    fields,
    details,
    rest: blocks.slice(first + 1),
    leftOut: between(shown, startOf(block), endOf(block)),
  };
}

/** What no front matter would be asked for a date stays as it is written. */
export function isDated(key: string, meaning: string | undefined, { text }: Field): boolean {
  return meaning !== 'date' || key === 'date' || isDate(text) || /^(?:19|20)\d\d(?:-\d\d)?$/.test(text);
}

/** A key whose value is not shown. */
const forPrograms = 'id';

/** The header of a mail as lines of a title block. */
function withoutMail(lines: readonly KeyedLine[], source: Source): readonly KeyedLine[] {
  if (!isMailHeader(lines.map(({ key }) => key))) return lines;
  return lines.map(({ key, value, line }) => ({
    key: mailField(key) ?? forPrograms,
    value: mailValue(value, source.text),
    line,
  }));
}

export function rangeOf(line: readonly PhrasingContent[]): Offsets {
  return { start: startOf(line[0] ?? {}), end: endOf(line.at(-1) ?? {}) };
}

/** The gaps that the parts leave. */
export function between(parts: readonly Offsets[], start: number, end: number): readonly Offsets[] {
  const starts = [start, ...parts.map((part) => part.end)];
  const ends = [...parts.map((part) => part.start), end];
  return starts.map((from, index) => ({ start: from, end: Math.max(from, ends[index] ?? end) }));
}

/** A title, or two other things; and no more keys that say nothing to anybody than others. */
function saysOfTalk(lines: readonly KeyedLine[]): boolean {
  const meanings = lines.map(({ key }) => labelMeaning(key));
  const known = ['speaker', 'date', 'event', 'place', 'affiliation'] as const;
  const says = meanings.includes('title') || known.filter((name) => meanings.includes(name)).length >= 2;
  return says && meanings.filter((meaning) => meaning === undefined).length * 2 <= lines.length;
}

/** Pandoc: title, authors parted by semicolons or lines, date. */
function percentLines(block: RootContent, source: Source): readonly KeyedLine[] | undefined {
  if (block.type !== 'paragraph' || !/^%(?:[ \t]|$)/m.test(oneLine(block.children).slice(0, 2)))
    return undefined;
  const keys = ['title', 'author', 'date'];
  let field = -1;
  const found: KeyedLine[] = [];
  for (const line of splitLines(block.children, source.text)) {
    const isNew = line[0]?.type === 'text' && line[0].value.startsWith('%');
    field += isNew ? 1 : 0;
    const key = keys[field];
    if (key === undefined) return undefined;
    const words = trimmed(isNew ? cutText(line, 0, /^%\s*/, source.text) : line, source.text);
    const parts = key === 'author' ? cutAll(words, /\s*;\s*/, source.text) : [words];
    for (const value of parts) if (oneLine(value) !== '') found.push({ key, value, line: value });
  }
  return joinedTitle(found);
}

/** A title over several lines is one. */
function joinedTitle(lines: readonly KeyedLine[]): readonly KeyedLine[] {
  const titles = lines
    .filter(({ key }) => key === 'title')
    .flatMap(({ value }, index) => [...(index > 0 ? [space(value)] : []), ...value]);
  const others = lines.filter(({ key }) => key !== 'title');
  return titles.length > 0 ? [{ key: 'title', value: titles, line: titles }, ...others] : others;
}

function space(before: readonly PhrasingContent[]): PhrasingContent {
  const { start } = rangeOf(before);
  return { type: 'text', value: ' ', position: at(start, start) };
}

function cutAll(
  words: readonly PhrasingContent[],
  pattern: RegExp,
  source: string,
): readonly PhrasingContent[][] {
  for (const [index, node] of words.entries()) {
    const found = node.type === 'text' ? pattern.exec(node.value) : null;
    if (found === null) continue;
    const [left, right] = splitWords(words, index, found.index, found.index + found[0].length, source);
    return [left, ...cutAll(right, pattern, source)];
  }
  return [[...words]];
}

/** Every line of a paragraph, a list or a table with its key; undefined when one has none. */
export function keyedLines(block: RootContent, source: Source): readonly KeyedLine[] | undefined {
  if (block.type === 'table') return whole(tableLines(block));
  const found: (KeyedLine | undefined)[] = [];
  for (const line of linesOf(block, source) ?? []) {
    const keyed = keyedLine(line, source);
    const before = found.at(-1);
    // A line that is set in goes on with the one before.
    const goesOn = !keyed && before && /[ \t]$/.test(source.text.slice(0, rangeOf(line).start));
    if (goesOn)
      found[found.length - 1] = {
        ...before,
        value: [...before.value, space(line), ...line],
        line: [...before.line, space(line), ...line],
      };
    else found.push(keyed);
  }
  return whole(found);
}

function whole(lines: readonly (KeyedLine | undefined)[] = []): readonly KeyedLine[] | undefined {
  const keyed = lines.filter((line) => line !== undefined);
  return keyed.length > 0 && keyed.length === lines.length ? keyed : undefined;
}

/** A line of dashes right below such lines makes a heading of them for Markdown. */
function linesOf(block: RootContent, source: Source): readonly PhrasingContent[][] | undefined {
  if (block.type === 'list') {
    const items = block.children.map(({ children: [line, ...others] }) =>
      line?.type === 'paragraph' && others.length === 0 ? line.children : [],
    );
    return items;
  }
  const isUnderlined = block.type === 'heading' && !source.text.startsWith('#', startOf(block));
  if (block.type !== 'paragraph' && !isUnderlined) return undefined;
  return splitLines(block.children, source.text).filter((line) => oneLine(line) !== '');
}

const keyAtStart =
  /^(?:(?:@|:|#\+)?([\p{L}][\p{L}\p{N}_ /()-]{0,29}?)\s*(?:[:：]\s*|(?<=^@\S+)\s+)|(\p{Extended_Pictographic}\ufe0f?)\s+)/u;

function keyedLine(line: readonly PhrasingContent[], source: Source): KeyedLine | undefined {
  const text = oneLine(line);
  const found = keyAtStart.exec(text);
  const key = found?.[1] ?? found?.[2];
  const value = key === undefined ? [] : behindKey(line, source);
  return key === undefined || oneLine(value) === '' ? undefined : { key: key.toLowerCase(), value, line };
}

/** The words behind the colon, which may stand in the bold of the key. */
export function behindKey(line: readonly PhrasingContent[], source: Source): readonly PhrasingContent[] {
  const [first, ...others] = trimmed(line, source.text);
  if (first === undefined) return [];
  // Of a table the key is a node of its own.
  if (first.type === 'text' && keyAtStart.test(first.value))
    return cutText([first, ...others], 0, keyAtStart, source.text);
  const isWhole = /[:：]\s*$/.test(plainText([first]));
  return isWhole ? cutText(others, 0, /^\s+/, source.text) : cutText(others, 0, /^\s*[:：]\s*/, source.text);
}

type Table = Extract<RootContent, { type: 'table' }>;

/** Two columns of keys and values; or keys in the first row, and one row below. */
function tableLines({ children: rows }: Table): readonly (KeyedLine | undefined)[] | undefined {
  const [head, only, ...more] = rows.map(({ children }) => children.map((cell) => cell.children));
  if (head === undefined || only === undefined) return undefined;
  const hasKeysAbove = head.filter((cell) => labelMeaning(oneLine(cell)) !== undefined).length >= 2;
  if (hasKeysAbove ? more.length > 0 : head.length !== 2) return undefined;
  const across = head.map((cell, index) => [cell, only[index] ?? []] as const);
  const down = [head, only, ...more].map(([key = [], value = []]) => [key, value] as const);
  const pairs = (hasKeysAbove ? across : down).filter(
    ([key, value]) => !isHead(oneLine(key), oneLine(value)),
  );
  return pairs.flatMap(([key, value]) => {
    const name = oneLine(key)
      .replace(/\s*[:：]$/, '')
      .toLowerCase();
    const isLabel = labelMeaning(name) !== undefined;
    // A label that says nothing says nothing; any other word alone is a word of the talk.
    if (oneLine(value) === '') return isLabel ? [] : [undefined];
    const isKeyed = name !== '' && (isLabel || pairs.length > 2);
    return [isKeyed ? { key: name, value, line: labelledLine(key, value) } : undefined];
  });
}

/** The first row of a table of keys and values, or an empty one. */
function isHead(key: string, value: string): boolean {
  return /^(?:key|field)?$/i.test(key) && /^(?:values?)?$/i.test(value);
}

/** `Title` and `Kites` of a table as the line `Title: Kites`. */
export function labelledLine(
  key: readonly PhrasingContent[],
  value: readonly PhrasingContent[],
): PhrasingContent[] {
  if (key.length === 0) return [...value];
  const { end } = rangeOf(key);
  return [...key, { type: 'text', value: ': ', position: at(end, end) }, ...value];
}
