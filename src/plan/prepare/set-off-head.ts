import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import { leadIn } from '../../layouts/index.ts';
import { type Phrasing, plainText } from '../../notes/index.ts';

/** Letters of a point that can stand as the heading of what is below it. */
const longest = 60;

const headClass = 'lead head';

/** What stands below it is its answer, and `qa` sets it as one. */
const isQuestion = /[?？؟]$/u;

/** A short point with points below it heads them, and is set like a lead-in; any other item as it is. */
export function setOffHead(item: ListItem): ListItem {
  const [first, second] = item.children;
  if (first?.type !== 'paragraph' || second?.type !== 'list') return item;
  const words = first.children as Phrasing[];
  const text = plainText(words).trim();
  if (text === '' || text.length > longest || isQuestion.test(text) || leadIn(words)) return item;
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
