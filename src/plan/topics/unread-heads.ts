// A heading that is no slide's title is read in the marker. What that has no room for, or cannot show, stands in full
// right below the title of the first slide below it: among the points it would look like one of them.
import type { Paragraph } from 'mdast';
import { type Block, positionAt } from '../../notes/index.ts';
import type { HeadName, PlanContext, Segment } from '../draft.ts';
import { hasRoomInMarker, keptNames } from '../markers.ts';
import type { HeadWithin } from '../plan.ts';
import { hasFormula } from './short-words.ts';

/** The segments of a section, each with the heads that its first slide shows below its title. */
export function withUnreadHeads(context: PlanContext, segments: readonly Segment[]): readonly Segment[] {
  const read = new Set(segments.flatMap(({ heading }) => (heading ? [heading.start] : [])));
  return segments.map((segment) => {
    const heads = unreadHeads(context, segment, read).map(
      ({ whole, span }): HeadWithin => ({ content: whole, span }),
    );
    for (const { span } of keptNames(segment.marker, read)) read.add(span.start);
    return withHeads(segment, [...heads, ...(segment.within ?? [])]);
  });
}

/**
 * A title as large as a divider has leaves no room for words below it, and what stands before a head in the notes
 * stands before it on its slide: there the head is a line of the body.
 */
function withHeads({ within: _, ...segment }: Segment, heads: readonly HeadWithin[]): Segment {
  const inOrder = heads.toSorted((a, b) => a.span.start - b.span.start);
  const isInBody = (head: HeadWithin): boolean =>
    segment.role === 'divider' || placeIn(segment.blocks, head) > 0;
  const [inBody, within] = [inOrder.filter(isInBody), inOrder.filter((head) => !isInBody(head))];
  const blocks = inBody.reduce<readonly Block[]>(
    (all, head) => all.toSpliced(placeIn(all, head), 0, lineOf(head)),
    segment.blocks,
  );
  return {
    ...segment,
    ...(inBody.length > 0 && segment.role === 'divider' && { role: 'talk' }),
    ...(within.length > 0 && { within }),
    blocks,
  };
}

/** How many blocks stand before a head in the notes; of those whose place is not known none does. */
function placeIn(blocks: readonly Block[], { span }: HeadWithin): number {
  const at = blocks.findIndex((block) => (startOf(block) ?? span.start) >= span.start);
  return at === -1 ? blocks.length : at;
}

/** A part of a list has the place of all of it. */
function startOf(block: Block): number | undefined {
  const first = block.type === 'list' ? (block.children[0] ?? block) : block;
  return first.position?.start.offset;
}

function lineOf({ content, span }: HeadWithin): Paragraph {
  const children = [...content] as Paragraph['children'];
  return { type: 'paragraph', children, position: positionAt(span.start, span.end) };
}

/** Those with formulas, and as many of the longest as it takes for the others to have room. */
function unreadHeads(
  context: PlanContext,
  { marker }: Segment,
  read: ReadonlySet<number>,
): readonly HeadName[] {
  const isUnread = ({ span }: HeadName): boolean => !read.has(span.start);
  const said = new Set(marker.filter((name) => isUnread(name) && name.whole.some(hasFormula)));
  for (;;) {
    const left = marker.filter((name) => !said.has(name));
    const names = keptNames(left, read);
    const unread = names.filter(isUnread);
    const isFull = hasRoomInMarker(
      names.map((name) => ({ name, isRead: !isUnread(name) })),
      context,
    );
    const [first, ...others] = unread;
    if (isFull || !first) return marker.filter((name) => said.has(name));
    said.add(
      others.reduce((longest, name) => (name.text.length > longest.text.length ? name : longest), first),
    );
  }
}
