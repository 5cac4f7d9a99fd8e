import type { DesignFinding } from './design/findings.ts';
import type { SlideMeasures } from './design/measure-slides.ts';
import type { DesignMeasure } from './design/measures.ts';
import type { Finding } from './finding.ts';

/** What the check of one deck gave. */
export interface DeckReport {
  readonly slides: number;
  readonly findings: readonly Finding[];
  /** Characters of scripts whose fonts do not travel with Lectern, as they occur; no finding. */
  readonly excepted: readonly string[];
  /** Slides that the script in the page had to scale down, from 1, with the scale. */
  readonly scaled: readonly { readonly slide: number; readonly scale: number }[];
  /** Slides less than a quarter full because a section was split. */
  readonly deserted: readonly number[];
  readonly words: WordCounts;
  /** Not there when no handout was made. */
  readonly handout?: HandoutReport;
}

/** How the slides are composed, measured as they are drawn. */
export interface DesignReport {
  readonly slides: readonly SlideMeasures[];
  /** The figures of the deck, each with its goal. */
  readonly measures: readonly DesignMeasure[];
  readonly findings: readonly DesignFinding[];
}

/** What the check of the handout gave, beside findings. */
export interface HandoutReport {
  readonly pages: number;
  /** Pieces of notes that were taller than a page and were scaled to fit one. Pages and slides from 1. */
  readonly scaled: readonly { readonly page: number; readonly slide: number; readonly scale: number }[];
  /** How many words stand beside the slides. */
  readonly words: number;
  /** The smallest type of a slide, pt, and on which slide it is, from 1; not there where no slide has text. */
  readonly smallest?: { readonly slide: number; readonly pt: number; readonly kind: string };
}

export interface WordCounts {
  /** Letter and digit runs of the notes that a reader has to find. */
  readonly notes: number;
  /** Of these, shown on slides, and in the presenter notes alone. */
  readonly slides: number;
  readonly presenterNotes: number;
}
