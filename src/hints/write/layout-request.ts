import type { LayoutName } from '../../layouts/index.ts';
import type { Section } from '../../notes/index.ts';

/** A layout for a section, or for what stands on one slide of it. */
export interface LayoutRequest {
  readonly section: Section;
  readonly layout: LayoutName;
  /** Start offsets of the items and blocks of the section that are meant; all of them when it is left out. */
  readonly take?: readonly number[] | undefined;
}
