// What a page shows, as plain data: the border between the browser and what judges it.

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
export interface WordSnapshot {
  readonly text: string;
  /** Words of one text node have the same number. */
  readonly run: number;
  /** Words of one formula, diagram or raised character may touch each other: they have the same number. */
  readonly group: number;
  readonly kind: TextKind;
  readonly place: 'title' | 'body' | 'margin';
  /** Font size after every scaling, in px of the slide. */
  readonly size: number;
  readonly areas: readonly Area[];
  readonly cut?: Cut;
  /** Something is painted over it, or over a part of it. */
  readonly covered?: true;
}

export interface PictureSnapshot {
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

export interface SlideSnapshot {
  readonly words: readonly WordSnapshot[];
  readonly pictures: readonly PictureSnapshot[];
  /** Its words in reading order; what is shown a second time only is left out. */
  readonly text: string;
  /** The names of its marker that stand nowhere else. */
  readonly marker: string;
  /** TeX of its formulas. */
  readonly formulas: readonly string[];
  /** Links into the document that lead nowhere. */
  readonly deadLinks: readonly { readonly href: string; readonly text: string }[];
  /** Set by the safety net. */
  readonly scaled?: number;
  /** The lowest and the highest ink of the body, and the room there is. */
  readonly body?: { readonly top: number; readonly bottom: number; readonly ink: number };
  /** It goes on from the slide before, or is gone on with: one title stands on several slides. */
  readonly isPart: boolean;
  /** The last words of the body when they are a heading. */
  readonly lastHeading?: string;
}

/** What stands on a sheet beside its slides; lengths are px of 96 to an inch. */
export interface SheetSnapshot {
  readonly words: readonly SheetWord[];
  /** Pictures, slides, and ruled lines. */
  readonly pictures: readonly PictureSnapshot[];
  readonly slides: readonly SheetSlide[];
  readonly notes: readonly SheetNotes[];
  /** Heads of sections. */
  readonly heads: readonly { readonly text: string; readonly area: Area }[];
  /** Entries of the table of contents: where each leads, and the page it names. */
  readonly entries: readonly { readonly href: string; readonly page: string }[];
  /** Words that stand for slides that are not shown: cover, contents, the strip of the slide that follows. */
  readonly folded: readonly { readonly slides: readonly number[]; readonly text: string }[];
}

export interface SheetWord extends WordSnapshot {
  /** Of the slide that it stands with, where it stands with one. */
  readonly slide?: number;
}

export interface SheetSlide {
  /** Its own number, as on screen, and where it stands among the slides of the page, from 0. */
  readonly number: number;
  readonly index: number;
  readonly area: Area;
  /** It stands there a second time, small, with notes that go on. */
  readonly isAgain: boolean;
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

export interface HandoutSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** The slides in the order in which they stand. */
  readonly slides: readonly SlideSnapshot[];
  /** What had to be scaled to fit a page. */
  readonly scaled: readonly { readonly page: number; readonly slide: number; readonly scale: number }[];
}

/** Text colours and clipped text of a slide, as the browser drew it. */
export interface ColourSnapshot {
  readonly layout: string;
  /** Text that reaches over the slide's edge, or that had to be scaled down to fit. */
  readonly clipped: readonly string[];
  readonly pairs: readonly ColourPair[];
}

/** Colours as `#rrggbb`, with what is transparent mixed in. */
export interface ColourPair {
  readonly colour: string;
  readonly behind: string;
  /** `large` is from 40 px, or 32 px and bold; `mark` is a bullet: no letter, but it must be seen. */
  readonly kind: 'text' | 'large' | 'mark';
  readonly sample: string;
  /** Tokens that have this colour on this slide. */
  readonly tokens: readonly string[];
  readonly behindTokens: readonly string[];
}

/** How a slide is composed: what is seen of it, whatever it was made from. */
export interface CompositionSnapshot {
  readonly width: number;
  readonly height: number;
  readonly direction: 'ltr' | 'rtl';
  /** The first class of the slide: its layout, by name. */
  readonly layout: string;
  /** The colour that most of the slide shows behind everything. Not there where that is a picture. */
  readonly ground?: string;
  readonly texts: readonly TextSnapshot[];
  readonly drawings: readonly DrawingSnapshot[];
}

/** The text of one node, as it is drawn. */
export interface TextSnapshot {
  /** With single spaces, those at its ends kept. */
  readonly text: string;
  /** Texts of one paragraph, item, cell or heading have the same number. */
  readonly block: number;
  readonly kind: TextKind;
  /** `margin` is what stands on every slide: headers, footers, what is placed at the edges of the body. */
  readonly place: 'title' | 'body' | 'margin';
  readonly form: 'paragraph' | 'item' | 'other';
  /** Font size after every scaling, in px of the slide. */
  readonly size: number;
  readonly isBold: boolean;
  /** `#rrggbb`, with what is transparent mixed in. */
  readonly colour: string;
  /** The colour right behind its first letters. Not there where that is a picture or a gradient. */
  readonly behind?: string;
  /** The box of the ink on each line, from its first word there to its last. */
  readonly lines: readonly Area[];
}

/** A picture, or a drawing with the colours of its shapes. */
export interface DrawingSnapshot {
  readonly kind: 'picture' | 'drawing';
  /** The picture's box, or the box of each shape. */
  readonly areas: readonly Area[];
  /** `margin`: in a header or footer, or above the title. */
  readonly place: 'body' | 'margin';
  /** As `#rrggbb`; shapes over a picture or a gradient are left out. */
  readonly colours: readonly { readonly colour: string; readonly behind: string }[];
}
