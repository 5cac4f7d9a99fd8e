import type { SlideHint } from '../../hints/index.ts';
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
