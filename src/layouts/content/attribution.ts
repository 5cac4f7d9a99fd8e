import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { itemsOf } from './items.ts';

/** Letters of a name with its source. */
const longest = 100;
const dash = /^\s*[-–—]{1,2}\s?\S/u;

/** Who said what is quoted: a short line after a dash, or one bullet, which is what Markdown makes of a hyphen. */
export function attributionOf(block: Block): readonly Phrasing[] | undefined {
  const text = plainText([block]);
  if (block.type === 'paragraph') return isSource(text) ? block.children : undefined;
  const [item, ...more] = itemsOf([block]);
  const isName = text.length < longest && /^[\p{Lu}\p{Lo}]/u.test(text) && !/[.!?。]\s*$/u.test(text);
  return item && more.length === 0 && item.details.length === 0 && isName ? item.words : undefined;
}

/** A short line that begins with a dash. */
export function isSource(text: string): boolean {
  return text.length < longest && dash.test(text);
}
