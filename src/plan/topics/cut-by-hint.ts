import type { List, ListItem } from 'mdast';
import type { SlideHint } from '../../hints/index.ts';
import { type Content, type LayoutName, layouts } from '../../layouts/index.ts';
import type { Block } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { joinParts, type Part, partsOfBlocks, reasonOf } from './topic.ts';

/**
 * The slides that a hint cuts out of a section, each where its first item stands, and between
 * them what no hint took: nothing is lost.
 */
export function cutByHint(segment: Segment, slides: readonly SlideHint[]): readonly Segment[] {
  const parts = partsOfBlocks(segment.blocks);
  const owner = new Map<number, SlideHint>();
  for (const slide of slides) for (const start of slide.take) owner.set(start, slide);
  const segments: Segment[] = [];
  const done = new Set<SlideHint>();
  let rest: Part[] = [];
  const flush = (): void => {
    if (rest.length > 0) segments.push({ ...segment, blocks: joinParts(rest) });
    rest = [];
  };
  for (const part of parts) {
    const slide = owner.get(offsetOf(part));
    if (!slide) rest.push(part);
    else if (!done.has(slide)) {
      flush();
      done.add(slide);
      segments.push(
        hinted(
          segment,
          slide,
          parts.filter((other) => owner.get(offsetOf(other)) === slide),
        ),
      );
    }
  }
  flush();
  return segments;
}

function hinted(segment: Segment, slide: SlideHint, parts: readonly Part[]): Segment {
  const own: Pick<Segment, 'title' | 'titleReason'> =
    slide.title === undefined
      ? segment
      : { title: [{ type: 'text', value: slide.title }], titleReason: reasonOf.hint };
  const { title, titleReason } = own;
  const hint = { ...inherited(segment), ...slide };
  return {
    ...segment,
    title,
    ...(titleReason === undefined ? {} : { titleReason }),
    blocks: joinParts(parts),
    hint,
  };
}

/** What a section's hint says for all its slides; the layout is for the slide it names alone. */
function inherited({ hint }: Segment): Omit<NonNullable<Segment['hint']>, 'layout'> | undefined {
  if (!hint) return undefined;
  const { layout: _, ...rest } = hint;
  return rest;
}

function offsetOf({ blocks: [block], list }: Part): number {
  const node = list && block?.type === 'list' ? block.children[0] : block;
  return node?.position?.start.offset ?? -1;
}

// A long list seldom says everything in one way: two figures open it, then come points, then one
// point that weighs two ways against each other. What has a shape of its own gets a slide of its
// own, when the list takes more than one slide anyway.

/** What is worth a slide of its own, and how many items in a row it takes at least and at most. */
const shapes: readonly { readonly name: LayoutName; readonly least: number; readonly most: number }[] = [
  { name: 'stats', least: 2, most: 4 },
  { name: 'compare', least: 1, most: 1 },
];

/** A longer list is a collection of something, not a line of thought. */
const longest = 60;

interface ItemRun {
  readonly items: readonly ListItem[];
  readonly hasOwnShape: boolean;
}

/** A list as runs of items, each for a slide or more; the blocks as they are when nothing stands out. */
export function cutByItems(blocks: readonly Block[], role: Segment['role']): readonly (readonly Block[])[] {
  const [list, ...rest] = blocks;
  if (role !== 'talk' || list?.type !== 'list' || rest.length > 0 || list.ordered) return [blocks];
  if (list.children.length > longest) return [blocks];
  const runs = withoutStrays(runsOf(list, role));
  return runs.length === 1 ? [blocks] : runs.map(({ items }) => [{ ...list, children: [...items] }]);
}

function runsOf(list: List, role: Segment['role']): readonly ItemRun[] {
  const runs: ItemRun[] = [];
  let at = 0;
  let plain: ListItem[] = [];
  const close = (): void => {
    if (plain.length > 0) runs.push({ items: plain, hasOwnShape: false });
    plain = [];
  };
  while (at < list.children.length) {
    const length = lengthOfShape(list, role, at);
    if (length > 0) {
      close();
      runs.push({ items: list.children.slice(at, at + length), hasOwnShape: true });
    } else plain.push(...list.children.slice(at, at + 1));
    at += Math.max(1, length);
  }
  close();
  return runs;
}

/** Items from `at` on that one of the shapes takes, as many as it can; none when no shape does. */
function lengthOfShape(list: List, role: Segment['role'], at: number): number {
  for (const { name, least, most } of shapes) {
    for (let length = Math.min(most, list.children.length - at); length >= least; length -= 1) {
      const blocks = [{ ...list, children: list.children.slice(at, at + length) }];
      const content: Content = { title: '', role, blocks };
      if (layouts[name].score(content)) return length;
    }
  }
  return 0;
}

/** A single line beside a shape would stand on a slide alone: the two stay with the list. */
function withoutStrays(runs: readonly ItemRun[]): readonly ItemRun[] {
  const joined: ItemRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && (isStray(last) || isStray(run) || !(last.hasOwnShape || run.hasOwnShape)))
      joined.splice(-1, 1, { items: [...last.items, ...run.items], hasOwnShape: false });
    else joined.push(run);
  }
  return joined.length < runs.length ? withoutStrays(joined) : joined;
}

function isStray({ items, hasOwnShape }: ItemRun): boolean {
  const [only, ...others] = items;
  return !hasOwnShape && others.length === 0 && only !== undefined && only.children.length === 1;
}
