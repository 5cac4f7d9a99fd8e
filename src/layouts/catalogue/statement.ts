import { type Phrasing, plainText } from '../../notes/index.ts';
import { itemsOf } from '../content/index.ts';
import type { Content, Layout } from '../layout.ts';

/** Longest sentence that can stand alone, in characters, and the fewest words that make one. */
const longest = 110;
const fewestWords = 4;

/** Scripts without spaces between words: three characters make about one. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;

/** One short sentence, no address and no label, that fills the slide. */
export const statement: Layout = {
  name: 'statement',
  purpose: 'one short sentence that fills the slide',
  slots: ['statement'],
  overflow: 'whole',
  largest: 'xxxl',
  fills: 'floor',
  score: ({ blocks }) => {
    const words = onlySentence(blocks);
    const text = words ? plainText(words) : '';
    if (/[:：,，;]\s*$/u.test(text)) return undefined;
    // The lines of a statement are too close for what is raised or lowered in a formula.
    if (words?.some(({ type }) => type === 'inlineMath')) return undefined;
    if (text.length > longest || wordsIn(text) < fewestWords) return undefined;
    return { score: 0.7, reason: 'one short sentence says it all' };
  },
  isFor: ({ blocks }) => onlySentence(blocks) !== undefined,
  arrange: ({ blocks }) => {
    const words = onlySentence(blocks);
    if (!words) return { kind: 'flow', class: 'statement', style: 'statement', blocks };
    return { kind: 'line', class: 'statement', style: 'statement', content: words };
  },
};

function onlySentence(blocks: Content['blocks']): readonly Phrasing[] | undefined {
  const [first, ...rest] = blocks;
  if (rest.length > 0) return undefined;
  if (first?.type === 'paragraph')
    return hasOnlyText(first.children) && !first.children.some(isAddress) ? first.children : undefined;
  const items = itemsOf(blocks);
  const [item] = items;
  if (items.length !== 1 || !item || item.details.length > 0 || item.node.checked != null) return undefined;
  // A bullet with a link is a reference: it looks as it does where there are more of them.
  return hasOnlyText(item.words) && !item.words.some(isLink) ? item.words : undefined;
}

function hasOnlyText(words: readonly Phrasing[]): boolean {
  return words.length > 0 && words.every(({ type }) => type !== 'image' && type !== 'break');
}

function isLink({ type }: Phrasing): boolean {
  return type === 'link';
}

/** A link that shows where it leads: it is copied down, not read out. */
function isAddress(word: Phrasing): boolean {
  return isLink(word) && /^\S*[./@]\S*$/u.test(plainText([word]).trim());
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length + (text.match(unspaced)?.length ?? 0) / 3;
}
