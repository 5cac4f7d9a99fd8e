import type { Span } from '../diagnostics/index.ts';
import type { SectionHint, SlideHint } from '../hints/index.ts';
import type { Box, Composition, ContentRole, LayoutName, Opening } from '../layouts/index.ts';
import type { Block, Phrasing } from '../notes/index.ts';
import type { BodySize } from '../theme/index.ts';
import type { MarkerName, Slide } from './plan.ts';

/** Content that belongs together, before it is known on how many slides. */
export interface Segment {
  readonly role: ContentRole;
  /** Empty when the section has no heading. */
  readonly title: readonly Phrasing[];
  /** Prepared blocks, in the order of the notes. */
  readonly blocks: readonly Block[];
  readonly opening?: Opening;
  /** Titles from the outermost section inwards. */
  readonly section: readonly string[];
  /** Names of all that it stands in, from the outermost section or bullet inwards, its own title not among them. */
  readonly marker: readonly MarkerName[];
  /** Path of the notes, for spans. */
  readonly source: string;
  /** Why the title is what it is. */
  readonly titleReason?: string;
  /** The heading that its title is, when it is one of the notes. */
  readonly heading?: Span;
  /** A heading that nothing stands below, not even another heading. */
  readonly isBare?: true;
  /** Why what belongs with it goes on in the next segment. */
  readonly goesOn?: NonNullable<Slide['goesOn']>;
  /** What a hint asks of it. */
  readonly hint?: SegmentHint;
}

export type SegmentHint = Pick<
  SectionHint & SlideHint,
  'layout' | 'perSlide' | 'reveal' | 'details' | 'span'
>;

/** How content is set: what `choose` and `split` decide. */
export interface Setting {
  readonly layout: LayoutName;
  /** Name of the composition. */
  readonly composition: string;
  readonly fills: Composition['fills'];
  readonly bodySize: BodySize;
  readonly body: Box | undefined;
  readonly blocks: readonly Block[];
  readonly fill: number;
  readonly reason: string;
  readonly alternatives: Slide['alternatives'];
}
