import type { Paragraph } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';

/** Longest label above a list, in characters. */
const longest = 84;

/** "Next steps:" above a list, or a line that is all bold. */
export function isLabel(block: Block | undefined): block is Paragraph {
  if (block?.type !== 'paragraph') return false;
  const text = plainText([block]).trim();
  if (text.length > longest || text.includes('\n')) return false;
  return /\p{L}.*[:：]$/u.test(text) || (block.children.length === 1 && block.children[0]?.type === 'strong');
}

/** A label's words as a title: without its colon. */
export function labelWords(words: readonly Phrasing[]): readonly Phrasing[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return withoutStrong(words);
  return [...words.slice(0, -1), { ...last, value: last.value.replace(/\s*[:：]\s*$/u, '') }];
}

/** A title is set off by itself: emphasis of all its words says nothing more. */
export function withoutStrong(words: readonly Phrasing[]): readonly Phrasing[] {
  const [only, ...others] = words;
  if (!only || others.length > 0) return words;
  return only.type === 'strong' ? labelWords(only.children) : withoutSpan(words);
}

/** Words that were set off as the head of what stands below them. */
export function withoutSpan(words: readonly Phrasing[]): readonly Phrasing[] {
  const [only, ...others] = words;
  const isSpan = only?.type === 'element' && others.length === 0 && only.name === 'span';
  return isSpan ? only.children : words;
}
