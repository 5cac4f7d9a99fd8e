// Where things stand on a slide, as an office program has them: text boxes, shapes, pictures, tables. The border
// between the browser, which has laid the slide out, and what writes it as shapes (`render/pptx/`).

/** A rectangle in px of the slide (1280×720, or 960×720), from its top left corner. One px is 9,525 EMU. */
export interface FrameArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The deck as it was laid out, and what its tokens are as colours. */
export interface DeckFrames {
  /** Tokens by name (`--accent`), as they are on a light slide. One that is no colour is not there. */
  readonly colours: Readonly<Record<string, FrameColour>>;
  /** Families of the theme, as the stylesheet asks for them: the first of `--body-font` …, without quotes. */
  readonly fonts: Readonly<Record<'body' | 'heading' | 'code', string>>;
  readonly slides: readonly SlideFrames[];
}

export interface SlideFrames {
  readonly background: FrameFill;
  /** The first class of the slide (`bullets`) and, where it has one, its composition's (`rows`). */
  readonly layout: string;
  readonly composition?: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the slide is written in, as BCP 47 says it: `en`, `zh-Hans`. */
  readonly language: string;
  /**
   * Shapes first, in the order in which they are painted; then what is read, in the order of reading:
   * the title, the body, what stands in the margin.
   */
  readonly frames: readonly SlideFrame[];
}

export type SlideFrame =
  | TextFrame
  | CodeFrame
  | ShapeFrame
  | PictureFrame
  | TableFrame
  | ChartFrame
  | DrawingFrame
  | FormulaFrame;

/**
 * What a frame is for. `label`: words at what is drawn, which stand in the notes elsewhere or not at all: at a bar, the page of an
 * agenda's line. `marker`: the names above the topic; `number`: the slide's number. `decoration` says nothing
 * and is passed over by those who listen.
 */
export type FrameRole =
  | 'title'
  | 'subtitle'
  | 'body'
  | 'caption'
  | 'label'
  | 'marker'
  | 'footer'
  | 'number'
  | 'decoration';

interface FrameFacts {
  readonly area: FrameArea;
  readonly role: FrameRole;
  /** Frames next to each other with one name are one group: `Progress`. */
  readonly group?: string;
  /** With how many clicks it appears, from 1; not there where it is seen at once. */
  readonly step?: number;
}

/** Red, green and blue as `rrggbb`, lower case, and how much of what is behind it shows through: `alpha` below 1. */
export interface FrameColour {
  readonly rgb: string;
  readonly alpha?: number;
}

/** Not there: nothing is painted. */
export type FrameFill =
  | { readonly kind: 'colour'; readonly colour: FrameColour }
  | { readonly kind: 'picture'; readonly address: string };

/** Of a rectangle, by side; a side without one is not there. Width in px. */
export interface FrameLine {
  readonly width: number;
  readonly colour: FrameColour;
  readonly style: 'solid' | 'dashed' | 'dotted';
}

export interface FrameBorders {
  readonly top?: FrameLine;
  readonly right?: FrameLine;
  readonly bottom?: FrameLine;
  readonly left?: FrameLine;
}

/**
 * A box of text. Its area is as wide as its text may be: each paragraph breaks there as it does in the browser.
 * What stands between the area's edge and the text is in the paragraphs: insets are 0.
 */
export interface TextFrame extends FrameFacts {
  readonly kind: 'text';
  /** Where its text stands when there is more height than it needs. */
  readonly anchor: 'top' | 'middle' | 'bottom';
  /** It is one line, which never breaks. */
  readonly isLine?: true;
  /** CSS columns, and the px between them. */
  readonly columns?: { readonly count: number; readonly gap: number };
  readonly fill?: FrameColour;
  readonly borders?: FrameBorders;
  readonly paragraphs: readonly FrameParagraph[];
}

/** A listing: each of its lines is a paragraph, with spaces and tabs as they are. Fill, padding and numbers are frames of their own. */
export interface CodeFrame extends Omit<TextFrame, 'kind'> {
  readonly kind: 'code';
  /** `python`; empty where the notes do not say. */
  readonly codeLanguage: string;
}

export interface FrameParagraph {
  /** Of a list, from 0. */
  readonly level: number;
  readonly marker?: FrameMarker;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly direction: 'ltr' | 'rtl';
  /** px from the area's edge at the text's start to the text; `first` to the first line where that is another. A list's marker stands at `first`. */
  readonly indent: number;
  readonly first: number;
  /** px from the area's other edge to the text. */
  readonly endIndent: number;
  /** Height of a line, px. */
  readonly line: number;
  /** px between its lines and those of the paragraph above, or from the area's top. */
  readonly before: number;
  readonly after: number;
  /** How far the paragraph's own font reaches above and below the line it stands on, px. */
  readonly ascent: number;
  readonly descent: number;
  /** With how many clicks it appears, from 1. */
  readonly step?: number;
  readonly runs: readonly FrameRun[];
  /** Stands for the paragraph where it has no runs, and for its end. */
  readonly style: FrameTextStyle;
}

export type FrameMarker =
  | (FrameMarkerLook & { readonly kind: 'sign'; readonly text: string })
  | (FrameMarkerLook & {
      readonly kind: 'number';
      /** What this very item is called, from 1. */
      readonly number: number;
      /** `1.` has a dot after its number. */
      readonly ending: '' | '.' | ')';
    });

interface FrameMarkerLook {
  readonly colour: FrameColour;
  readonly family: string;
  /** Of the text's size. */
  readonly scale: number;
}

export type FrameRun =
  | FrameTextRun
  | { readonly kind: 'break' }
  | (Omit<FrameFormula, 'display'> & { readonly kind: 'formula'; readonly style: FrameTextStyle });

export interface FrameTextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly style: FrameTextStyle;
  readonly link?: FrameLink;
}

/** An address outside of the deck, or a slide of it, counted from 1. */
export type FrameLink =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'slide'; readonly slide: number };

export interface FrameTextStyle {
  /** As it is drawn: the first family of the stylesheet's list. */
  readonly family: string;
  /** px. */
  readonly size: number;
  /** 100 to 900. */
  readonly weight: number;
  readonly italic: boolean;
  readonly colour: FrameColour;
  /** Behind the letters. */
  readonly highlight?: FrameColour;
  readonly underline?: true;
  readonly strike?: true;
  /** `size` is that of the text around it. */
  readonly raised?: 'sub' | 'super';
  /** Extra space after each letter, px. */
  readonly tracking: number;
  /** BCP 47. */
  readonly language: string;
}

/**
 * A shape without text. `line`: its area is as high or as wide as nothing, and `border` draws it.
 * A rectangle with borders on some of its sides only comes as a rectangle and lines.
 */
export interface ShapeFrame extends FrameFacts {
  readonly kind: 'shape';
  readonly shape: 'rectangle' | 'rounded' | 'ellipse' | 'line';
  readonly fill?: FrameColour;
  readonly border?: FrameLine;
  /** Clockwise, degrees. */
  readonly turn?: number;
  /** Radius of a rounded rectangle's corners, px. */
  readonly corner?: number;
  /** What it is, in a word or two: `Rule`, `Field`, `Bar`. */
  readonly name: string;
}

export interface PictureFrame extends FrameFacts {
  readonly kind: 'picture';
  /** A `data:` address: PNG, JPEG, GIF or SVG. */
  readonly address: string;
  /** Of an SVG, the same as PNG. */
  readonly fallback?: string;
  /** How much of the picture is left out at each edge, from 0 to 1. */
  readonly crop?: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;
  /** Empty where the notes say nothing of it. */
  readonly alt: string;
  readonly link?: FrameLink;
}

export interface TableFrame extends FrameFacts {
  readonly kind: 'table';
  /** px; their sum is the area's width. */
  readonly columns: readonly number[];
  readonly rows: readonly FrameRow[];
  readonly direction: 'ltr' | 'rtl';
  /** Where it is among the drawings of its slide, from 0. */
  readonly drawing: number;
}

export interface FrameRow {
  /** px; their sum is the area's height. */
  readonly height: number;
  readonly isHead: boolean;
  /** One for each place of the grid: `undefined` where a cell from the left or from above reaches. */
  readonly cells: readonly (FrameCell | undefined)[];
}

export interface FrameCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** px from the cell's edges to its text. */
  readonly padding: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly fill?: FrameColour;
  readonly borders: FrameBorders;
  readonly paragraphs: readonly FrameParagraph[];
}

/** The numbers of a chart, as its table in the notes has them, with what it looks like. */
export interface ChartFrame extends FrameFacts {
  readonly kind: 'chart';
  /** `bars` lie; `dots` are marks on lines that lie. */
  readonly chart: 'bars' | 'columns' | 'line' | 'dots';
  /** What the labels are: the head of their column. */
  readonly head: string;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** `text` is the figure as the notes have it: `1.5x`. Undefined where the table has none. */
    readonly points: readonly (
      | { readonly value: number; readonly text: string; readonly isNotable: boolean }
      | undefined
    )[];
  }[];
  readonly total?: { readonly label: string; readonly texts: readonly string[] };
  readonly colours: Readonly<Record<'text' | 'quiet' | 'mark' | 'notable' | 'axis', FrameColour>>;
  readonly style: FrameTextStyle;
  /** Every number with its label. */
  readonly alt: string;
  /** Where it is among the drawings of its slide, from 0. */
  readonly drawing: number;
}

/** What is drawn as SVG: a diagram. */
export interface DrawingFrame extends FrameFacts {
  readonly kind: 'drawing';
  /** Stands by itself: styles are in it, nothing is asked for from outside. */
  readonly svg: string;
  /** Where it is among the drawings of its slide, from 0: `isolateDrawing` shows it alone, for a PNG of it. */
  readonly drawing: number;
  readonly alt: string;
}

export interface FrameFormula {
  /** `<math …>…</math>` as KaTeX writes it, without the annotation. */
  readonly mathml: string;
  readonly tex: string;
  readonly display: boolean;
}

/** A formula that stands for itself. One within a text is a run of it. */
export interface FormulaFrame extends FrameFacts, FrameFormula {
  readonly kind: 'formula';
  readonly align: 'left' | 'center' | 'right';
  /** Of its letters: size in px, colour. */
  readonly style: FrameTextStyle;
  /** Where it is among the drawings of its slide, from 0. */
  readonly drawing: number;
}
