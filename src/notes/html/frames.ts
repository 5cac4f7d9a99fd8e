import type { ListItem, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { Position } from 'unist';
import { at, endOf, startOf } from '../markdown/tree.ts';
import { plainText } from '../plain-text.ts';
import { type PhrasingItem, pairTags } from './html-phrasing.ts';

/** An element that is open while HTML is read; the outermost has no name. */
export interface Frame {
  readonly name: string;
  readonly start: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly blocks: RootContent[];
  /** Words and inline tags that are no paragraph yet. */
  readonly words: PhrasingItem[];
  readonly cells: HtmlCell[];
  readonly rows: HtmlRow[];
}

interface HtmlCell {
  readonly blocks: readonly RootContent[];
  readonly isHead: boolean;
  /** Columns and rows that it takes. */
  readonly columns: number;
  readonly rows: number;
}

interface HtmlRow {
  readonly cells: readonly HtmlCell[];
  readonly start: number;
  readonly end: number;
}

export function newFrame(
  name: string,
  start: number,
  attributes: ReadonlyMap<string, string> = new Map(),
): Frame {
  return { name, start, attributes, blocks: [], words: [], cells: [], rows: [] };
}

/** Turns a finished element into nodes of the one around it. `end` where its end tag stands, if it has one. */
export function closeFrame(frame: Frame, parent: Frame, end: number = lastEnd(frame)): void {
  const position = at(frame.start, end);
  if (frame.name === 'td' || frame.name === 'th') parent.cells.push(cellOf(frame));
  else if (frame.name === 'tr') parent.rows.push({ cells: frame.cells, start: frame.start, end });
  else for (const node of nodesOf(frame, position)) parent.blocks.push(node);
}

/** Columns and rows of a table of HTML that one cell may take. */
const widestSpan = 50;

function cellOf({ blocks, attributes, name }: Frame): HtmlCell {
  const span = (name: string): number =>
    Math.min(widestSpan, Math.max(1, Number.parseInt(attributes.get(name) ?? '1', 10) || 1));
  return { blocks, isHead: name === 'th', columns: span('colspan'), rows: span('rowspan') };
}

function lastEnd(frame: Frame): number {
  const cells = [...frame.rows.flatMap((row) => row.cells), ...frame.cells].flatMap(({ blocks }) => blocks);
  return Math.max(frame.start, ...[...frame.blocks.slice(-1), ...cells.slice(-1)].map(endOf));
}

function nodesOf(frame: Frame, position: Position): RootContent[] {
  switch (frame.name) {
    case 'ul':
    case 'ol':
      return listOf(frame, position);
    case 'li':
      return [{ type: 'listItem', spread: false, children: frame.blocks as ListItem['children'], position }];
    case 'table':
      return tableOf(frame, position);
    case 'blockquote':
      return frame.blocks.length === 0
        ? []
        : [{ type: 'blockquote', children: frame.blocks as ListItem['children'], position }];
    case 'aside':
      return frame.blocks.length === 0
        ? []
        : [
            {
              type: 'callout',
              calloutKind: 'note',
              title: [],
              children: frame.blocks as ListItem['children'],
              position,
            },
          ];
    case 'pre':
      return [{ type: 'code', value: plainText(frame.blocks as never[]), position }];
    case 'summary':
    case 'dt':
      return strongOf(frame.blocks);
    case 'caption':
      return frame.blocks.map((block) =>
        block.type === 'paragraph' ? { ...block, data: { isCaption: true } } : block,
      );
    default:
      return headingOf(frame, position);
  }
}

function listOf(frame: Frame, position: Position): RootContent[] {
  if (frame.blocks.length === 0) return [];
  const children = frame.blocks.map(
    (block): ListItem =>
      block.type === 'listItem'
        ? block
        : {
            type: 'listItem',
            spread: false,
            children: [block] as ListItem['children'],
            position: at(startOf(block), endOf(block)),
          },
  );
  const first = Number(frame.attributes.get('start') ?? 1);
  const start = frame.name === 'ol' ? { start: Number.isInteger(first) ? first : 1 } : {};
  return [{ type: 'list', ordered: frame.name === 'ol', ...start, spread: false, children, position }];
}

/** A table if every cell is a line of words; else its content, cell after cell. */
function tableOf(frame: Frame, position: Position): RootContent[] {
  const cells = frame.rows.flatMap((row) => row.cells.map(({ blocks }) => blocks));
  if (cells.length === 0 || cells.flat().some((block) => block.type !== 'paragraph')) {
    return [...frame.blocks, ...cells.flat()];
  }
  const rows = frame.rows.filter((row) => row.cells.length > 0);
  const children = filledRows(rows);
  const columns = children.reduce((most, row) => Math.max(most, row.children.length), 0);
  const align = Array.from({ length: columns }, () => null);
  const body = rows.findIndex((row) => !row.cells.every((cell) => cell.isHead));
  const data = body > 1 ? { data: { headRows: body } } : {};
  return [...frame.blocks, { type: 'table', align, children, position, ...data }];
}

/** A cell that takes several columns or rows stands in the first and says so, and the others are empty. */
function filledRows(rows: readonly HtmlRow[]): TableRow[] {
  /** Rows from here on in which a column is taken. */
  let taken: number[] = [];
  return rows.map(({ cells, start, end }): TableRow => {
    const children: TableCell[] = [];
    const below: number[] = [];
    const put = (cell: HtmlCell | undefined, left: number): void => {
      below[children.length] = left;
      const place = children.at(-1)?.position?.end.offset ?? start;
      const { columns = 1, rows = 1 } = cell ?? {};
      const data = columns > 1 || rows > 1 ? { data: { span: { columns, rows } } } : {};
      children.push({ ...tableCell(cell?.blocks ?? [], place), ...data });
    };
    const skip = (): void => {
      for (let left = taken[children.length] ?? 0; left > 0; left = taken[children.length] ?? 0)
        put(undefined, left - 1);
    };
    for (const cell of cells) {
      skip();
      for (let column = 0; column < cell.columns; column += 1)
        put(column === 0 ? cell : undefined, cell.rows - 1);
    }
    skip();
    taken = below;
    return { type: 'tableRow', children, position: at(start, end) };
  });
}

function tableCell(blocks: readonly RootContent[], place: number): TableCell {
  const position = blocks[0] ? at(startOf(blocks[0]), endOf(blocks.at(-1) as RootContent)) : at(place, place);
  return { type: 'tableCell', children: wordsOf(blocks), position };
}

/** The paragraphs' words, with line breaks between one and the next. */
function wordsOf(blocks: readonly RootContent[]): PhrasingContent[] {
  return (blocks as readonly Paragraph[]).flatMap((block, index) => [
    ...(index === 0 ? [] : [{ type: 'break' as const, position: at(startOf(block), startOf(block)) }]),
    ...block.children,
  ]);
}

function strongOf(blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((block) =>
    block.type === 'paragraph' && block.position
      ? { ...block, children: [{ type: 'strong', children: block.children, position: block.position }] }
      : block,
  );
}

function headingOf(frame: Frame, position: Position): RootContent[] {
  const depth = Number(frame.name.slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
  if (frame.blocks.some((block) => block.type !== 'paragraph')) return frame.blocks;
  const children = wordsOf(frame.blocks);
  return children.length === 0 ? [] : [{ type: 'heading', depth, children, position }];
}

/** Makes a paragraph of the words that are waiting, in its own direction where it has one. */
export function flushWords(frame: Frame, dir: 'ltr' | 'rtl' | undefined): void {
  if (frame.words.length === 0) return;
  const paired = pairTags(frame.words);
  const words = frame.name === 'pre' ? paired : trimmed(paired);
  frame.words.length = 0;
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return;
  const position = at(startOf(first), endOf(last));
  const children: Paragraph['children'] =
    dir === undefined ? words : [{ type: 'element', name: 'bdi', dir, children: words, position }];
  frame.blocks.push({ type: 'paragraph', children, position });
}

/** Without the white space and line breaks at both ends. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const start = nodes.findIndex((node) => !isBlank(node));
  if (start === -1) return [];
  const words = nodes.slice(start, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  const first = words[0];
  if (first?.type === 'text') words[0] = { ...first, value: first.value.trimStart() };
  const last = words.at(-1);
  if (last?.type === 'text') words[words.length - 1] = { ...last, value: last.value.trimEnd() };
  return words;
}
