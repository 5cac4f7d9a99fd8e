import type { Link, List, ListItem, Paragraph } from 'mdast';
import { anchorOf, type Block, type Phrasing, type PresenterNote } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { withoutHead } from '../prepare/prepare-blocks.ts';

/** Lines of an agenda with what stands below them, and lines of the first level alone. */
const most = { all: 10, outer: 24 } as const;

/** The agenda that stands on one slide, and what the presenter notes hold of it. */
interface FittedAgenda {
  /** Undefined when there are more lines than anybody keeps in mind. */
  readonly segment: Segment | undefined;
  readonly details: readonly PresenterNote[];
}

/** A long agenda keeps its lines of the first level; one of too many lines is an index, and is not shown. */
export function fitAgenda(segment: Segment): FittedAgenda {
  const lists = segment.blocks.filter((block): block is List => block.type === 'list');
  const items = lists.flatMap(({ children }) => children);
  if (items.length === 0) return { segment, details: [] };
  if (items.length > most.outer)
    return { segment: undefined, details: [noteOf(withHeading(segment), segment)] };
  if (lists.reduce((sum, list) => sum + linesIn(list), 0) <= most.all) return { segment, details: [] };
  const inner = items.filter((item) => item.children.length > 1);
  const blocks = segment.blocks.map(
    (block): Block => (block.type === 'list' ? { ...block, children: block.children.map(firstLine) } : block),
  );
  return {
    segment: { ...segment, blocks },
    details:
      inner.length === 0
        ? []
        : [noteOf(inner.flatMap(({ children }) => children.slice(1)) as Block[], segment)],
  };
}

/** The words above an index that is not shown go where it goes. */
function withHeading({ title, heading, blocks }: Segment): readonly Block[] {
  if (heading === undefined) return blocks;
  return [{ type: 'paragraph', children: [...title] as Paragraph['children'] }, ...blocks];
}

function linesIn(list: List): number {
  return list.children.reduce(
    (sum, { children }) =>
      sum + 1 + children.reduce((below, child) => below + (child.type === 'list' ? linesIn(child) : 0), 0),
    0,
  );
}

/** A line like any other: nothing is below it any more that it would head. */
function firstLine(item: ListItem): ListItem {
  const [line] = item.children;
  if (line?.type !== 'paragraph') return { ...item, children: item.children.slice(0, 1) };
  return { ...item, children: [withoutHead(line)] };
}

function noteOf(blocks: readonly Block[], { source }: Segment): PresenterNote {
  const offsets = blocks.flatMap(({ position }) => position?.start.offset ?? []);
  const start = Math.min(...offsets, Number.MAX_SAFE_INTEGER);
  return { blocks, span: { path: source, start, end: start } };
}

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
