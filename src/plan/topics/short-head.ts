import type { ListItem } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import { wordsInItem } from './amount.ts';

/** Words of a bullet that is a name, and of one that says something. */
const words = { name: 5, remark: 6 } as const;

/**
 * A short bullet of a flat list that names what is said behind it: "Human preference data", before "1.4M samples
 * collected". What follows begins with a figure or in lower case, or is a sentence.
 */
export function isShortHead(item: ListItem | undefined, next: ListItem | undefined): boolean {
  const [name, remark] = [textOf(item), textOf(next)];
  if (!item || !next || name === undefined || remark === undefined) return false;
  if (wordsInItem(item) > words.name || !/^\p{Lu}/u.test(name) || /\d|[.!?…,;:]$/u.test(name)) return false;
  return wordsInItem(next) >= words.remark || /^[\p{Ll}\d]/u.test(remark);
}

/** The words of a bullet with nothing below it. */
function textOf(item: ListItem | undefined): string | undefined {
  if (item?.children.length !== 1 || item.checked != null) return undefined;
  const [only] = item.children;
  if (only?.type !== 'paragraph') return undefined;
  const text = plainText([only as Block]).trim();
  return text === '' ? undefined : text;
}
