// A heading can be a whole paragraph. Set as a title it would leave no room for anything: it is
// cut at a word, and stands in full above what it heads.
import type { Heading } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import type { PlanContext } from '../plan-context.ts';
import { addedWords, shortened } from './short-words.ts';
import { reasonOf } from './topic.ts';

/** Most lines a title takes, on content slides and on the title slide. */
const mostLines = { title: 3, 'deck-title': 5 } as const;

/** Letters of a title that was cut. */
const shortTitle = 70;

/** The same segments with titles that leave room; a longer one stands in the body of its first slide, so nothing is lost. */
export function withShortTitles(context: PlanContext, segments: readonly Segment[]): readonly Segment[] {
  const shown = new Set<number>();
  return segments.map((segment) => {
    const style = segment.role === 'opening' ? 'deck-title' : 'title';
    const lines = context.measure.lines(segment.title, style, context.theme.content.width, 'sm');
    if (lines <= mostLines[style]) return segment;
    const titleReason = `${segment.titleReason ?? reasonOf.heading}, cut short`;
    const title = [addedWords(shortened(plainText(segment.title), shortTitle))];
    const start = segment.heading?.start ?? -1;
    if (start >= 0 && shown.has(start)) return { ...segment, title, titleReason };
    shown.add(start);
    const at = blocksBefore(segment);
    const blocks = [...segment.blocks.slice(0, at), inFull(segment), ...segment.blocks.slice(at)];
    return { ...segment, title, titleReason, blocks };
  });
}

/** A few words that stand before a topic in the notes are the first on its slide. */
function blocksBefore({ blocks, heading }: Segment): number {
  if (!heading) return 0;
  const at = blocks.findIndex(({ position }) => (position?.start.offset ?? 0) >= heading.start);
  return at === -1 ? 0 : at;
}

function inFull({ title, heading }: Segment): Block {
  const point = (offset: number): { line: number; column: number; offset: number } => ({
    line: 1,
    column: 1,
    offset,
  });
  const position = heading ? { position: { start: point(heading.start), end: point(heading.end) } } : {};
  return { type: 'paragraph', children: [...title] as Heading['children'], ...position };
}
