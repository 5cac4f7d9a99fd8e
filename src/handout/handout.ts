import type { Block } from '../notes/index.ts';
import type { DeckFacts, LocalisedWords, Plan } from '../plan/index.ts';
import type { FringeBar } from './fringe.ts';
import type { SheetGeometry } from './sheet.ts';
import type { NotesKind, SheetGrid } from './slide-size.ts';
import type { OtherPage } from './small-print.ts';

/** Slides with their notes on paper, with everything decided but what only the browser knows: how high notes are. */
export interface Handout {
  readonly facts: DeckFacts;
  readonly sheet: SheetGeometry;
  /** What can stand on a page, the largest slides first: the notes decide. */
  readonly grids: readonly SheetGrid[];
  readonly kind: NotesKind;
  /** Pages with fewer slides, for whoever finds the type too small. */
  readonly otherPages: readonly OtherPage[];
  /** `none`: what notes leave free stays white. */
  readonly fill: 'lines' | 'none';
  /** Lectern's own words, in the deck's language. */
  readonly words: LocalisedWords;
  readonly cover: Cover;
  readonly contents?: Contents;
  /** The talk as lines, in order; empty where it is too short to be seen. */
  readonly fringe: readonly FringeBar[];
  readonly slides: readonly HandoutSlide[];
  /** Addresses of links in the notes, in the order of their numbers. */
  readonly links: readonly NumberedLink[];
  /** Where links to headings lead, as in the plan. */
  readonly anchors?: Plan['anchors'];
  /** `saved`: full colour becomes outlines. */
  readonly ink: 'theme' | 'saved';
}

export type PerPage = 1 | 2 | 3 | 4 | 6 | 9;

/** What stands on the cover: the talk's words under the fringe; or the first slide, where there is no fringe. */
export type Cover =
  | { readonly kind: 'none' }
  | { readonly kind: 'slide' }
  | {
      readonly kind: 'words';
      readonly words: CoverWords;
      /** The title slide is not shown again. */
      readonly folds: boolean;
    };

/** Lines of the title slide, as plain text. */
export interface CoverWords {
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly people: readonly string[];
  readonly occasion: readonly string[];
}

export interface Contents {
  readonly title: string;
  /** It is a heading of the notes: it stands above the contents wherever they are. */
  readonly hasOwnTitle: boolean;
  readonly entries: readonly ContentsEntry[];
  /** The agenda, which is not shown as a slide, from 1. */
  readonly agenda?: number;
}

export interface ContentsEntry {
  /** In the agenda's words where it names the section. */
  readonly title: string;
  /** Whether it stands in the agenda; all do where there is none. */
  readonly isMain: boolean;
  /** The slide it starts with, from 1. */
  readonly slide: number;
  /** Its slides; no title where that is the section's. */
  readonly slides: readonly { readonly number: number; readonly title: string }[];
}

export interface HandoutSlide {
  /** From 1, as on screen. */
  readonly number: number;
  /** Of slides before it that only say what its strip says. */
  readonly folded: readonly number[];
  /** Plain text, with its part number. */
  readonly title: string;
  /** For the strip; empty before the first section. */
  readonly section: string;
  readonly startsSection: boolean;
  /** A divider or a farewell: nobody writes beside it. */
  readonly isPause: boolean;
  readonly notes: SlideNotes;
}

/** What stands with a slide. */
export type SlideNotes =
  | {
      readonly kind: 'text';
      /** What the slide was made of. */
      readonly written: readonly Block[];
      /** Its presenter notes; the addresses of links stand at the end of the last of both. */
      readonly spoken: readonly Block[];
    }
  | { readonly kind: 'lines' }
  | { readonly kind: 'none' };

export interface NumberedLink {
  readonly number: number;
  /** As people read it. */
  readonly address: string;
  readonly url: string;
  /** Slides beside which it stands, from 1. */
  readonly slides: readonly number[];
}
