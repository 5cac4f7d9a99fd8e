// A heading that is no slide's title is read in the marker. What that has no room for, or cannot show, stands in full
// right below the title of the first slide below it: among the points it would look like one of them.
import type { Paragraph } from 'mdast';
import type { Block } from '../../notes/index.ts';
import type { HeadName, PlanContext, Segment } from '../draft.ts';
import { hasRoomInMarker, keptNames } from '../markers.ts';
import type { HeadWithin } from '../plan.ts';
import { hasFormula } from './short-words.ts';

/** The segments of a section, each with the heads that its first slide shows below its title. */
export function withUnreadHeads(context: PlanContext, segments: readonly Segment[]): readonly Segment[] {
  const read = new Set(segments.flatMap(({ heading }) => (heading ? [heading.start] : [])));
  return segments.map((segment) => {
    const within = unreadHeads(context, segment, read);
    for (const { span } of keptNames(segment.marker, read)) read.add(span.start);
    if (within.length === 0 && !(segment.within && segment.role === 'divider')) return segment;
    const heads = [...within.map(({ whole, span }) => ({ content: whole, span })), ...(segment.within ?? [])];
    return segment.role === 'divider' ? inBody(segment, heads) : { ...segment, within: heads };
  });
}

/** A title as large as a divider has leaves no room for words below it. */
function inBody(segment: Segment, heads: readonly HeadWithin[]): Segment {
  const lines = heads.map(
    ({ content }): Block => ({ type: 'paragraph', children: [...content] as Paragraph['children'] }),
  );
  const { within: _, ...rest } = segment;
  return { ...rest, role: 'talk', blocks: [...lines, ...segment.blocks] };
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
