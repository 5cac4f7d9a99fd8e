import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { isQuestion, leadIn } from '../../layouts/index.ts';
import { type Phrasing, plainText } from '../../notes/index.ts';

/** Letters of a point that can stand as the heading of what is below it. */
const longest = 60;

const headClass = 'lead head';

/**
 * Short points with points below them head them, and are set like lead-ins. All of a list or none: one that is a
 * sentence or a question would look as if it mattered less.
 */
export function setOffHeads(list: List): List {
  const heading = list.children.filter((item) => item.children[1]?.type === 'list');
  if (heading.length === 0 || !heading.every(canHead)) return list;
  return {
    ...list,
    children: list.children.map((item) => (heading.includes(item) ? setOffHead(item) : item)),
  };
}

function canHead({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const words = first.children as Phrasing[];
  const text = plainText(words).trim();
  if (leadIn(words)) return true;
  return text !== '' && text.length <= longest && !isQuestion(text);
}

function setOffHead(item: ListItem): ListItem {
  const [first] = item.children;
  if (first?.type !== 'paragraph' || leadIn(first.children as Phrasing[])) return item;
  return { ...item, children: [asHead(first), ...item.children.slice(1)] };
}

/** The same point without what it headed: a point like any other. */
export function withoutHead(paragraph: Paragraph): Paragraph {
  const [only] = paragraph.children as Phrasing[];
  if (only?.type !== 'element' || only.class !== headClass) return paragraph;
  return { ...paragraph, children: only.children };
}

function asHead(paragraph: Paragraph): Paragraph {
  const position = paragraph.position ? { position: paragraph.position } : {};
  const children = paragraph.children as PhrasingContent[];
  const head: Phrasing = { type: 'element', name: 'span', class: headClass, children, ...position };
  return { ...paragraph, children: [head as PhrasingContent] };
}
