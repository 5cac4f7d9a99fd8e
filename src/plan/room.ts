import type { Theme } from '../theme/index.ts';
import type { Segment } from './draft.ts';
import type { Desk } from './plan-input.ts';

/** Room for the part number that may follow a title: " 12/12". */
const partNumber = { type: 'text', value: ' 00/00' } as const;

/** A slide without a title begins where the title would stand, px. */
function untitledGain({ content, numbers }: Theme): number {
  const top = numbers.normal.get('--title-top');
  return top === undefined ? 0 : Math.max(0, content.top - top);
}

/** Height for a slide's body, px: less when the title takes more than one line. */
export function slideRoom({ theme, measure }: Desk, segment: Pick<Segment, 'title' | 'role'>): number {
  const { width, height } = theme.content;
  if (segment.title.length === 0) return height + untitledGain(theme);
  if (segment.role === 'opening' || segment.role === 'divider') return height;
  const words = [...segment.title, partNumber];
  const extra = measure.lines(words, 'title', width, 'normal') - 1;
  return height - Math.max(0, extra) * theme.densities.normal.title.line;
}
