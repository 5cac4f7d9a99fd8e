import type { Nodes } from 'mdast';
import type { Position } from 'unist';
import { walk } from './walk.ts';

interface Positioned {
  position?: Position | undefined;
}

/** A position of which only the offsets are known yet; `placeLines` fills in the rest. */
export function at(start: number, end: number): Position {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: Math.max(start, end) },
  };
}

export function startOf(node: Positioned): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Positioned): number {
  return node.position?.end.offset ?? 0;
}

/** Gives offsets counted in a piece of the notes their place in the whole. */
export function moveOffsets(tree: Nodes, place: (offset: number) => number): void {
  walk(tree, (node) => {
    node.position = at(place(startOf(node)), place(endOf(node)));
  });
}

/** Sets line and column of every point from its offset. */
export function placeLines(trees: readonly Nodes[], text: string): void {
  const starts = lineStarts(text);
  for (const tree of trees) {
    walk(tree, (node) => {
      for (const point of node.position ? [node.position.start, node.position.end] : []) {
        const line = lineOf(starts, point.offset ?? 0);
        point.line = line + 1;
        point.column = (point.offset ?? 0) - (starts[line] ?? 0) + 1;
      }
    });
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
