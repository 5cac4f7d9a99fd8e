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

/**
 * Some nodes come without a place (addresses that were found in running text): each begins
 * where the one before it ends, and ends before the next that knows its place.
 */
export function fillPositions(tree: Nodes): void {
  walk(tree, (node) => {
    if (!('children' in node)) return;
    let last = startOf(node);
    for (const child of node.children) {
      if (child.position === undefined) {
        const length = 'value' in child ? child.value.length : textLength(child);
        child.position = at(last, Math.min(last + length, endOf(node)));
      }
      last = endOf(child);
    }
  });
}

function textLength(node: Nodes): number {
  let length = 0;
  walk(node, (inner) => {
    if (inner.type === 'text') length += inner.value.length;
  });
  return length;
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
