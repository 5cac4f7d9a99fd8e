import type { Cache } from '../cache/index.ts';
import type { Hints } from '../hints/index.ts';
import type { Notes, Phrasing } from '../notes/index.ts';
import type { Measure, Theme } from '../theme/index.ts';

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
