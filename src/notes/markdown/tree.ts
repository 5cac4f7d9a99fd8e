import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Position } from 'unist';

/** Every node of the tree, parents first, in the order of the text. Depth is no danger here. */
export function walk(tree: Nodes, visit: (node: Nodes) => void): void {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    visit(node);
    if (node.type === 'callout') pushAll(waiting, node.children, node.title);
    else if ('children' in node) pushAll(waiting, node.children, []);
  }
}

function pushAll(waiting: Nodes[], children: readonly Nodes[], before: readonly Nodes[]): void {
  for (let i = children.length - 1; i >= 0; i -= 1) waiting.push(children[i] as Nodes);
  for (let i = before.length - 1; i >= 0; i -= 1) waiting.push(before[i] as Nodes);
}

interface Positioned {
  position?: Position | undefined;
}

/** A position of which only the offsets are known yet; `linePlacer` fills in the rest. */
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

/** A paragraph of words that stand side by side in the notes. */
export function asParagraph(words: readonly PhrasingContent[]): Paragraph {
  return {
    type: 'paragraph',
    children: [...words],
    position: at(startOf(words[0] ?? {}), endOf(words.at(-1) ?? {})),
  };
}

/** Gives offsets counted in a part of the notes their place in the whole. No two nodes may share a position yet. */
export function moveOffsets(tree: Nodes, place: (offset: number) => number): void {
  walk(tree, (node) => {
    if (node.position === undefined) return;
    const { start, end } = node.position;
    start.offset = place(start.offset ?? 0);
    end.offset = place(end.offset ?? 0);
  });
}

/** Sets line and column of every point from its offset, for nodes that are visited one by one. */
export function linePlacer(text: string): (node: Nodes) => void {
  const starts = lineStarts(text);
  return ({ position }) => {
    for (const point of position ? [position.start, position.end] : []) {
      const line = lineOf(starts, point.offset ?? 0);
      point.line = line + 1;
      point.column = (point.offset ?? 0) - (starts[line] ?? 0) + 1;
    }
  };
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
