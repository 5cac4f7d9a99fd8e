import type { Checked, Span } from '../diagnostics/index.ts';
import type { Box, Composition, LayoutName } from '../layouts/index.ts';
import type { Block, Phrasing, PresenterNote } from '../notes/index.ts';
import type { BodySize } from '../theme/index.ts';

/** The deck, slide by slide, with everything decided but Marp's syntax. */
export interface Plan {
  readonly deck: DeckFacts;
  readonly slides: readonly Slide[];
  /** What links inside the notes lead to: the slide's number, from 1, by the anchor's name. */
  readonly anchors?: ReadonlyMap<string, number>;
}

/** What holds for the whole deck: read from the notes, overridden by hints. */
export interface DeckFacts {
  readonly title: string;
  /** "Llama 2" of "Llama 2: Open Foundation Models". */
  readonly shortTitle: string;
  /** The same in one line: what stands in the marker where nothing stands above a slide's title. */
  readonly markerTitle: string;
  readonly subtitle?: string;
  readonly speaker?: string;
  readonly affiliation?: string;
  readonly event?: string;
  readonly date?: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly theme: string;
  /** CSS after the theme's. */
  readonly style?: string;
  readonly size: '16:9' | '4:3';
  readonly footer?: string;
  readonly header?: string;
  readonly logo?: string;
  /** A picture behind every slide, or a colour. */
  readonly background?: string;
}

/** The sections of the talk, each with its slides as lines: their lengths in % of the column. */
export type TalkShape = readonly { readonly lines: readonly number[]; readonly isCurrent: boolean }[];

export interface Slide {
  readonly layout: LayoutName;
  /** How it is set for its amount: `rows`; `plain` for a layout's own boxes. */
  readonly composition: string;
  /** The title stands at the side of the content, not above it. */
  readonly titleBeside?: true;
  /** In a theme with a column at the side: its title is its section's name, or its marker is, and has room there set large. */
  readonly named?: 'heading' | 'marker';
  /** How the free height is used. */
  readonly fills: Composition['fills'];
  /** What it stands on. */
  readonly ground: Ground;
  readonly bodySize: BodySize;
  readonly title: SlideTitle | undefined;
  readonly body: Box | undefined;
  readonly presenterNotes: readonly Block[];
  /** Titles from the outermost section inwards; empty on the title slide. */
  readonly section: readonly string[];
  /** Where it stands: names of all that its topic stands in, from the outermost inwards. */
  readonly marker: readonly MarkerName[];
  /** Right below its title: heads that it stands in and that nothing else shows in full, and a few words of theirs. */
  readonly within?: readonly HeadWithin[];
  /** The pieces of the notes that are on it, in order. */
  readonly spans: readonly Span[];
  /** Predicted height of the body over the height there is; over 1 when nothing could be done. */
  readonly fill: number;
  /** Why this layout, in words. */
  readonly reason: string;
  readonly alternatives: readonly {
    readonly layout: LayoutName;
    readonly score: number;
    readonly reason: string;
  }[];
  /** Why what belongs with it goes on on the next slide; not there when it does not. */
  readonly goesOn?: 'too-much' | 'per-slide';
  /** On the cover, dividers and the closing, where there is room for it. */
  readonly shape?: TalkShape;
  /** Items appear one after the other. */
  readonly reveal: boolean;
}

/** Slides planned together, and the presenter notes that belong to them. */
export interface Planned extends Checked<readonly Slide[]> {
  readonly notes: readonly PresenterNote[];
}

/** `light` for content, `tint` for conversation and what to take home, `second` and `strong` are full colour. */
export type Ground = 'light' | 'tint' | 'second' | 'strong';

/** A section or a bullet that a slide's topic stands in, and where its words are in the notes. */
export interface MarkerName {
  readonly text: string;
  readonly span: Span;
  /** Its words stand elsewhere, too: as a title, or in the marker of a slide before. */
  readonly isAgain?: boolean;
}

/** A head with all its words. */
export interface HeadWithin {
  readonly content: readonly Phrasing[];
  readonly span: Span;
}

export interface SlideTitle {
  /** The same list on all slides of one title. */
  readonly content: readonly Phrasing[];
  /** As it is printed on this slide, where code in it is marked that stays whole. */
  readonly set?: readonly Phrasing[];
  readonly text: string;
  /** Where its words are in the notes; undefined where they are no piece of their own. */
  readonly span?: Span;
  /** Why it is what it is, in words. */
  readonly reason: string;
  /** Of its lines, em: there where it has several and its letters, or what stands between them, need more than usual. */
  readonly leading?: number;
  /** Which of the slides below one heading with the same title this is. Not shown: a screen reader and bookmarks say it. */
  readonly part?: { readonly number: number; readonly of: number };
}
