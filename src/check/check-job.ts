// What a check is given.
import type { Page } from 'puppeteer-core';
import type { Deck } from '../deck/index.ts';
import type { Hints } from '../hints/index.ts';
import type { Notes } from '../notes/index.ts';
import type { OpenedHandout } from '../render/index.ts';
import type { Theme } from '../theme/index.ts';

/** A deck as it was planned, and the handout made of it. */
export interface HandoutJob {
  readonly notes: Notes;
  readonly hints: Hints;
  readonly deck: Deck;
  readonly theme: Theme;
  readonly handout: HandoutOutput;
}

export interface HandoutOutput {
  /** Absolute path of the handout. */
  readonly pdf: string;
  /** Lays the page out that it is printed from. */
  readonly open: (page: Page) => Promise<OpenedHandout>;
}

/** A deck as it was written. */
export interface CheckJob extends Omit<HandoutJob, 'handout'> {
  readonly handout?: HandoutOutput;
  /** Absolute path of the presentation. */
  readonly html: string;
  /** Absolute path of the PDF. */
  readonly pdf: string;
  /** Absolute path of the PowerPoint file; without it none is looked at. */
  readonly pptx?: string;
  /** The document that the PDF is printed from. */
  readonly print: string;
}
