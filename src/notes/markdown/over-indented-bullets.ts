import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { splitLines } from './source-text.ts';
import { at, endOf, startOf } from './tree.ts';

const bullet = /^(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)/;

/**
 * Bullets that are indented by four columns too many are the paragraph's own words for Markdown.
 * Nobody means that: they become a list below it, nested by their indents.
 */
export function overIndentedBullets(paragraph: Paragraph, source: string): RootContent[] {
  if (
    !paragraph.children.some(
      (child) => child.type === 'text' && /[\r\n][ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]/.test(child.value),
    )
  )
    return [paragraph];
  const lines = splitLines(paragraph.children, source).filter((line) => line.length > 0);
  const first = lines.findIndex((line, index) => index > 0 && isBullet(line));
  if (first === -1) return [paragraph];
  const before = lines.slice(0, first);
  const list = nested(lines.slice(first), source);
  const children = joined(before);
  return [
    { ...paragraph, children, position: at(startOf(paragraph), endOf(children.at(-1) ?? paragraph)) },
    list,
  ];
}

function isBullet(line: readonly PhrasingContent[]): boolean {
  return line[0]?.type === 'text' && bullet.test(line[0].value);
}

/** Lines that begin with no bullet go on the one before. */
function nested(lines: readonly PhrasingContent[][], source: string): List {
  const open: { indent: number; list: List }[] = [];
  for (const line of lines) {
    const indent = columnOf(startOf(line[0] as PhrasingContent), source);
    const top = open.at(-1);
    if (!isBullet(line)) {
      appendLine(top?.list.children.at(-1), line);
      continue;
    }
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
    const current = open.at(-1);
    const item = itemOf(line);
    if (current === undefined || indent > current.indent) {
      const list: List = {
        type: 'list',
        ordered: false,
        spread: false,
        children: [item],
        position: item.position,
      };
      current?.list.children.at(-1)?.children.push(list);
      open.push({ indent, list });
    } else current.list.children.push(item);
    for (const { list } of open) extend(list, endOf(item));
  }
  return (open[0] as { list: List }).list;
}

function itemOf(line: readonly PhrasingContent[]): ListItem {
  const [first, ...rest] = line;
  const marker = first?.type === 'text' ? (bullet.exec(first.value)?.[0].length ?? 0) : 0;
  const start = startOf(first as PhrasingContent);
  const end = endOf(line.at(-1) as PhrasingContent);
  const words =
    first?.type === 'text'
      ? [{ ...first, value: first.value.slice(marker), position: at(start + marker, endOf(first)) }]
      : [];
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [...words, ...rest],
    position: at(start + marker, end),
  };
  return { type: 'listItem', spread: false, children: [paragraph], position: at(start, end) };
}

function appendLine(item: ListItem | undefined, line: readonly PhrasingContent[]): void {
  const paragraph = item?.children[0];
  if (paragraph?.type === 'paragraph') paragraph.children = joined([paragraph.children, [...line]]);
}

function extend(node: List, end: number): void {
  node.position = at(startOf(node), end);
  const last = node.children.at(-1);
  if (last) last.position = at(startOf(last), end);
}

/** Lines as one run of words, their ends the white space they were. */
function joined(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] => {
    const before = lines[index - 1]?.at(-1);
    const first = line[0];
    if (before === undefined || first === undefined) return line;
    return [{ type: 'text', value: '\n', position: at(endOf(before), startOf(first)) }, ...line];
  });
}

/** Tabs go to the next multiple of four. */
function columnOf(offset: number, source: string): number {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  let column = 0;
  for (const marker of source.slice(lineStart, offset))
    column = marker === '\t' ? column + 4 - (column % 4) : column + 1;
  return column;
}
