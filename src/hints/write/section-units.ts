import type { Section } from '../../notes/index.ts';
import { unitsOf } from '../match/units.ts';

/** A piece of a section that a hint can take: offsets into the notes. */
export interface SectionUnit {
  readonly start: number;
  readonly end: number;
}

/** What `take` can name in a section, in order; what stands in its sub-sections is theirs. */
export function unitsOfSection({ blocks }: Section): readonly SectionUnit[] {
  return unitsOf(blocks).map(({ start, end }) => ({ start, end }));
}
