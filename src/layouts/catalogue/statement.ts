import { type Phrasing, plainText } from '../../notes/index.ts';
import { itemsOf } from '../content/index.ts';
import type { Content, Layout } from '../layout.ts';

/** Longest sentence that can stand alone, in letters, and the fewest words that make one. */
const longest = 110;
const fewestWords = 4;

/** One short sentence, no link and no label, that fills the slide. */
export const statement: Layout = {
  name: 'statement',
  purpose: 'one short sentence that fills the slide',
  slots: ['statement'],
  overflow: 'whole',
  suits: ({ blocks }) => {
    const words = onlySentence(blocks);
    const text = words ? plainText(words) : '';
    if (/[:：,，;]\s*$/u.test(text)) return undefined;
    if (text.length > longest || text.split(/\s+/u).length < fewestWords) return undefined;
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
  if (first?.type === 'paragraph') return hasOnlyText(first.children) ? first.children : undefined;
  const items = itemsOf(blocks);
  const [item] = items;
  if (items.length !== 1 || !item || item.details.length > 0 || item.node.checked != null) return undefined;
  return hasOnlyText(item.words) ? item.words : undefined;
}

function hasOnlyText(words: readonly Phrasing[]): boolean {
  return (
    words.length > 0 &&
    words.every((word) => word.type !== 'image' && word.type !== 'break' && word.type !== 'link')
  );
}
