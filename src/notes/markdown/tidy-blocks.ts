import type {
  Heading,
  Link,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { readCode, withoutLastAttributes } from '../dialects/attributes.ts';
import { withLetters } from '../dialects/lettered-lists.ts';
import type { LineHabits } from './line-habits.ts';
import { isSafeUrl } from './links.ts';
import { noteLines } from './note-lines.ts';
import { overIndentedBullets } from './over-indented-bullets.ts';
import { keepLines, partNameOfQuestions } from './own-lines.ts';
import { mergeText, sliceText, textOffsets } from './source-text.ts';
import { at, endOf, startOf } from './tree.ts';
import { headedLines, typedLines } from './typed-lines.ts';

/**
 * Small repairs that make later stages simpler: a formula that stands alone is a block, a
 * heading inside a bullet is a bold line, and nothing empty is left over.
 */
export function tidyBlocks(
  children: RootContent[],
  parent: Nodes,
  source: string,
  habits: (() => LineHabits) | undefined,
): RootContent[] {
  const tidy = children.flatMap((child, index): RootContent[] => {
    if (child.type === 'paragraph') {
      const caption = captionOf(child, children[index - 1], children[index + 1], source);
      if (caption) return [caption];
      const [name, asked] = (parent.type === 'root' && partNameOfQuestions(child, source)) || [];
      if (name && asked) return [name, ...tidyParagraph(asked, source)];
      const isTyped = parent.type === 'root' && keepLines(child.children, source) === child.children;
      const lines = isTyped ? noteLines(child, children[index - 1], source) : undefined;
      if (lines) return headedLines(lines, source);
      const around = { parent, before: children[index - 1], after: children[index + 1] };
      const typed = habits && typedLines(child, around, source, habits);
      return typed ?? tidyParagraph(child, source);
    }
    if (child.type === 'heading' && isUnderlinedByBullet(child, parent, source)) return plainLine(child);
    if (child.type === 'heading' && parent.type === 'listItem') return boldLine(child);
    if (child.type === 'heading') return [exportedHeading(child, source)];
    if (child.type === 'list') return filledList(child).map((list) => withLetters(list, source));
    if (child.type === 'table') return filledTable(child);
    if (child.type === 'code') return [readCode(child, source)];
    if (child.type === 'math' && child.meta) {
      return [{ ...child, value: `${child.meta}\n${child.value}`, meta: null }];
    }
    if (child.type === 'math') return [{ ...child, value: child.value.trim() }];
    return [child];
  });
  return joinNumbers(joinLists(tidy, source));
}

/** Google Docs writes `## **Words** {#words}`: neither asterisks nor braces are part of the heading. */
function exportedHeading(heading: Heading, source: string): Heading {
  const words = withoutLastAttributes(heading.children, source);
  const [only, ...others] = words;
  const children = only?.type === 'strong' && others.length === 0 ? only.children : words;
  return { ...heading, children };
}

/** "Table 2: words", in the languages that have the word first. */
const numberedTable =
  /^(?:table|tab\.|tabelle|tabell?|tableau|tabla|tabella|tabela|taulukko|таблица|表)\s?(?:\d+(?:\.\d+)*)?\s?[:.：]\s?\S/iu;

/** Characters of a caption, at most. */
const longestCaption = 160;

/** Above or below a table: Pandoc's `: words {#tbl-name}`, and "Table 2: words". */
function captionOf(
  paragraph: Paragraph,
  before: RootContent | undefined,
  after: RootContent | undefined,
  source: string,
): Paragraph | undefined {
  const [first, ...others] = paragraph.children;
  if (first?.type !== 'text' || (before?.type !== 'table' && after?.type !== 'table')) return undefined;
  const sign = /^:[ \t]+(?=\S)/.exec(first.value)?.[0].length ?? 0;
  const isCaption =
    (sign > 0 || numberedTable.test(first.value)) && endOf(paragraph) - startOf(paragraph) <= longestCaption;
  const data = isCaption ? { data: { ...paragraph.data, isCaption: true as const } } : {};
  const rest = sliceText(first, sign, first.value.length, textOffsets(first, source));
  const children = withoutLastAttributes([...(rest ? [rest] : []), ...others], source);
  return { ...paragraph, ...data, children };
}

/** Without bullets that have nothing in them; numbers go on counting. */
function filledList(list: List): List[] {
  const isEmpty = ({ children, checked }: ListItem): boolean => children.length === 0 && checked == null;
  const children = list.ordered ? list.children : list.children.filter((item) => !isEmpty(item));
  if (children.length === 0) return [];
  return [children.length === list.children.length ? list : { ...list, children }];
}

/** Without the rows that have nothing in them; a table to be filled in keeps them. */
function filledTable(table: Table): RootContent[] {
  const isFilled = ({ children }: TableRow): boolean =>
    children.some((cell) => cell.data?.span !== undefined || !cell.children.every(isBlank));
  const heads = table.data?.headRows ?? 1;
  const children = table.children.filter((row, at) => at < heads || isFilled(row));
  if (!table.children.some(isFilled)) return [];
  return children.length === table.children.length || children.length === heads
    ? [table]
    : [{ ...table, children }];
}

/** `- words` above an empty `  -`: for Markdown a heading, for its author an empty bullet. */
function isUnderlinedByBullet(heading: Heading, parent: Nodes, source: string): boolean {
  return (
    parent.type === 'listItem' && /[\r\n][ \t]*-[ \t]*$/.test(source.slice(startOf(heading), endOf(heading)))
  );
}

function plainLine({ children, position }: Heading): RootContent[] {
  return [{ type: 'paragraph', children, ...(position ? { position } : {}) }];
}

/** Bullets with other markers, and no blank line between: one list, whose author did not look at the marker. */
function joinLists(blocks: RootContent[], source: string): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const isNext =
      block.type === 'list' &&
      last?.type === 'list' &&
      !block.ordered &&
      !last.ordered &&
      /^[ \t]*(?:\r\n|\r|\n)?[ \t]*$/.test(source.slice(endOf(last), startOf(block)));
    if (isNext)
      joined[joined.length - 1] = {
        ...last,
        children: [...last.children, ...block.children],
        position: at(startOf(last), endOf(block)),
      };
    else joined.push(block);
  }
  return joined;
}

/**
 * `1. Flour`, a blank line, bullets at the margin, `2. Water`, bullets: one list, whose numbers go on, with the bullets
 * below their numbers.
 */
function joinNumbers(blocks: RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as RootContent;
    const run = numberedRun(blocks, index);
    const last = blocks[run - 1];
    if (block.type !== 'list' || !last || run - index < 3) joined.push(block);
    else {
      const children = blocks.slice(index, run).reduce<ListItem[]>(nestBelow, []);
      joined.push({ ...block, children, position: at(startOf(block), endOf(last)) });
      index = run - 1;
    }
  }
  return joined;
}

/** Behind the last of the lists that follow one another: numbers, bullets, the next numbers. */
function numberedRun(blocks: readonly RootContent[], from: number): number {
  let next: number | undefined;
  let to = from;
  for (const block of blocks.slice(from, from + 200)) {
    if (block.type !== 'list' || (next === undefined && !block.ordered)) break;
    const isNumber = block.ordered === true;
    if (isNumber && next !== undefined && block.start !== next) break;
    if (!isNumber && blocks[to - 1]?.type === 'list' && !(blocks[to - 1] as List).ordered) break;
    if (isNumber) next = (block.start ?? 1) + block.children.length;
    to += 1;
  }
  return to;
}

function nestBelow(items: ListItem[], block: RootContent): ListItem[] {
  if (block.type !== 'list') return items;
  if (block.ordered) return [...items, ...block.children];
  const number = items.at(-1);
  if (!number) return items;
  const nested = {
    ...number,
    children: [...number.children, block],
    position: at(startOf(number), endOf(block)),
  };
  return [...items.slice(0, -1), nested];
}

function tidyParagraph(node: Paragraph, source: string): RootContent[] {
  const words = node.children.filter((child) => !isBlank(child));
  const only = words[0];
  if (only === undefined) return [];
  const position = node.position ? { position: node.position } : {};
  if (words.length === 1 && only.type === 'inlineMath' && source.startsWith('$$', startOf(only))) {
    return [{ type: 'math', value: only.value.trim(), meta: null, ...position }];
  }
  return overIndentedBullets(node, source).map((block) =>
    block.type === 'paragraph' ? { ...block, children: keepLines(block.children, source) } : block,
  );
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function boldLine(heading: Heading): RootContent[] {
  if (heading.children.length === 0) return [];
  const position = heading.position ? { position: heading.position } : {};
  return [
    {
      type: 'paragraph',
      children: [{ type: 'strong', children: heading.children, ...position }],
      ...position,
    },
  ];
}

/** Links that lead where no slide should lead keep their words only, and so does `@name@host`, which is no mail address. */
export function tidyLinks(children: PhrasingContent[], source: string): PhrasingContent[] {
  const isBare = (child: PhrasingContent): child is Link =>
    child.type === 'link' && (!isSafeUrl(child.url) || isHandle(child, source));
  if (!children.some(isBare)) return children;
  return mergeText(
    children.flatMap((child): PhrasingContent[] => (isBare(child) ? child.children : [child])),
  );
}

function isHandle(link: Link, source: string): boolean {
  return (
    link.url.startsWith('mailto:') &&
    /(?:^|[^\p{L}\p{N}_.@])@$/u.test(source.slice(Math.max(0, startOf(link) - 2), startOf(link)))
  );
}
