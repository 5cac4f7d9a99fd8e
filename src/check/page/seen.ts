// What a page shows, as plain data: the border between the browser and the rules.

/** In px of the slide (1280×720) or of the sheet (96 to an inch), from its top left corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How far something reaches over the edge of a box that cuts it off. */
export interface Cut {
  readonly side: 'left' | 'top' | 'right' | 'bottom';
  readonly px: number;
  /** The slide or the sheet itself, a box inside it, or the part of a sheet that is for text. */
  readonly by: 'surface' | 'box' | 'text-area';
}

/** What kind of text it is; each has its floor. */
export type TextKind =
  | 'body'
  | 'heading'
  | 'table'
  | 'code'
  | 'small'
  | 'raised'
  | 'math'
  | 'diagram'
  | 'marker';

/** A word, as it is drawn: the ink's box on each line it stands on. */
export interface SeenWord {
  readonly text: string;
  /** Words of one text node have the same number. */
  readonly run: number;
  /** Words of one formula, diagram or raised sign may touch each other: they have the same number. */
  readonly group: number;
  readonly kind: TextKind;
  readonly place: 'title' | 'body' | 'margin';
  /** Font size after every scaling, in px of the slide. */
  readonly size: number;
  readonly areas: readonly Area[];
  readonly cut?: Cut;
}

export interface SeenPicture {
  /** What is told of it: its description, or its address cut short. */
  readonly name: string;
  /** What it is when it is no picture: `slide 7`. */
  readonly called?: string;
  readonly area: Area;
  readonly broken: boolean;
  readonly cut?: Cut;
  /** Numbers of the words that stand inside it, as a diagram's do. */
  readonly group: number;
}

export interface SeenSlide {
  readonly words: readonly SeenWord[];
  readonly pictures: readonly SeenPicture[];
  /** Its words in reading order; what is shown a second time only is left out. */
  readonly text: string;
  /** TeX of its formulas. */
  readonly formulas: readonly string[];
  /** Links into the document that lead nowhere. */
  readonly deadLinks: readonly { readonly href: string; readonly text: string }[];
  /** Set by the safety net. */
  readonly scaled?: number;
  /** The lowest and the highest ink of the body, and the room there is. */
  readonly body?: { readonly top: number; readonly bottom: number; readonly ink: number };
  /** A section goes on: "Pretraining (2/3)". */
  readonly isPart: boolean;
  /** The last words of the body when they are a heading. */
  readonly lastHeading?: string;
}
