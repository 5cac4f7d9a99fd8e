// Every format that `build` writes, a row each: what its file is called, what it is made from, how it is
// written. A new one is a name in `artifact.ts`, a row here, and its own file; the compiler names the rest.
import type { HandoutLayout } from '../browser/index.ts';
import type { Deck } from '../deck/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { type Handout, smallPrint } from '../handout/index.ts';
import type { Theme } from '../theme/index.ts';
import type { Format } from './artifact.ts';
import type { PrintPage } from './browser/index.ts';
import type { OpenedHandout } from './handout/print-handout.ts';
import type { RenderJob } from './job.ts';
import type { Pages, PagesOptions } from './pages.ts';
import { pictureFiles } from './pictures/index.ts';
import { slideSpan } from './problems.ts';
import { removeStale } from './write-output.ts';

/** What the formats of one deck are made with. */
export interface RenderContext {
  readonly deck: Deck;
  readonly theme: Theme;
  readonly job: RenderJob;
  write(format: Format, path: string, data: string | Uint8Array): Promise<void>;
  report(problems: readonly Diagnostic[]): void;
}

interface FormatFacts {
  /** Follows the name of the notes; of several files that of the first. */
  readonly ending: string;
  /** Whether a file of a deck with presenter notes has them in it. */
  holdsPresenterNotes(job: RenderJob): boolean;
}

/** How a format is written, by what it needs. */
export type OutputFormat = FormatFacts &
  (
    | { readonly needs: 'deck'; write(context: RenderContext): Promise<void> }
    | { readonly needs: 'slides'; write(context: RenderContext, pages: Pages): Promise<void> }
    | {
        readonly needs: 'browser';
        /** Work that can be done while the browser starts; what it returns is given to `write`. */
        prepare?(context: RenderContext, pages: Pages): Promise<PreparedWrite>;
        write?(context: RenderContext, page: PrintPage): Promise<void>;
        /** It takes the slides of the page apart, so it comes after the others. */
        readonly isLast?: true;
      }
  );

/** Writes a file from the page with the printed slides, fitted. */
export type PreparedWrite = (page: PrintPage) => Promise<void>;

const always = (): boolean => true;

/** In the order in which they are written. */
export const outputFormats: Readonly<Record<Format, OutputFormat>> = {
  marp: {
    ending: '.marp.md',
    needs: 'deck',
    holdsPresenterNotes: always,
    write: ({ job, deck, write }) => write('marp', pathOf(job, 'marp'), job.marpMarkdown ?? deck.markdown),
  },
  notes: {
    ending: '.notes.md',
    needs: 'deck',
    holdsPresenterNotes: always,
    write: ({ job, write }) => write('notes', pathOf(job, 'notes'), job.notesMarkdown ?? ''),
  },
  html: {
    ending: '.html',
    needs: 'slides',
    holdsPresenterNotes: always,
    async write({ deck, theme, job, write }, pages) {
      const { presentation } = await import('./html/presentation.ts');
      await write('html', pathOf(job, 'html'), await presentation(deck, theme, pages));
    },
  },
  pdf: {
    ending: '.pdf',
    needs: 'browser',
    holdsPresenterNotes: ({ pdfNotes }) => pdfNotes === 'annotations',
    async write({ deck, theme, job, write }, page) {
      const { printPdf } = await import('./print/index.ts');
      await write('pdf', pathOf(job, 'pdf'), await printPdf(page, deck, theme, job.pdfNotes));
    },
  },
  png: {
    ending: '.001.png',
    needs: 'browser',
    holdsPresenterNotes: () => false,
    async write({ deck, theme, job, write }, page) {
      const { screenshot } = await import('./print/index.ts');
      let number = 0;
      for await (const picture of screenshot(page, theme, deck.slides.length, 1)) {
        number += 1;
        await write('png', pngPath(job.base, number), picture);
      }
      if (job.stalePictures === 'keep') return;
      const shown = new Set(pictureFiles(deck, job.notesFolder));
      await removeStale((at) => pngPath(job.base, at), number + 1, shown);
    },
  },
  pptx: {
    ending: '.pptx',
    needs: 'browser',
    holdsPresenterNotes: always,
    async write({ deck, theme, job, write }, page) {
      const { pptx } = await import('./pptx/pptx.ts');
      await write('pptx', pathOf(job, 'pptx'), await pptx(page, deck, theme, job.template));
    },
  },
  'pptx-pictures': {
    ending: '.pictures.pptx',
    needs: 'browser',
    holdsPresenterNotes: always,
    async write({ deck, theme, job, write }, page) {
      const { pptxPictures } = await import('./pptx/pptx-pictures.ts');
      await write('pptx-pictures', pathOf(job, 'pptx-pictures'), await pptxPictures(page, deck, theme));
    },
  },
  handout: {
    ending: '.handout.pdf',
    needs: 'browser',
    isLast: true,
    holdsPresenterNotes: ({ handout }) => handout?.slides.some(({ notes }) => notes.kind === 'text') ?? false,
    async prepare(context, pages) {
      const { deck, theme, job } = context;
      const { handout } = job;
      if (!handout) return async () => undefined;
      const { handoutDocument, openHandout, printHandout } = await import('./handout/print-handout.ts');
      const document = await handoutDocument(handout, theme, pages, pagesOptions(job).pictures);
      return async (page) => {
        const layout = await openHandout(page, document, handout);
        context.report(layout.shrunk.map((notes) => shrunkWarning(notes, context)));
        context.report(smallPrintWarnings(layout, handout, context));
        await context.write(
          'handout',
          pathOf(job, 'handout'),
          await printHandout(page, deck, handout, layout),
        );
      };
    },
  },
};

export function needsBrowser(formats: readonly Format[]): boolean {
  return formats.some((format) => outputFormats[format].needs === 'browser');
}

/** Where the picture of a slide goes, counted from 1. */
export function pngPath(base: string, number: number): string {
  return `${base}.${String(number).padStart(3, '0')}.png`;
}

export function pagesOptions({ notesFolder, fetched, notes }: RenderJob): PagesOptions {
  return { pictures: { folder: notesFolder, fetched }, notes };
}

function pathOf({ base }: RenderJob, format: Format): string {
  return base + outputFormats[format].ending;
}

function shrunkWarning(
  { slide, page, scale }: HandoutLayout['shrunk'][number],
  { deck, job }: RenderContext,
): Diagnostic {
  return {
    code: 'render/scaled',
    severity: 'warning',
    message: `the notes of slide ${slide} hold a piece taller than a page and are scaled to ${Math.floor(scale * 100)} % on page ${page} of the handout`,
    span: slideSpan(deck, slide - 1, job.notes),
    help: 'divide the table row or the listing, or use larger paper',
  };
}

/** One warning for all slides: each has the same way out. */
function smallPrintWarnings(
  { printed, grid, wayOut }: OpenedHandout,
  { kind }: Handout,
  { deck, job }: RenderContext,
): readonly Diagnostic[] {
  const small = smallPrint(printed, kind);
  const [worst] = small;
  if (!worst) return [];
  const others = small.length - 1;
  const and =
    others === 0
      ? ''
      : `, and ${others === 1 ? 'one other slide has' : `${others} other slides have`} type below 5 pt`;
  return [
    {
      code: 'render/small-print',
      severity: 'warning',
      message: `${worst.kind} of slide ${worst.slide} prints at ${Math.round(worst.pt * 10) / 10} pt with ${grid.perPage} on a page of the handout${and}`,
      span: slideSpan(deck, worst.slide - 1, job.notes),
      help: wayOut ?? 'use larger paper, or `notes: full`, which prints the words beside the slides',
    },
  ];
}
