import type { Phrasing } from '../../notes/index.ts';

/**
 * Inline nodes cut at offsets of their plain text; emphasis and links that a cut goes through
 * stand on both sides of it. `ends` rise; the last one is the length of the text.
 */
export function slicePhrasing(nodes: readonly Phrasing[], ends: readonly number[]): Phrasing[][] {
  const lengths = ends.slice(0, -1).map((end, at) => end - (ends[at - 1] ?? 0));
  return slices(nodes, { lengths, at: 0, room: lengths[0] ?? Number.POSITIVE_INFINITY });
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

/** How long the slices are, which of them is filled, and how many letters it has room for; the last takes all. */
interface Slicing {
  readonly lengths: readonly number[];
  at: number;
  room: number;
}

/** In one go: a paragraph may have a hundred thousand nodes, and as many slices. */
function slices(nodes: readonly Phrasing[], slicing: Slicing): Phrasing[][] {
  let slice: Phrasing[] = [];
  const found = [slice];
  const begin = (): void => {
    slice = [];
    found.push(slice);
  };
  const end = (): void => {
    begin();
    slicing.at += 1;
    slicing.room = slicing.lengths[slicing.at] ?? Number.POSITIVE_INFINITY;
  };
  for (const node of nodes) {
    if (slicing.room === 0 && textOf(node) !== '') end();
    if ('children' in node) {
      const parts = slices(node.children as Phrasing[], slicing);
      if (parts.length === 1) slice.push(node);
      else
        for (const [at, children] of parts.entries()) {
          if (at > 0) begin();
          if (children.length > 0) slice.push({ ...node, children } as Phrasing);
        }
      continue;
    }
    let rest: Phrasing = node;
    while ((rest.type === 'text' || rest.type === 'inlineCode') && rest.value.length > slicing.room) {
      const value: string = rest.value;
      slice.push({ ...rest, value: value.slice(0, slicing.room) });
      rest = { ...rest, value: value.slice(slicing.room) };
      end();
    }
    slice.push(rest);
    slicing.room -= textOf(rest).length;
    // What cannot be cut stands in the slice that it begins in.
    if (slicing.room < 0) end();
  }
  return found;
}
