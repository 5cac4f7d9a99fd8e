import type { Link, List } from 'mdast';
import { anchorOf, type Block, type Phrasing } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';

/**
 * The agenda again, as it stands before the section whose heading is at `offset`: its own line as
 * it was, the others quiet. Returns undefined when no line leads there.
 */
export function repeatedAgenda(
  agenda: Segment,
  offset: number,
  anchors: ReadonlyMap<string, number>,
): Segment | undefined {
  const list = agenda.blocks.find((block) => block.type === 'list');
  const leads = list?.children.map((item) => targetOf(item.children[0] as Block, anchors)) ?? [];
  const current = leads.indexOf(offset);
  if (list === undefined || current === -1) return undefined;
  const { hint: _, heading: __, ...rest } = agenda;
  return { ...rest, blocks: [marked(list, current)] };
}

function targetOf(block: Block | undefined, anchors: ReadonlyMap<string, number>): number | undefined {
  const link =
    block?.type === 'paragraph'
      ? block.children.find((node): node is Link => node.type === 'link')
      : undefined;
  const name = link && anchorOf(link.url);
  return name === undefined ? undefined : anchors.get(name);
}

/** Only the lines of the first level; they are shown a second time, and marked so. */
function marked(list: List, current: number): List {
  return {
    ...list,
    children: list.children.map((item, at) => {
      const line = item.children[0];
      if (line?.type !== 'paragraph') return { ...item, children: item.children.slice(0, 1) };
      const name = at === current ? 'current' : 'continued';
      const words: Phrasing = { type: 'element', name: 'span', class: name, children: line.children };
      return { ...item, children: [{ ...line, children: [words] }] };
    }),
  };
}
