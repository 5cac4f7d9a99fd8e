// Lengths that compositions go by, in words and characters.
import type { Nodes } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { type Item, itemText } from '../content/index.ts';
import type { BodySize } from '../layout.ts';

/** Words a character makes in scripts without spaces between words: `Intl.Segmenter` over Chinese, Japanese and Thai notes. */
const unspaced = [
  { of: /\p{sc=Han}/gu, words: 0.6 },
  { of: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, words: 0.5 },
  { of: /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu, words: 0.26 },
] as const;

/** A run of characters that is a word. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,:/@&+%-]*/gu;

const allUnspaced = new RegExp(unspaced.map(({ of }) => of.source).join('|'), 'gu');

/** Words in a text. */
export function countWords(text: string): number {
  let words = 0;
  let spaced = text;
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(text)) {
    for (const script of unspaced) {
      words += (spaced.match(script.of)?.length ?? 0) * script.words;
      spaced = spaced.replace(script.of, ' ');
    }
  }
  return Math.ceil(words) + (spaced.match(word)?.length ?? 0);
}

/** Words of an item and of all below it. */
export function countItemWords({ words, details }: Item): number {
  return countWords(plainText(words)) + countWords(plainText(details));
}

/** Characters of the longest word: what a narrow column has to hold. A formula is not broken. */
export function longestWord(items: readonly Item[]): number {
  return Math.max(
    0,
    ...items.flatMap((item) =>
      `${itemText(item)} ${plainText(item.details)}`
        .replace(allUnspaced, ' ')
        .split(/[\s/–—-]+/u)
        .map((word) => word.length),
    ),
    ...items.flatMap(({ words, details }) => formulaLengths([...words, ...details])),
  );
}

/** Up to so large a share of the characters of its source is a formula's width. */
const drawnShare = 2 / 3;

function formulaLengths(nodes: readonly (Block | Phrasing | Nodes)[]): readonly number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'inlineMath') return [Math.ceil(node.value.length * drawnShare)];
    return 'children' in node ? formulaLengths(node.children as Nodes[]) : [];
  });
}

/** Characters of the longest run without a space: an address breaks badly in large type. */
export function longestUnspaced(text: string): number {
  const runs = text.replace(allUnspaced, ' ').split(/\s+/u);
  // Not as arguments: a paragraph may have more words than a call takes.
  return runs.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Whether blocks are words alone: nothing that has a size or a shape of its own. */
export function isWords(blocks: readonly Block[]): boolean {
  return blocks.every((block) => {
    if (block.type === 'list') return block.children.every((item) => isWords(item.children as Block[]));
    return (
      block.type === 'paragraph' && block.children.every(({ type }) => type !== 'image' && type !== 'break')
    );
  });
}

/**
 * Scripts whose letters and marks reach higher and lower than those of Latin: in lines set as tight as large type they
 * touch each other.
 */
const tallScripts =
  /[\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

/** What reaches higher or lower than the letters around it: in another font, raised, framed. */
const reaching: ReadonlySet<string> = new Set(
  'inlineCode inlineMath image footnoteReference kbd sub sup'.split(' '),
);

/** Scripts whose letters fill their square. */
const wideScripts = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Signs that fill a line from its top to its bottom: emoji, and what frames are drawn with. */
const fullSigns = /[\p{Extended_Pictographic}\u2500-\u259f]/u;

/**
 * The line that large words need at least, in em, so that two of them do not touch: Latin letters take any, those with
 * a mark above a capital more, then code, formulas, pictures and what is raised, and two marks at one letter most.
 */
export function leadingOf(words: readonly (Block | Phrasing)[]): 1.4 | 1.2 | 1.15 | 0 {
  const text = plainText(words).normalize('NFD');
  if (tallScripts.test(text) || /\p{M}\p{M}/u.test(text)) return 1.4;
  if (fullSigns.test(text) || wideScripts.test(text) || words.some(reaches)) return 1.2;
  return /\p{Lu}\p{M}/u.test(text) ? 1.15 : 0;
}

function reaches(node: Block | Phrasing): boolean {
  if (reaching.has(node.type === 'element' ? node.name : node.type)) return true;
  return 'children' in node && (node.children as (Block | Phrasing)[]).some(reaches);
}

/** Whether words can be set large, in lines too close for what stands highest and lowest in them. */
export function canBeLoud(words: readonly (Block | Phrasing)[]): boolean {
  const text = plainText(words);
  return !words.some(isTall) && !tallScripts.test(text) && !fullSigns.test(text);
}

function isTall(node: Block | Phrasing): boolean {
  const name = node.type === 'element' ? node.name : node.type;
  if (name === 'inlineMath' || name === 'image' || name === 'kbd') return true;
  return node.type === 'paragraph' && node.children.some(isTall);
}

function holdsFormula(node: Block | Phrasing): boolean {
  return (
    node.type === 'inlineMath' ||
    (node.type === 'paragraph' && node.children.some(({ type }) => type === 'inlineMath'))
  );
}

/** Boxes of tasks stand before their words: they need a list. */
export function hasTasks(items: readonly Item[]): boolean {
  return items.some(({ node }) => node.checked != null);
}

export function areTasks(items: readonly Item[]): boolean {
  return items.every(({ node }) => node.checked != null);
}

/** Most words of one of two points, and of one of three, that are set larger than a list. */
const largeOf: Readonly<Record<number, number>> = { 2: 16, 3: 8 };

/** A few short points are set large, as what is said; longer and more of them as a list that stands below its title. */
export function sizeFor(items: readonly Item[]): BodySize {
  const most = Math.max(0, ...items.map(countItemWords));
  if (items.length > 3) return items.length <= 5 && most <= 3 ? 'xl' : 'lg';
  if (most <= 6) return 'xxxl';
  // The source of a formula has more words than are seen.
  if (items.some(({ words }) => words.some(holdsFormula))) return 'xxl';
  return most > (largeOf[items.length] ?? most) ? 'lg' : 'xxl';
}
