import type { HandoutLayout } from '../browser/index.ts';
// The handout's page, for whoever wants to look at it before it is printed.
import type { Deck } from '../deck/index.ts';
import type { Handout } from '../handout/index.ts';
import type { Theme } from '../theme/index.ts';
import type { PrintPage } from './browser/run-in-page.ts';
import { type PagesOptions, renderPages } from './pages.ts';

/**
 * Opens the handout on a page of a session as `render` does, laid out: `.handout > .sheet` are the
 * sheets of paper, `.unit` in them the rows, `.slide[data-slide]` the slides and `.notes` the notes.
 */
export async function layOutHandout(
  page: PrintPage,
  { deck, theme, handout }: { readonly deck: Deck; readonly theme: Theme; readonly handout: Handout },
  options: PagesOptions,
): Promise<HandoutLayout> {
  const [pages, { openDocument, printDocument }, { handoutDocument, openHandout }] = await Promise.all([
    renderPages(deck, theme, options),
    import('./print/index.ts'),
    import('./handout/index.ts'),
  ]);
  await openDocument(page, printDocument(deck, theme, pages), theme.size);
  return openHandout(page, await handoutDocument(handout, theme, pages, options.pictures), handout);
}
