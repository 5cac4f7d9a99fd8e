// What the sheets of the handout show, as plain data.
import type { Area, SeenPicture, SeenSlide, SeenWord } from './seen.ts';

/** What stands on a sheet beside its slides; lengths are px of 96 to an inch. */
export interface SeenSheet {
  readonly words: readonly SheetWord[];
  /** Pictures, slides, and ruled lines. */
  readonly pictures: readonly SeenPicture[];
  readonly slides: readonly SheetSlide[];
  readonly notes: readonly SheetNotes[];
  /** Heads of sections. */
  readonly heads: readonly { readonly text: string; readonly area: Area }[];
  /** Entries of the table of contents: where each leads, and the page it names. */
  readonly entries: readonly { readonly href: string; readonly page: string }[];
}

export interface SheetWord extends SeenWord {
  /** Of the slide that it stands with, where it stands with one. */
  readonly slide?: number;
}

export interface SheetSlide {
  /** Its own number, as on screen, and where it stands among the slides of the page, from 0. */
  readonly number: number;
  readonly index: number;
  readonly area: Area;
  /** The number printed with it; nothing on the cover. */
  readonly label?: string;
}

/** Notes of one slide, or as much of them as stands on this sheet. */
export interface SheetNotes {
  /** The slide's number as it is printed with them; not there when none is. */
  readonly slide?: number;
  readonly text: string;
  readonly formulas: readonly string[];
  /** Descriptions of pictures. */
  readonly pictures: readonly string[];
  /** Of footnotes, which are no words of the text. */
  readonly marks: readonly string[];
  /** The last words when they are a heading. */
  readonly lastHeading?: string;
}

export interface SeenHandout {
  readonly sheets: readonly SeenSheet[];
  /** The slides in the order in which they stand. */
  readonly slides: readonly SeenSlide[];
  /** What had to be scaled to fit a page. */
  readonly scaled: readonly { readonly page: number; readonly slide: number; readonly scale: number }[];
}
