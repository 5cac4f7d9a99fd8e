import type { Paragraph, RootContent } from 'mdast';
import type { Block } from '../block.ts';
import { plainText } from '../plain-text.ts';

/** Letters that a line below a title has at most: two lines of the title slide. */
const longest = 140;

/** Letters of a line of an agenda. */
const longestLine = 60;

/**
 * One line below the title that says what the talk is, or, set off as a quotation, where it is from: newspapers
 * call it the deck. `blocks` are all that stands before the next heading. A slide of its own would
 * have nothing else on it, and no title.
 */
export function readDeckLine(blocks: readonly RootContent[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph')
    return rest.every(isContents) && rest.length <= 1 && isLine(first) ? [first] : [];
  if (first?.type !== 'blockquote') return [];
  const [only, ...more] = first.children;
  return only?.type === 'paragraph' && more.length === 0 && isLine(only) ? [only] : [];
}

/** A list of few words each may be the agenda, which this line would keep from being seen as one. */
function isContents(block: RootContent): boolean {
  if (block.type !== 'list') return false;
  return block.children.every(
    (item) => item.children.length === 1 && plainText(item.children as Block[]).length <= longestLine,
  );
}

/** Short, without pictures, and not the beginning of a list. */
function isLine(paragraph: Paragraph): boolean {
  const text = plainText([paragraph]).trim();
  const isShown = paragraph.children.every(({ type }) => type !== 'image' && type !== 'html');
  return isShown && text.length <= longest && /^[\p{L}\p{N}\p{Pi}"'(¿¡]/u.test(text) && !/[:：]$/u.test(text);
}
