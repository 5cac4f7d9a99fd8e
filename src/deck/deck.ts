import type { Span } from '../diagnostics/index.ts';
import type { DeckFacts } from '../plan/index.ts';

/** A Marp Markdown document, and what the renderer must know beside it. */
export interface Deck {
  readonly facts: DeckFacts;
  /** Opens in plain Marp with the theme files at hand. */
  readonly markdown: string;
  /** The same in parts: the front matter, and each slide. */
  readonly parts?: DeckParts;
  /** In order; `slides[i]` is the slide that Marp numbers `i + 1`. */
  readonly slides: readonly DeckSlide[];
  /** What the deck uses, so that only this is loaded. */
  readonly features: Features;
  /** Addresses of found pictures, as in the notes and in the Markdown. */
  readonly pictures: readonly string[];
}

/** Markdown of the front matter, and of each slide by itself. */
export interface DeckParts {
  readonly front: string;
  readonly slides: readonly string[];
}

export interface DeckSlide {
  readonly layout: string;
  /** Plain text, for bookmarks; with its part number. */
  readonly title: string;
  readonly section: readonly string[];
  readonly spans: readonly Span[];
  /** Plain text of the presenter notes, paragraphs apart by an empty line; empty when there are none. */
  readonly presenterNotes: string;
  /** Sources of diagrams in them, which a handout draws. */
  readonly notesDiagrams?: readonly string[];
}

export interface Features {
  readonly code: boolean;
  readonly math: boolean;
  readonly mermaid: boolean;
  readonly emoji: boolean;
}
