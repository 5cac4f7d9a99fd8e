// A heading can be a whole paragraph. Set as a title it would leave no room for anything: it is
// cut at a word, and stands in full above what it heads.
import type { Heading } from 'mdast';
import { type Block, positionAt } from '../../notes/index.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { isTooTallForDivider, isTooTallForOpening } from '../room.ts';
import { shortTitle } from './short-words.ts';
import { reasonOf } from './topic.ts';

/** Most lines a title takes on content slides. */
export const mostTitleLines = 3;

/** Letters of a title that was cut. */
const longestShort = 70;

/**
 * The same segments with titles that leave room. A longer one stands in full in the body of the first slide below it,
 * which may be titled by something that it heads: nothing is lost, and all is in order.
 */
export function withShortTitles(context: PlanContext, segments: readonly Segment[]): readonly Segment[] {
  const isLong = segments.map((segment) => isTooLong(context, segment));
  const full = new Map<number, Segment[]>();
  const shown = new Set<unknown>();
  segments.forEach((segment, at) => {
    const start = segment.heading?.start ?? -1;
    const words = firstWords(segment.title);
    if (!isLong[at] || (start >= 0 && shown.has(words))) return;
    shown.add(words);
    const first = start < 0 ? -1 : segments.findIndex((other) => isBelow(other, start));
    const place = first === -1 ? at : Math.min(first, at);
    full.set(place, [...(full.get(place) ?? []), segment]);
  });
  return segments.map((segment, at) => withFullTitles(segment, full.get(at) ?? [], isLong[at] === true));
}

function isTooLong(context: PlanContext, segment: Segment): boolean {
  if (segment.role === 'opening') return isTooTallForOpening(context, segment);
  if (segment.role === 'divider' && isTooTallForDivider(context, segment)) return true;
  const { measure, theme } = context;
  return measure.lines(segment.title, 'title', theme.content.width, 'sm') > mostTitleLines;
}

/**
 * What tells a title that is shown a second time, as words that are added, from another one of the same paragraph,
 * which names the place of the whole paragraph too.
 */
function firstWords([first]: Segment['title']): unknown {
  return first?.type === 'element' && first.class === 'added' ? first.children[0] : first;
}

/** Is it about this head, or about something that it heads? */
function isBelow({ heading, marker }: Segment, start: number): boolean {
  return heading?.start === start || marker.some(({ span }) => span.start === start);
}

function withFullTitles(segment: Segment, full: readonly Segment[], isCut: boolean): Segment {
  const blocks = full.reduce<readonly Block[]>((all, head) => {
    const at = blocksBefore(all, head);
    return [...all.slice(0, at), inFull(head), ...all.slice(at)];
  }, segment.blocks);
  if (!isCut) return full.length === 0 ? segment : { ...withBody(segment), blocks };
  const titleReason = `${segment.titleReason ?? reasonOf.heading}, cut short`;
  return {
    ...withBody(segment),
    title: shortTitle(segment.title, longestShort),
    titleReason,
    blocks,
  };
}

/** A title as large as a section's own slide has leaves no room for words below it. */
function withBody(segment: Segment): Segment {
  return segment.role === 'divider' ? { ...segment, role: 'talk' } : segment;
}

/** A few words that stand before a topic in the notes are the first on its slide. */
function blocksBefore(blocks: readonly Block[], { heading }: Segment): number {
  if (!heading) return 0;
  const at = blocks.findIndex(({ position }) => (position?.start.offset ?? 0) >= heading.start);
  return at === -1 ? 0 : at;
}

function inFull({ title, heading }: Segment): Block {
  const position = heading ? { position: positionAt(heading.start, heading.end) } : {};
  return { type: 'paragraph', children: [...title] as Heading['children'], ...position };
}
