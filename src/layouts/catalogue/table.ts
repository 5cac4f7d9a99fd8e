import type { Table, TableRow } from 'mdast';
import { plainText } from '../../notes/index.ts';
import { longestUnspaced } from '../compositions/lengths.ts';
import { blocksOfType, isIntroduction } from '../content/index.ts';
import type { Layout } from '../layout.ts';

/** A table, alone or with the sentence that introduces it. */
export const table: Layout = {
  name: 'table',
  purpose: 'a table, with the sentence that introduces it',
  slots: ['content'],
  overflow: 'flow',
  largest: 'xl',
  score: ({ blocks }) => {
    if (blocksOfType(blocks, 'table').length !== 1 || blocks.length > 3) return undefined;
    const beside = blocks.filter(({ type }) => type !== 'table' && type !== 'footnoteDefinition');
    if (!beside.every(isIntroduction)) return undefined;
    return { score: 0.9, reason: 'a table' };
  },
  isFor: ({ blocks }) => blocksOfType(blocks, 'table').length > 0,
  arrange: ({ blocks }) => {
    const tables = blocksOfType(blocks, 'table');
    const looks = [
      'content',
      'rows-of-table',
      ...tables.slice(0, 1).map(lookOf),
      tables.some(hasMarkedRow) ? 'marked' : '',
      tables.some(hasStub) ? 'stub' : '',
    ];
    return {
      kind: 'flow',
      class: looks.filter(Boolean).join(' '),
      style: 'body',
      blocks: blocks.map((block) => (block.type === 'table' ? withStub(block) : block)),
    };
  },
};

/** Most characters of a name in the column at the side of the content, and of its longest word. */
const longestName = { all: 40, word: 12 } as const;

/** The table, with what says that its first column names the rows. */
export function withStub(table: Table): Table {
  return hasStub(table) ? { ...table, data: { ...table.data, stub: true } } : table;
}

/** Whether the first of several columns is one of names, none of which reaches into another column or row. */
function hasStub({ children: rows, data }: Table): boolean {
  if (data?.tight || rows.some(({ children }) => children.length < 2)) return false;
  if (rows.some(({ children }) => children.some((cell) => cell.data?.span))) return false;
  return rows.every(({ children: [first] }) => {
    const name = plainText(first?.children ?? []);
    return name.length <= longestName.all && longestUnspaced(name) <= longestName.word;
  });
}

/** A part of a table is set like the others, whatever its own cells hold. */
function lookOf(table: Table): string {
  if (!table.data?.shares) return isWordy(table) ? 'wordy' : '';
  return table.data.air ? `part-of-table share-${table.data.air}` : 'part-of-table';
}

/** From so many characters on a cell is read as a sentence: it may be wrapped, so all rows begin at their top. */
const sentence = 24;

function isWordy({ children: rows }: Table): boolean {
  return rows.slice(1).some((row) => row.children.some((cell) => plainText(cell.children).length > sentence));
}

/** Whether one row, and no other, is set bold throughout: it is what the table is about. */
function hasMarkedRow({ children: rows }: Table): boolean {
  const marked = rows.slice(1).filter(isBold);
  return marked.length === 1 && rows.length > 2;
}

function isBold({ children: cells }: TableRow): boolean {
  return cells.every(({ children }) => children.length === 1 && children[0]?.type === 'strong');
}
