// The page that PDF and PNG are made from, for whoever wants to look at it before it is printed.
import type { Deck } from '../deck/index.ts';
import type { Theme } from '../theme/index.ts';
import type { PrintPage } from './browser/run-in-page.ts';
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
