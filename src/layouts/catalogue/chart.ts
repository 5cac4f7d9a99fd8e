import type { Table } from 'mdast';
import type { Block } from '../../notes/index.ts';
import {
  drawingBox,
  drawingWithTextBox,
  type NumberTable,
  readDrawingWithText,
  readNumberTable,
} from '../content/index.ts';
import type { Box, Content, Layout } from '../layout.ts';

/** A table of numbers, drawn. Its cells are the labels, so every one of them is on the slide. */
export const chart: Layout = {
  name: 'chart',
  purpose: 'a table of numbers of one kind, drawn as bars, as a line or as dots',
  slots: ['text', 'chart-bars', 'chart-columns', 'chart-line', 'chart-dots'],
  overflow: 'whole',
  largest: 'md',
  score: ({ blocks }) => {
    const numbers = numbersOf(blocks);
    return numbers && { score: 0.92, reason: reasonFor(numbers) };
  },
  isFor: ({ blocks }) => numbersOf(blocks) !== undefined,
  arrange: ({ blocks }: Content): Box => {
    const parts = readDrawingWithText(blocks, isTable);
    const numbers = numbersOf(blocks);
    if (!parts || !numbers) return { kind: 'flow', class: 'text', style: 'body', blocks };
    return drawingWithTextBox(parts, drawingBox(`chart-${numbers.kind}`, parts));
  },
};

function numbersOf(blocks: readonly Block[]): NumberTable | undefined {
  const parts = readDrawingWithText(blocks, isTable);
  return parts && readNumberTable(parts.drawing);
}

function isTable(block: Block): block is Table {
  return block.type === 'table';
}

function reasonFor({ kind, labels, series }: NumberTable): string {
  switch (kind) {
    case 'line':
      return `${labels.length} points in time: the way the numbers go is seen sooner than read`;
    case 'dots':
      return 'the numbers lie close together, so what counts is the distance between them';
    default:
      return `${labels.length * series.length} numbers of one kind, compared at a glance`;
  }
}
