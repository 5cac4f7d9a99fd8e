// The border between the program and the pages it opens: what it may call there, as plain data in
// and out. `page.ts` implements it, `runInPage` calls it.
import type { DeckFrames } from './frames.ts';
import type { Area, ColourSnapshot, CompositionSnapshot, SheetSnapshot, SlideSnapshot } from './snapshots.ts';

/** What runs in a page that the program drives. Slides and sheets are counted from 0 in arguments. */
export interface PageFunctions {
  /** Waits until every picture can be drawn; broken ones are no reason to stop. */
  decodeImages(): Promise<void>;
  /** Waits for pictures and fonts, and for a presentation's own script, which waits for the fonts too. */
  waitUntilSettled(): Promise<void>;
  scrollDownTo(top: number): void;
  fitSlides(): Promise<ScaledSlide[]>;
  takeSlides(document: HandoutDocument): void;
  /** The height of each slide's notes set in a column of each of the widths, px. */
  measureNotes(widths: readonly number[]): Promise<number[][]>;
  smallestTexts(): SmallestText[];
  /** Names what each part of the page is in a tagged PDF. To be called when all is laid out, before it is printed. */
  markForPrint(slides: PrintedSlides): string;
  layOutHandout(input: LayoutInput): HandoutLayout;
  countSlides(): number;
  countSheets(): number;
  inspectSlide(index: number, words?: 'drawn' | 'none'): SlideSnapshot;
  /** Sets all letters in one colour, for the picture that `findCovered` reads: which of a slide's words something is painted over. */
  colourWords(): void;
  findCovered(index: number, words: readonly (readonly Area[])[], picture: string): Promise<number[]>;
  /** How the slide is composed. It has to be in the window. */
  inspectComposition(index: number): CompositionSnapshot;
  inspectSheet(index: number): SheetSnapshot;
  inspectColours(tokens: readonly string[]): ColourSnapshot[];
  /** Where everything stands on the slides, which have been fitted, and the colours of some tokens. */
  readFrames(tokens: readonly string[]): Promise<DeckFrames>;
  /** Shows one drawing of a slide alone, on nothing; without one, everything again. */
  isolateDrawing(slide: number, drawing?: number): void;
  /** Turns a presentation to a slide as a viewer does, by its address. Throws when it stays where it is. */
  turnToSlide(index: number): Promise<void>;
  readPresenterNotes(): PresenterNotes[];
  /** Every drawn character by the font families it is set in. Puts an element on the page for `setFontSample`. */
  collectCharacters(): FamilyCharacters[];
  /** Sets a text in a font family, in the element with the id `lectern-font-sample`. */
  setFontSample(family: string, text: string): void;
}

/** A slide that was scaled; `slide` counts from 1, `scale` is below 1. */
export interface ScaledSlide {
  readonly slide: number;
  readonly scale: number;
}

export interface PrintedSlides {
  /** By slide: the level of its title in the outline of the talk. */
  readonly levels: readonly number[];
}

/** A handout's HTML and CSS, to be put in the place of the slides. */
export interface HandoutDocument {
  readonly html: string;
  readonly css: string;
}

/** A page of the handout, in px of 96 to an inch. */
export interface LayoutInput {
  /** Rules that depend on how large slides are. */
  readonly css: string;
  readonly unit: number;
  readonly area: { readonly width: number; readonly height: number };
  readonly gutter: number;
  readonly mode: 'beside' | 'below' | 'bare';
  /** Cells beside each other, rows of them, and most slides on a page. */
  readonly columns: number;
  readonly rows: number;
  readonly perPage: number;
  readonly slide: { readonly width: number; readonly height: number };
  readonly strip: number;
  readonly gap: number;
  readonly fair: number;
  readonly notes: { readonly columns: number; readonly width: number };
  /** Lines of notes that stay in one column where there are several. */
  readonly fewLines: number;
  /** `full`: the author's words stand there, and no lines to write on. */
  readonly kind: 'presenter' | 'lines' | 'none' | 'full';
  readonly fill: 'lines' | 'none';
  /** The largest and the smallest title of the cover, and the least height of its drawing. */
  readonly cover: { readonly largest: number; readonly smallest: number; readonly drawing: number };
  /** Contents never stand on the cover of small paper. */
  readonly ownContents: boolean;
  /** `#` stands for the page's number. */
  readonly continuedOn: string;
  readonly continuedFrom: string;
}

/** The handout as it was laid out. Pages and slides count from 1. */
export interface HandoutLayout {
  readonly pages: number;
  /** The page of each slide, in order; 0 for one that stands on none. */
  readonly slidePages: readonly number[];
  /** Pages that begin with notes of a slide that is on the page before. */
  readonly continuedOn: readonly number[];
  /** What had to be scaled down to fit a page: a picture or a row of a table that is taller than it. */
  readonly shrunk: readonly { readonly page: number; readonly slide: number; readonly scale: number }[];
}

/** The smallest text of a slide, px of the slide; its marker and number are left out. */
export interface SmallestText {
  readonly slide: number;
  readonly px: number;
  readonly kind: 'text' | 'code' | 'table' | 'diagram';
}

/** Presenter notes as the presentation holds them; `slide` counts from 1. */
export interface PresenterNotes {
  readonly slide: number;
  readonly text: string;
}

export interface FamilyCharacters {
  /** As the stylesheet asks for it: `"Source Sans 3", sans-serif`. */
  readonly family: string;
  /** Each with the first slide that shows it, from 1. */
  readonly characters: readonly (readonly [character: string, slide: number])[];
}
