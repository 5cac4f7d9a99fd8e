import type { Deck } from '../deck/index.ts';
import type { Hints } from '../hints/index.ts';
import type { Notes } from '../notes/index.ts';
import type { Theme } from '../theme/index.ts';

/** A deck as it was written. */
export interface CheckJob {
  readonly notes: Notes;
  readonly hints: Hints;
  readonly deck: Deck;
  readonly theme: Theme;
  /** Absolute path of the presentation. */
  readonly html: string;
  /** Absolute path of the PDF. */
  readonly pdf: string;
  /** The document that the PDF is printed from. */
  readonly print: string;
}
