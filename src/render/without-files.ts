// The page that PDF and PNG are made from, for whoever wants to look at it before it is printed.

import type { Deck, PrintDiagram } from '../deck/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Handout } from '../handout/index.ts';
import type { Theme } from '../theme/index.ts';
import type { PrintPage } from './browser/run-in-page.ts';
import type { OpenedHandout } from './handout/print-handout.ts';
import { type PagesOptions, renderPages } from './pages.ts';

/** The printed document as one HTML text that needs nothing else. */
export async function printText(deck: Deck, theme: Theme, options: PagesOptions): Promise<string> {
  const [pages, { printDocument }] = await Promise.all([
    renderPages(deck, theme, options),
    import('./print/index.ts'),
  ]);
  return printDocument(deck, theme, pages);
}

/** Opens such a text as `render` does, with its slides fitted. */
export async function openPrint(page: PrintPage, html: string, size: Theme['size']): Promise<void> {
  const { openDocument } = await import('./print/index.ts');
  await openDocument(page, html, size);
}

// The presentation as a text, for whoever shows it before it is a file.

/** What `render` writes as HTML, to the byte, and what was noticed on the way. */
export async function presentationText(
  deck: Deck,
  theme: Theme,
  options: PagesOptions,
): Promise<{ readonly html: string; readonly diagnostics: readonly Diagnostic[] }> {
  const [pages, { presentation }] = await Promise.all([
    renderPages(deck, theme, options),
    import('./html/presentation.ts'),
  ]);
  return { html: await presentation(deck, theme, pages), diagnostics: pages.diagnostics };
}

// The handout's page, for whoever wants to look at it before it is printed.

/**
 * Opens the handout on a page of a session as `render` does, laid out: `.handout > .sheet` are the
 * sheets of paper, `.unit` in them the rows, `.slide[data-slide]` the slides and `.notes` the notes.
 */
export async function handoutLayout(
  page: PrintPage,
  { deck, theme, handout }: { readonly deck: Deck; readonly theme: Theme; readonly handout: Handout },
  options: PagesOptions,
): Promise<OpenedHandout> {
  const [pages, { openDocument, printDocument }, { handoutDocument, openHandout }] = await Promise.all([
    renderPages(deck, theme, options),
    import('./print/index.ts'),
    import('./handout/print-handout.ts'),
  ]);
  await openDocument(page, printDocument(deck, theme, pages), theme.size);
  return openHandout(page, await handoutDocument(handout, theme, pages, options.pictures), handout);
}

/** Draws the diagrams of a Marp Markdown file; undefined for a deck without, which need not load what draws. */
export async function diagramPrinter(
  { features, facts }: Deck,
  theme: Theme,
): Promise<PrintDiagram | undefined> {
  if (!features.mermaid) return undefined;
  const { diagramPicture, diagramRoom } = await import('./diagram/draw-diagrams.ts');
  const lines = { count: 0 };
  return (source, frame) => diagramPicture(source, diagramRoom(theme, facts.lang, frame), theme, lines);
}
