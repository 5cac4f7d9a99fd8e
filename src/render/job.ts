import { type Diagnostic, EnvironmentError, type Source } from '../diagnostics/index.ts';
import type { Handout } from '../handout/index.ts';
import type { Artifact, Format, RenderStage } from './artifact.ts';
import type { PrintPage } from './browser/index.ts';
import type { FetchedPictures } from './pictures/index.ts';
import type { Template } from './pptx/template.ts';
import type { writeOutput } from './write-output.ts';

/** What rendering asks of a browser. */
export interface PagePrinter {
  withPage<T>(use: (page: PrintPage) => Promise<T>): Promise<T>;
}

/** What is to be made of a deck, and where. */
export interface RenderJob {
  readonly formats: readonly Format[];
  /** Path of the outputs without their ending: `out/talk` gives `out/talk.html`. */
  readonly base: string;
  /** Pictures are read from here. */
  readonly notesFolder: string;
  /** Remote pictures, fetched before; without them none is shown. */
  readonly fetched?: FetchedPictures | undefined;
  /** Whose master `pptx` is written into; its own by default. */
  readonly template?: Template | undefined;
  /** What `marp` writes; the deck's Markdown by default. */
  readonly marpMarkdown?: string;
  /** What `handout` prints, and what `notes` writes; needed for those formats alone. */
  readonly handout?: Handout;
  readonly notesMarkdown?: string;
  /** Whether the PDF carries the presenter notes as annotations; `none` by default. */
  readonly pdfNotes?: 'annotations' | 'none';
  /** The notes, so that diagnostics point at the very words. */
  readonly notes?: Source;
  readonly browserPath?: string;
  /** A browser that is open already, or about to be; it stays open. */
  readonly session?: PagePrinter | Promise<PagePrinter>;
  /** Puts an output on the disk in another way than `writeOutput` does itself. */
  readonly write?: typeof writeOutput;
  /** What becomes of pictures of an earlier build that had more slides; `remove` by default. */
  readonly stalePictures?: 'remove' | 'keep';
  /** Width in px of a picture of the first slide, taken where a browser is at work anyway. */
  readonly pictureWidth?: number;
  readonly onProgress?: (progress: RenderEvent) => void;
}

export type RenderEvent =
  | { readonly kind: 'stage'; readonly stage: RenderStage }
  | { readonly kind: 'artifact'; readonly artifact: Artifact };

export interface Rendered {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Wall-clock milliseconds; `browser` is what was waited for it beyond the other work. */
  readonly milliseconds: Readonly<Partial<Record<RenderStage, number>>>;
  /** The first slide as WebP, where it was asked for and a browser was there. */
  readonly picture?: Uint8Array;
}

/** The environment stopped a render half way; what was written before is whole and listed. */
export class UnfinishedRender extends EnvironmentError {
  readonly rendered: Rendered;

  constructor(cause: EnvironmentError, rendered: Rendered) {
    super(cause.code, cause.message, cause.remedy, { cause });
    this.rendered = rendered;
  }
}
