import type { Nodes } from 'mdast';
import { type Block, type Phrasing, shortAddress } from '../../notes/index.ts';

export interface NodeWords {
  /** `start` is -1 where a node does not know where it was read. */
  readonly tokens: readonly Token[];
  /** TeX of the formulas, which no reader sees as words. */
  readonly formulas: readonly { readonly tex: string; readonly start: number }[];
}

/**
 * The words of nodes that a reader has to find, each at its place in the notes. Left out are the
 * descriptions of pictures, the sources of diagrams and formulas, and what a slide shows a second
 * time for those who look up only now. Of a long address that is its own label its host and end are shown.
 */
export function nodeWords(nodes: readonly (Block | Phrasing)[]): NodeWords {
  const collector: Collector = { tokens: [], formulas: [], text: '', start: -1 };
  for (const node of nodes) visit(node as Nodes, collector);
  flush(collector);
  return collector;
}

interface Collector {
  readonly tokens: Token[];
  readonly formulas: { tex: string; start: number }[];
  /** A word that may go on in the next inline node: a **b**old word is one. */
  text: string;
  start: number;
}

const inline: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'element',
]);

function visit(node: Nodes, collector: Collector): void {
  // What is added stands between words.
  if (isSecondTime(node)) return void flush(collector);
  if (node.type === 'code' && node.lang === 'mermaid') return;
  if (!inline.has(node.type)) flush(collector);
  const start = node.position?.start.offset ?? -1;
  const short = node.type === 'link' ? shortAddress(node) : undefined;
  if (short !== undefined) {
    add(short, start, collector);
    return;
  }
  if (node.type === 'math' || node.type === 'inlineMath') collector.formulas.push({ tex: node.value, start });
  else if ('value' in node) add(node.value, start, collector);
  if (node.type === 'callout') for (const child of node.title) visit(child as Nodes, collector);
  if ('children' in node) for (const child of childrenOf(node)) visit(child as Nodes, collector);
  if (!inline.has(node.type)) flush(collector);
}

/** Classes of what is shown a second time, or added: no words of the notes. */
const shownAgain: ReadonlySet<string> = new Set(['continued', 'current', 'added']);

function isSecondTime(node: Nodes): boolean {
  return node.type === 'element' && shownAgain.has(node.class ?? '');
}

/** The header row of a table whose rows go on is shown again; where columns go on, it is that of other columns. */
function childrenOf(node: Extract<Nodes, { children: unknown[] }>): readonly unknown[] {
  const isAgain = node.type === 'table' && node.data?.continued?.includes('rows');
  return isAgain ? node.children.slice(1) : node.children;
}

/** What a text begins with may end a word that is open, and what it ends with may go on. */
function add(value: string, start: number, collector: Collector): void {
  const lead = lettersAtStart(value);
  if (collector.text === '') collector.start = start;
  collector.text += value.slice(0, lead);
  if (lead === value.length) return;
  flush(collector);
  const end = value.length - lettersAtEnd(value);
  push(value.slice(lead, end), after(start, lead), collector);
  collector.text = value.slice(end);
  collector.start = after(start, end);
}

const inWord = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]/u;

function lettersAtStart(value: string): number {
  let length = 0;
  for (const character of value) {
    if (!inWord.test(character)) break;
    length += character.length;
  }
  return length;
}

/** Not by a pattern: one that ends with `$` is tried at every word. */
function lettersAtEnd(value: string): number {
  let start = value.length;
  while (start > 0) {
    const length = /[\udc00-\udfff]/.test(value.charAt(start - 1)) ? 2 : 1;
    if (!inWord.test(value.slice(Math.max(0, start - length), start))) break;
    start -= length;
  }
  return value.length - Math.max(0, start);
}

function after(start: number, offset: number): number {
  return start < 0 ? -1 : start + offset;
}

function push(text: string, start: number, { tokens }: Collector): void {
  for (const token of tokensOf(text)) tokens.push({ text: token.text, start: after(start, token.start) });
}

function flush(collector: Collector): void {
  if (collector.text === '') return;
  push(collector.text, collector.start, collector);
  collector.text = '';
}

/** A run of letters and digits, and where it stands in the notes. */
export interface Token {
  /** In lower case and compatibility form, so that a ligature or a full-width digit is what it stands for. */
  readonly text: string;
  readonly start: number;
}

/**
 * The runs of letters and digits of a text. Signs, spaces and invisible characters are for
 * typography to change; combining marks belong to their letter, soft hyphens to nothing. The letter
 * U+02BC is an apostrophe here: a PDF cannot tell them apart where a font has one glyph for both.
 */
export function tokensOf(text: string, offset = 0): readonly Token[] {
  const tokens: Token[] = [];
  if (isAscii(text)) {
    for (const { 0: run, index } of text.toLowerCase().matchAll(/[a-z0-9]+/g))
      tokens.push({ text: run, start: offset + index });
    return tokens;
  }
  for (const found of text
    .replaceAll('\u02bc', '’')
    .replace(keycap, (characters) => ' '.repeat(characters.length))
    .matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*[\p{L}\p{N}\p{M}])?/gu)) {
    tokens.push({ text: plain(found[0]), start: offset + found.index });
  }
  return tokens;
}

/** The emoji of a key: drawn as a picture, digit and all. */
const keycap = /[0-9#*]\ufe0f?\u20e3/gu;

/** Half of all text, which needs no more than its case changed. */
function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  return !/[^\x00-\x7f]/.test(text);
}

function plain(run: string): string {
  if (isAscii(run)) return run.toLowerCase();
  return run
    .normalize('NFKC')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\u0640]/gu, '')
    .toLowerCase();
}
