import type { Span } from '../diagnostics/index.ts';
import type { LayoutName } from '../layouts/index.ts';
import type { Section } from '../notes/index.ts';

/** A hints file, validated and matched: every section and block it names is the one in the notes. */
export interface Hints {
  readonly deck: DeckHints;
  readonly handout: HandoutHints;
  /** By the section's identity in `Notes` (the outline applied). */
  readonly sections: ReadonlyMap<Section, SectionHint>;
  /** Where values stand, by their keys with dots (`deck.theme`, `deck.tokens.accent`), for later diagnostics. */
  readonly spans?: ReadonlyMap<string, Span>;
}

export interface DeckHints {
  readonly theme?: string;
  readonly tokens?: Readonly<Record<string, string>>;
  readonly size?: '16:9' | '4:3';
  readonly title?: string;
  readonly subtitle?: string;
  readonly speaker?: string;
  readonly affiliation?: string;
  readonly event?: string;
  readonly date?: string;
  readonly lang?: string;
  readonly footer?: string;
  readonly header?: string;
  readonly logo?: string;
  readonly background?: string;
  /** Path of a `.potx` or `.pptx` whose master the PowerPoint file is written into. */
  readonly template?: string;
  /** Where bullets below level 1 go; `slide` by default. */
  readonly details?: 'slide' | 'notes';
  /** `calm`: no second tone, for a verdict or a farewell. */
  readonly tone?: 'calm' | 'full';
  /** `false`: the words that bullets begin with are not set off. */
  readonly leadIns?: boolean;
  /**
   * `false`: no agenda slide, even when the notes hold one (its words go to the presenter notes). `true`: one even for
   * few sections. `repeat`: again before each section, with the place marked. By itself it depends on the notes.
   */
  readonly agenda?: boolean | 'repeat';
}

export interface HandoutHints {
  readonly paper?: 'A4' | 'Letter' | 'A5';
  /** `auto`: whichever gives the wider slides; by itself where slides stand alone. */
  readonly orientation?: 'portrait' | 'landscape' | 'auto';
  readonly perPage?: 1 | 2 | 3 | 4 | 6 | 9;
  readonly notes?: 'presenter' | 'full' | 'lines' | 'none';
  readonly cover?: boolean;
  readonly toc?: boolean;
  readonly duplex?: boolean;
  /** What notes leave free; `lines` by default. */
  readonly fill?: 'lines' | 'none';
}

/** What a hint asks of one section. */
export interface SectionHint {
  readonly layout?: LayoutName;
  readonly title?: string;
  readonly details?: 'slide' | 'notes';
  /** Heads of the columns that are shown of tables, as the hints have them. */
  readonly columns?: readonly string[];
  /** Most top-level items on a slide. */
  readonly perSlide?: number;
  /** One item after the other, at a key press. */
  readonly reveal?: boolean;
  /** `false`: the section makes no slide; its words go to the presenter notes of the slide before. */
  readonly show?: boolean;
  readonly slides?: readonly SlideHint[];
  /** Where the hint stands, for later diagnostics ("this layout cannot hold it"). */
  readonly span: Span;
}

/** One slide cut out of a section. */
export interface SlideHint {
  readonly layout?: LayoutName;
  readonly title?: string;
  readonly reveal?: boolean;
  readonly details?: 'slide' | 'notes';
  readonly columns?: readonly string[];
  /** What it takes: start offsets of top-level items or blocks of the section, in the order of the notes. */
  readonly take: readonly number[];
  readonly span: Span;
}
