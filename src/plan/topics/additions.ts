// What slides of one title hold, in few words: each is told apart from the others by them.
import type { Code, List, Nodes, PhrasingContent, Table } from 'mdast';
import { countWords, leadIn } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { rangeWords } from '../localised-words.ts';
import { isNames } from './amount.ts';
import { codeName } from './code-name.ts';
import { boldOpening, namesNothing } from './head-words.ts';
import { timesShown } from './times.ts';

/** Characters that are added to a title that would stand on several slides. */
const longestAddition = 56;

/** Characters of a name that stands for all that come before or behind it. */
const longestName = 24;

/** Words, and at most so many characters, of a phrase in running text that names what it is about: one word says too little. */
const phraseWords = { least: 2, most: 5, characters: 40 };

/**
 * What a slide with these blocks can be told apart by, the best first: what its blocks name. Below the name of a speaker,
 * those that bullets begin with are other speakers.
 */
export function namesOf(blocks: readonly Block[], isBelowName: boolean, lang: string): readonly string[] {
  const [first, ...others] = blocks;
  if (!first) return [];
  const times = timesShown(blocks);
  if (times !== undefined) return [times];
  const found = [
    ...(isBelowName && first.type === 'list' ? [] : namesIn(first, blocks, lang)),
    ...labelOf(first),
    ...others.flatMap((block) => [
      ...(isBelowName && block.type === 'list' ? [] : namesIn(block, [block], lang)),
      ...labelOf(block),
    ]),
  ];
  return [...new Set(found)].filter(
    (text) => text.length <= longestAddition && isNameLike(text) && !namesNothing.test(text),
  );
}

function namesIn(block: Block, blocks: readonly Block[], lang: string): readonly string[] {
  switch (block.type) {
    case 'table':
      return tableNames(block, lang);
    case 'code':
      return codeName(block as Code);
    case 'list':
      return listNames(block, blocks, lang);
    case 'heading':
      return plainTexts([block]);
    case 'callout':
      return block.title.length > 0 ? [plainText(block.title)] : [];
    case 'paragraph':
      return phraseIn(block.children);
    default:
      return [];
  }
}

/** Fewer rows are seen at a glance, and the first and the last say nothing of a long table; each of its parts is named alike. */
const fewestRows = 4;

/** The rows from the first to the last, by the first column that names them. */
function tableNames({ children: [header, ...rows], data }: Table, lang: string): readonly string[] {
  if (rows.length < (data?.shares ? 1 : fewestRows)) return [];
  const named = header?.children
    .map((_, column) => {
      const cells = rows.map((row) => row.children[column]);
      return data?.shares || isInOrder(cells) ? rangeOf(cells, lang) : undefined;
    })
    .find((range) => range !== undefined);
  return named === undefined ? [] : [named];
}

/** By alphabet, by number, by date: then the first and the last say what is between. "Signs" to "gave up" say nothing. */
function isInOrder(cells: readonly (Nodes | undefined)[]): boolean {
  const names = cells.map((cell) => (cell ? plainText([cell as Block]).trim() : ''));
  if (names.every((name) => /\d/.test(name))) return true;
  const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return names.every((name, at) => at === 0 || order.compare(names[at - 1] ?? '', name) <= 0);
}

function listNames(list: List, blocks: readonly Block[], lang: string): readonly string[] {
  const range = isNames(blocks)
    ? rangeOf(
        list.children.map((item) => item.children[0]),
        lang,
      )
    : undefined;
  const terms = leadNames(list);
  const names = isTalk(list, terms) ? [] : [...new Set(terms)];
  // "merge", before each of them, tells none from another; longer names are what the slide lists, not what it is about.
  const isEach = terms.length === list.children.length && (names.length > 1 || terms.length < 3);
  const isTold =
    isEach && names.length > 0 && (names.length === 1 || names.every((name) => /^\S{1,16}$/u.test(name)));
  return [...(range === undefined ? [] : [range]), ...(isTold ? [names.join(', ')] : [])];
}

/** `**Sam:**` and `**Ida:**`, one of whom speaks again or answers in the same bullet: who speaks is not what is said. */
function isTalk({ children }: List, terms: readonly string[]): boolean {
  if (terms.length < children.length || !terms.every((term) => term.endsWith(':'))) return false;
  const isAnswered = children.some(({ children: [, next] }) => {
    const said = next?.type === 'paragraph' ? next.children[0] : undefined;
    return said?.type === 'strong' && plainText([said]).endsWith(':');
  });
  return isAnswered || new Set(terms).size < terms.length;
}

/** The names that the bullets of a list begin with. */
function leadNames({ children }: List): readonly string[] {
  return children.flatMap(({ children: [line] }) => {
    if (line?.type !== 'paragraph') return [];
    const words = line.children as Phrasing[];
    const term = leadIn(words)?.term;
    const name = (term ? plainText(term).trim() : undefined) ?? boldOpening(words) ?? '';
    return name === '' ? [] : [name];
  });
}

/** The first few words that running text sets in bold: a term that it explains. */
function phraseIn(words: readonly PhrasingContent[]): readonly string[] {
  const opening = boldOpening(words as readonly Phrasing[]);
  if (opening !== undefined) return [opening];
  const strong = words.filter(({ type }) => type === 'strong').map((node) => plainText([node]).trim());
  const phrase = strong.find((text) => {
    const count = countWords(text);
    const { least, most, characters } = phraseWords;
    return count >= least && count <= most && text.length <= characters;
  });
  return phrase === undefined ? [] : [phrase.replace(/\s*[.:：]$/u, '')];
}

/** "Proof. Let …", "Theorem. …": a word or two that end as a sentence are a label. */
const labelSentence = /^(\p{Lu}[\p{L}\p{M}]{3,}(?: [\p{L}\p{M}\d]+)?)\.\s+\S/u;

function labelOf(block: Block): readonly string[] {
  const label = block.type === 'paragraph' ? labelSentence.exec(plainText([block]))?.[1] : undefined;
  return label === undefined ? [] : [label];
}

/** In one line, without a colon at its end. */
function plainTexts(words: readonly Nodes[]): readonly string[] {
  const text = plainText(words as Phrasing[])
    .replace(/\s+/gu, ' ')
    .replace(/\s*[:：]$/u, '')
    .trim();
  return text === '' ? [] : [text];
}

/** Words, or a date: "10/24/22", "24.10.2022". A bare number names no row, nor does a time stamp. */
function isNameLike(text: string): boolean {
  return !/\d{4}-\d\d-\d\dT\d/u.test(text) && /\p{L}|\d[/-]\d|\d\.\d+\.\d/u.test(text);
}

function holdsFormula(node: Nodes): boolean {
  if (node.type === 'inlineMath') return true;
  return 'children' in node && node.children.some(holdsFormula);
}

/** The first and the last of the names, or of the cells that name rows; undefined where they are more than names. */
function rangeOf(all: readonly (Nodes | undefined)[], lang: string): string | undefined {
  const names = [all[0], all.at(-1)].map((one) => (one ? plainText([one as Block]).trim() : ''));
  const [from = '', to = ''] = names;
  if (names.some((name) => !isNameLike(name) || name.length > longestName)) return undefined;
  if ([all[0], all.at(-1)].some((one) => one && 'children' in one && one.children.some(holdsFormula)))
    return undefined;
  return from === to ? from : rangeWords(from, to, lang);
}
