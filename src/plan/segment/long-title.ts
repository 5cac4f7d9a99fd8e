// A heading can be a whole paragraph. Set as a title it would leave no room for anything: it is
// cut at a word, and stands in full above what it heads.
import type { Heading } from 'mdast';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import type { PlanContext } from '../plan-context.ts';

/** Most lines a title takes, on content slides and on the title slide. */
const mostLines = { title: 3, 'deck-title': 5 } as const;

/** Letters of a title that was cut. */
const shortTitle = 70;

/** The same segment with a title that leaves room; a longer one stands in the body too, so nothing is lost. */
export function withShortTitle(context: PlanContext, segment: Segment): Segment {
  const style = segment.role === 'opening' ? 'deck-title' : 'title';
  const lines = context.measure.lines(segment.title, style, context.theme.content.width, 'sm');
  if (lines <= mostLines[style]) return segment;
  return { ...segment, title: shortened(segment.title), blocks: [inFull(segment), ...segment.blocks] };
}

function shortened(title: readonly Phrasing[]): readonly Phrasing[] {
  const text = plainText(title);
  const space = text.lastIndexOf(' ', shortTitle);
  return [{ type: 'text', value: `${text.slice(0, space > shortTitle / 2 ? space : shortTitle)}…` }];
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
