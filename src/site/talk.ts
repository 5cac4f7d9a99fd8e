/** The entry of one talk on the page of a library. Plain data: it is kept between builds. */
export interface Talk {
  readonly title: string;
  readonly subtitle?: string;
  readonly speaker?: string;
  readonly affiliation?: string;
  readonly event?: string;
  readonly date?: string;
  /** The date as it was written, by which talks are put in order. */
  readonly writtenDate?: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly slides: number;
  /** Titles of the sections: a search finds a talk by what it is about. */
  readonly sections: readonly string[];
  /** Where the notes stand in the library, with slashes; empty at its top. */
  readonly folder: string;
  readonly files: readonly TalkFile[];
  readonly picture: TalkPicture;
}

export interface TalkFile {
  readonly format: string;
  /** Relative to the page, with slashes, not yet encoded. */
  readonly path: string;
}

/** A screenshot of the first slide, or what it takes to draw a card that stands for it. */
export type TalkPicture =
  | { readonly kind: 'screenshot'; readonly webp: string; readonly width: number; readonly height: number }
  | { readonly kind: 'card'; readonly colours: CardColours; readonly width: number; readonly height: number };

/** CSS colours of the talk's theme. */
export interface CardColours {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
}
