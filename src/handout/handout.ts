import type { Block } from '../notes/index.ts';
import type { DeckFacts, LocalisedWords, Plan } from '../plan/index.ts';
import type { SheetGeometry } from './geometry.ts';

/** Slides with their notes on paper, with everything decided but where a page ends. */
export interface Handout {
  readonly facts: DeckFacts;
  readonly geometry: SheetGeometry;
  /** Lectern's own words, in the deck's language. */
  readonly words: LocalisedWords;
  readonly cover: Cover;
  /** Empty where there is no table of contents. */
  readonly contents: readonly ContentsEntry[];
  readonly slides: readonly HandoutSlide[];
  /** Where links to headings lead, as in the plan. */
  readonly anchors?: Plan['anchors'];
  /** Dark slides are set as dark text on white. */
  readonly ink: 'theme' | 'saved';
}

/** What stands on the cover: the title slide, which says all; or words, when that slide stands beside its notes. */
export type Cover = 'none' | 'slide' | 'words';

export interface ContentsEntry {
  readonly title: string;
  /** The slide it starts with, from 1. */
  readonly slide: number;
}

export interface HandoutSlide {
  /** From 1, as on screen. */
  readonly number: number;
  /** Plain text, with its part number. */
  readonly title: string;
  /** For the running header; empty before the first section. */
  readonly section: string;
  /** The head above it, where a section of several slides starts. */
  readonly head?: string;
  readonly notes: SlideNotes;
}

/** What stands beside a slide. `cover`: the slide is on the cover, and not shown again. */
export type SlideNotes =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | { readonly kind: 'lines' }
  | { readonly kind: 'none' }
  | { readonly kind: 'cover' };
