import type { Heading, List, ListItem } from 'mdast';
import type { Block, Notes, Section } from '../notes/index.ts';
import { type Plan, planPlaces, type Slide } from '../plan/index.ts';

export interface FullNotes {
  /** What the slide was made of, as its author wrote it. */
  readonly written: readonly Block[];
  /** Its presenter notes, but for what is among the first. */
  readonly spoken: readonly Block[];
}

/** What of a slide need not be printed beside it again: pictures always, the rest where its type is large enough to be read. */
export interface Legible {
  readonly table: boolean;
  readonly diagram: boolean;
}

/** For each slide the notes it was made of, then its presenter notes. */
export function fullNotes(
  plan: Plan,
  notes: Notes,
  legible: (slide: Slide) => Legible,
): readonly FullNotes[] {
  const { slides } = plan;
  const slideAt = slideFinder(slides);
  const written: Block[][] = slides.map(() => []);
  const shown = shownBlocks(plan);
  for (const block of sourceBlocks(notes)) {
    const first = block.type === 'list' ? (block.children[0] ?? block) : block;
    const at = slideAt(offsetOf(first) ?? 0);
    const slide = at === undefined ? undefined : slides[at];
    if (at === undefined || !slide) continue;
    const isAgain = isDrawn(block, legible(slide)) && shown.get(at + 1)?.has(placeOf(block));
    if (!isAgain) addTo(written[at] as Block[], block);
  }
  return slides.map(({ presenterNotes }, at) => {
    const own = written[at] ?? [];
    return { written: own, spoken: unwritten(own, presenterNotes) };
  });
}

/** A picture, table or diagram by itself, which can be read on its slide. */
function isDrawn(block: Block, legible: Legible): boolean {
  if (block.type === 'table') return legible.table;
  if (block.type === 'code') return block.lang === 'mermaid' && legible.diagram;
  return (
    block.type === 'paragraph' &&
    block.children.length > 0 &&
    block.children.every(
      ({ type, ...child }) => type === 'image' || ('value' in child && child.value === ' '),
    )
  );
}

/** By slide, the places of the blocks that it shows whole. */
function shownBlocks(plan: Plan): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const { slide, slot, nodes } of planPlaces(plan)) {
    if (slot === 'presenter-notes') continue;
    const places = found.get(slide) ?? new Set();
    found.set(slide, places);
    for (const node of nodes) places.add(placeOf(node as Block));
  }
  return found;
}

/** Where a block begins and ends; a table with its rows: of a part of one they are fewer. */
function placeOf(block: Block): string {
  const { position } = block as Node;
  const rows = block.type === 'table' ? block.children.length : 0;
  return `${block.type} ${position?.start.offset} ${position?.end?.offset} ${rows}`;
}

/** Every block in the order of the notes, with the headings below those of sections; a list comes item by item. */
function sourceBlocks({ agenda, sections }: Notes): readonly Block[] {
  const ofSection = (section: Section, level: number): Block[] => [
    ...(level > 0 && section.title.length > 0 ? [headingOf(section)] : []),
    ...section.blocks,
    ...section.sections.flatMap((inner) => ofSection(inner, level + 1)),
  ];
  return [...(agenda?.blocks ?? []), ...sections.flatMap((section) => ofSection(section, 0))].flatMap(byItem);
}

function headingOf({ title, headingSpan, depth }: Section): Block {
  const at = (offset: number) => ({ line: 1, column: 1, offset });
  return {
    type: 'heading',
    depth: Math.max(3, Math.min(6, depth)) as 3,
    children: [...title] as Heading['children'],
    position: { start: at(headingSpan.start), end: at(headingSpan.end) },
  };
}

function byItem(block: Block): readonly Block[] {
  if (block.type !== 'list') return [block];
  const first = block.start ?? 1;
  return block.children.map((item, at) => ({
    ...block,
    ...(block.ordered ? { start: first + at } : {}),
    children: [item],
  }));
}

/** Items that follow one another in one list stand in one list again. */
function addTo(blocks: Block[], block: Block): void {
  const before = blocks.at(-1);
  if (before?.type === 'list' && block.type === 'list' && isSameList(before, block)) {
    blocks[blocks.length - 1] = { ...before, children: [...before.children, ...block.children] };
  } else blocks.push(block);
}

function isSameList(a: List, b: List): boolean {
  return a.position !== undefined && a.position === b.position;
}

/**
 * The slide that shows what begins at an offset: of all that begin there or before, the nearest;
 * the first of those that share a piece which was too large for one.
 */
function slideFinder(slides: readonly Slide[]): (offset: number) => number | undefined {
  const firstAt = new Map<number, number>();
  slides.forEach(({ spans }, index) => {
    for (const { start } of spans) if (!firstAt.has(start)) firstAt.set(start, index);
  });
  const starts = [...firstAt].sort(([a], [b]) => a - b);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.[0] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]?.[1];
  };
}

function unwritten(written: readonly Block[], presenterNotes: readonly Block[]): readonly Block[] {
  const known = new Set(written.flatMap(offsetsIn));
  return presenterNotes.filter((block) => !known.has(offsetOf(block) ?? -1));
}

type Node = { readonly position?: ListItem['position']; readonly children?: readonly Node[] };

/** Where the block's first word with a place in the notes is. */
function offsetOf(node: Node): number | undefined {
  return node.position?.start.offset ?? firstOf(node.children ?? []);
}

function firstOf(nodes: readonly Node[]): number | undefined {
  for (const node of nodes) {
    const offset = offsetOf(node);
    if (offset !== undefined) return offset;
  }
  return undefined;
}

function offsetsIn(node: Node): readonly number[] {
  const own = node.position?.start.offset;
  return [...(own === undefined ? [] : [own]), ...(node.children ?? []).flatMap(offsetsIn)];
}
