// Lengths that compositions go by, in words and characters.
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { type Item, itemText } from '../content/index.ts';
import type { BodySize } from '../layout.ts';

/** Scripts without spaces between words: two characters count as a word. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu;

/** Words in a text. */
export function wordsOf(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0;
  return Math.ceil(characters / 2) + (text.replace(unspaced, ' ').match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0);
}

/** Words of an item and of all below it. */
export function countItemWords({ words, details }: Item): number {
  return wordsOf(plainText(words)) + wordsOf(plainText(details));
}

/** Characters of the longest word: what a narrow column has to hold. */
export function longestWord(items: readonly Item[]): number {
  return Math.max(
    0,
    ...items.flatMap((item) =>
      `${itemText(item)} ${plainText(item.details)}`
        .replace(unspaced, ' ')
        .split(/[\s/–—-]+/u)
        .map((word) => word.length),
    ),
  );
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

/** Whether words can be set large, in lines too close for what is raised or lowered in a formula, too. */
export function canBeLoud(words: readonly (Block | Phrasing)[]): boolean {
  return !words.some(holdsFormula) && !tallScripts.test(plainText(words));
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

/** A few short points are set large, as what is said; longer and more of them as a list that stands below its title. */
export function sizeFor(items: readonly Item[]): BodySize {
  if (items.length > 3) return items.length > 5 ? 'lg' : 'xl';
  return Math.max(0, ...items.map(countItemWords)) <= 6 ? 'xxxl' : 'xxl';
}
