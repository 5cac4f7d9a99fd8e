import type { Cache } from '../cache.ts';
import type { Span } from '../diagnostics/index.ts';
import type { Hints, SectionHint, SlideHint } from '../hints/index.ts';
import type { Box, Composition, ContentRole, LayoutName, Opening } from '../layouts/index.ts';
import type { Block, Notes, Phrasing } from '../notes/index.ts';
import type { BodySize, Measure, Theme } from '../theme/index.ts';
import type { HeadWithin, MarkerName, Slide } from './plan.ts';

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
  readonly marker: readonly HeadName[];
  /** What its first slide shows right below its title: those of them that the marker cannot show, and a few words of theirs. */
  readonly within?: readonly HeadWithin[];
  /** Path of the notes, for spans. */
  readonly source: string;
  /** Why the title is what it is. */
  readonly titleReason?: string;
  /** The heading that its title is, when it is one of the notes. */
  readonly heading?: Span;
  /** A heading that nothing stands below, not even another heading. */
  readonly isBare?: true;
  /** Parted from one of the same title before an amount: the title says enough on both. */
  readonly sharesTitle?: true;
  /** Why what belongs with it goes on in the next segment. */
  readonly goesOn?: NonNullable<Slide['goesOn']>;
  /** What a hint asks of it. */
  readonly hint?: SegmentHint;
}

/** A name of the marker, and all the words of the head that it stands for. */
export interface HeadName extends MarkerName {
  readonly whole: readonly Phrasing[];
}

type SegmentHint = Pick<SectionHint & SlideHint, 'layout' | 'perSlide' | 'reveal' | 'details' | 'span'>;

/** How content is set: what `choose` and `split` decide. */
export interface Setting {
  readonly layout: LayoutName;
  /** Name of the composition. */
  readonly composition: string;
  /** The slide's title, where the composition sets some of its words among the rest. */
  readonly title?: string;
  /** The title stands at the side of the content, not above it. */
  readonly titleBeside?: true;
  readonly fills: Composition['fills'];
  readonly bodySize: BodySize;
  readonly body: Box | undefined;
  readonly blocks: readonly Block[];
  readonly fill: number;
  readonly reason: string;
  readonly alternatives: Slide['alternatives'];
}

/** Names of places in the notes, by the offset where they stand. */
export type AnchorNames = ReadonlyMap<number, string>;

/** All that a plan is made of. */
export interface PlanInput {
  readonly notes: Notes;
  readonly hints: Hints;
  readonly theme: Theme;
  readonly measure: Measure;
  /** Name of the notes file without folder and extension: the title, when nothing else gives one. */
  readonly fileName: string;
  /** Of earlier plans in the same theme, with the same pictures. */
  readonly cache?: Cache | undefined;
}

/** The input with what was decided for the whole deck: what every step below needs. */
export interface PlanContext extends PlanInput {
  readonly lang: string;
  /** The deck's short title: heads what stands below no heading. */
  readonly untitled: readonly Phrasing[];
  /** What links to sections are written with. */
  readonly names: AnchorNames;
}
