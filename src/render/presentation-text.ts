// The presentation as a text, for whoever shows it before it is a file.
import type { Deck } from '../deck/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Theme } from '../theme/index.ts';
import { type PagesOptions, renderPages } from './pages.ts';

/** What `render` writes as HTML, to the byte, and what was noticed on the way. */
export async function presentationText(
  deck: Deck,
  theme: Theme,
  options: PagesOptions,
): Promise<{ readonly html: string; readonly diagnostics: readonly Diagnostic[] }> {
  const [pages, { presentation }] = await Promise.all([
    renderPages(deck, theme, options),
    import('./html/index.ts'),
  ]);
  return { html: await presentation(deck, theme, pages), diagnostics: pages.diagnostics };
}
