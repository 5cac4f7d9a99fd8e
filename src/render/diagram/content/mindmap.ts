import type { Branch, Mindmap } from '../../../notes/index.ts';
import { type Drawn, labels, lineHeight, type Sheet, stroke, toBaseline, wrapped } from './marks.ts';

/** Distances by the size of the labels: between columns at least and at most, between leaves, and between branches of the root. */
const [nearest, furthest, leafGap, branchGap] = [1.8, 5, 0.45, 0.7];

/** Between words and the lines that lead to them and from them. */
const beforeWords = 0.4;

/** How much larger what stands in the middle is. */
const rootScale = 1.3;

/** A branch with its words in lines. */
interface TreeNode {
  readonly lines: readonly string[];
  readonly depth: number;
  readonly nodes: readonly TreeNode[];
}

/** A tree from the left to the right: what it is about, its branches, and what belongs to them. */
export function drawMindmap({ root }: Mindmap, sheet: Sheet): Drawn | undefined {
  for (const share of [0.5, 0.36, 0.3, 0.25, 0.2, 0.17, 0.14]) {
    const tree = nodeOf(root, 0, share * sheet.width, sheet);
    const drawing = tree && drawTree(tree, sheet);
    if (drawing) return drawing;
  }
  return undefined;
}

function nodeOf(
  { words, branches }: Branch,
  depth: number,
  width: number,
  sheet: Sheet,
): TreeNode | undefined {
  const lines = wrapped(words.text, width, sheet, weightOf(depth), sizeOf(depth, sheet));
  const nodes = branches.flatMap((branch) => nodeOf(branch, depth + 1, width, sheet) ?? []);
  return lines && nodes.length === branches.length ? { lines, depth, nodes } : undefined;
}

function drawTree(tree: TreeNode, sheet: Sheet): Drawn | undefined {
  const { size, width, textWidth } = sheet;
  const widths: number[] = [];
  for (const { lines, depth } of allOf(tree)) {
    const own = lines.map((line) => textWidth(line, weightOf(depth), sizeOf(depth, sheet)));
    widths[depth] = Math.max(widths[depth] ?? 0, ...own);
  }
  const free = (width - widths.reduce((sum, one) => sum + one, 0)) / (widths.length - 1);
  if (free < nearest * size) return undefined;
  const gap = Math.min(free, furthest * size);
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, one) => sum + one + gap, 0));
  const least = heightOf(tree, sheet, 0);
  if (least > sheet.height) return undefined;
  // What is free stands between the leaves, as far as they still belong together.
  const leaves = allOf(tree).filter(({ nodes }) => nodes.length === 0).length;
  const more = Math.min(1.1 * size, (sheet.height - least) / leaves);
  const place = { lefts, widths, gap, more };
  return { svg: drawNode(tree, 0, place, sheet).svg, height: heightOf(tree, sheet, more) };
}

function allOf(node: TreeNode): readonly TreeNode[] {
  return [node, ...node.nodes.flatMap(allOf)];
}

function ownHeight({ lines, depth }: TreeNode, sheet: Sheet): number {
  return lines.length * lineHeight * sizeOf(depth, sheet);
}

/** Between what hangs on it. */
function gapBelow({ depth }: TreeNode, { size }: Sheet): number {
  return depth === 0 ? branchGap * size : 0;
}

function heightOf(node: TreeNode, sheet: Sheet, more: number): number {
  const own = ownHeight(node, sheet) + leafGap * sheet.size + more;
  const below = node.nodes.map((one) => heightOf(one, sheet, more));
  const gaps = Math.max(0, below.length - 1) * gapBelow(node, sheet);
  return Math.max(own, below.reduce((sum, one) => sum + one, 0) + gaps);
}

interface Places {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly gap: number;
  readonly more: number;
}

/** Its words in the middle of what hangs on it, and lines to that. `top` is that of all of it. */
function drawNode(
  node: TreeNode,
  top: number,
  places: Places,
  sheet: Sheet,
): { readonly svg: string; readonly middle: number } {
  const { depth, lines, nodes } = node;
  const size = sizeOf(depth, sheet);
  const height = heightOf(node, sheet, places.more);
  const inner = nodes.map((one) => heightOf(one, sheet, places.more));
  const free = height - inner.reduce((sum, one) => sum + one, 0) - (nodes.length - 1) * gapBelow(node, sheet);
  let below = top + Math.max(0, free / 2);
  const drawn = nodes.map((one, at) => {
    const child = drawNode(one, below, places, sheet);
    below += (inner[at] ?? 0) + gapBelow(node, sheet);
    return child;
  });
  const [first, last] = [drawn[0], drawn.at(-1)];
  const middle = first && last ? (first.middle + last.middle) / 2 : top + height / 2;
  const left = places.lefts[depth] ?? 0;
  const baseline = middle - ((lines.length - 1) / 2) * lineHeight * size + toBaseline * size;
  const words = labels(
    lines,
    { x: left, y: baseline },
    {
      size,
      ...(depth < 2 && { weight: 'strong' as const }),
      ...(depth === 0 && { fill: 'highlight' as const }),
    },
  );
  const own = Math.max(...lines.map((line) => sheet.textWidth(line, weightOf(depth), size)));
  const next = (places.lefts[depth + 1] ?? 0) - beforeWords * sheet.size;
  const fork = (places.lefts[depth + 1] ?? 0) - places.gap / 2;
  const lead = { x: left + own + beforeWords * sheet.size, y: middle };
  const forks = drawn.map((child) =>
    stroke([lead, { x: fork, y: middle }, { x: fork, y: child.middle }, { x: next, y: child.middle }], 'bar'),
  );
  return { svg: words + forks.join('') + drawn.map(({ svg }) => svg).join(''), middle };
}

function sizeOf(depth: number, { size }: Sheet): number {
  return depth === 0 ? rootScale * size : size;
}

function weightOf(depth: number): 'normal' | 'strong' {
  return depth < 2 ? 'strong' : 'normal';
}
