import type { Phrasing } from '../../notes/index.ts';

/**
 * Inline nodes cut at offsets of their plain text; emphasis and links that a cut goes through
 * stand on both sides of it. `ends` rise; the last one is the length of the text.
 */
export function slicePhrasing(nodes: readonly Phrasing[], ends: readonly number[]): Phrasing[][] {
  const slices: Phrasing[][] = [];
  let rest: readonly Phrasing[] = nodes;
  let start = 0;
  for (const end of ends.slice(0, -1)) {
    const [left, right] = cutAt(rest, end - start);
    slices.push(left);
    rest = right;
    start = end;
  }
  return [...slices, [...rest]];
}

/** The plain text, with the line breaks at its ends: what offsets count in. */
export function phrasingText(nodes: readonly Phrasing[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Phrasing): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? phrasingText(node.children as Phrasing[]) : '';
}

function cutAt(nodes: readonly Phrasing[], at: number): readonly [Phrasing[], Phrasing[]] {
  const left: Phrasing[] = [];
  let remaining = at;
  for (const [index, node] of nodes.entries()) {
    const length = textOf(node).length;
    if (length > remaining) {
      const [before, after] = cutNode(node, remaining);
      return [
        [...left, ...before],
        [...after, ...nodes.slice(index + 1)],
      ];
    }
    left.push(node);
    remaining -= length;
  }
  return [left, []];
}

function cutNode(node: Phrasing, at: number): readonly [Phrasing[], Phrasing[]] {
  if (at <= 0) return [[], [node]];
  if (node.type === 'text' || node.type === 'inlineCode') {
    return [[{ ...node, value: node.value.slice(0, at) }], [{ ...node, value: node.value.slice(at) }]];
  }
  if (!('children' in node)) return [[node], []];
  const [left, right] = cutAt(node.children as Phrasing[], at);
  return [
    [{ ...node, children: left } as Phrasing],
    right.length > 0 ? [{ ...node, children: right } as Phrasing] : [],
  ];
}
