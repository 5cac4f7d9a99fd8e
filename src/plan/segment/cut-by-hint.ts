import type { List } from 'mdast';
import type { SlideHint } from '../../hints/index.ts';
import type { Block } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';

/** The smallest thing a hint can take: a top-level item of a list, or a block. */
interface Unit {
  readonly start: number;
  readonly block: Block;
  readonly list?: List;
}

/**
 * The slides that a hint cuts out of a section, each where its first item stands, and between
 * them what no hint took: nothing is lost.
 */
export function cutByHint(segment: Segment, slides: readonly SlideHint[]): readonly Segment[] {
  const units = unitsOf(segment.blocks);
  const owner = new Map<number, SlideHint>();
  for (const slide of slides) for (const start of slide.take) owner.set(start, slide);
  const segments: Segment[] = [];
  const done = new Set<SlideHint>();
  let rest: Unit[] = [];
  const flush = (): void => {
    if (rest.length > 0) segments.push({ ...segment, blocks: join(rest) });
    rest = [];
  };
  for (const unit of units) {
    const slide = owner.get(unit.start);
    if (!slide) rest.push(unit);
    else if (!done.has(slide)) {
      flush();
      done.add(slide);
      segments.push(
        hinted(
          segment,
          slide,
          units.filter((other) => owner.get(other.start) === slide),
        ),
      );
    }
  }
  flush();
  return segments;
}

function hinted(segment: Segment, slide: SlideHint, units: readonly Unit[]): Segment {
  const title = slide.title === undefined ? segment.title : [{ type: 'text', value: slide.title } as const];
  return { ...segment, title, blocks: join(units), hint: { ...inherited(segment), ...slide } };
}

/** What a section's hint says for all its slides; the layout is for the slide it names alone. */
function inherited({ hint }: Segment): Omit<NonNullable<Segment['hint']>, 'layout'> | undefined {
  if (!hint) return undefined;
  const { layout: _, ...rest } = hint;
  return rest;
}

function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  return blocks.flatMap((block): Unit[] => {
    if (block.type !== 'list') return [{ start: offsetOf(block), block }];
    return block.children.map((item) => ({
      start: offsetOf(item),
      block: { ...block, children: [item] },
      list: block,
    }));
  });
}

/** Units as blocks again: items of the same list stand in one list. */
function join(units: readonly Unit[]): Block[] {
  const blocks: Block[] = [];
  let open: List | undefined;
  for (const { block, list } of units) {
    const last = blocks.at(-1);
    if (list && list === open && last?.type === 'list' && block.type === 'list') {
      blocks[blocks.length - 1] = { ...last, children: [...last.children, ...block.children] };
    } else blocks.push(block);
    open = list;
  }
  return blocks;
}

function offsetOf(node: Pick<Block, 'position'>): number {
  return node.position?.start.offset ?? -1;
}
