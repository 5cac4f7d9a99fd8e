import type { Diagnostic } from '../diagnostics/index.ts';
import { openPrint, printText, type Session } from '../render/index.ts';
import type { ThemeRequest } from '../theme/index.ts';
import { compileSample, sampleFolder } from './sample.ts';

/** Every layout of a theme as a picture. */
export interface GalleryTheme {
  readonly name: string;
  readonly slides: readonly GallerySlide[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface GallerySlide {
  readonly layout: string;
  readonly title: string;
  /** The section of the sample talk that it was made of, for the hint. */
  readonly section: string;
  /** WebP, as a data URI. */
  readonly picture: string;
}

/** The sample talk in a theme, photographed slide by slide at 1280×720. */
export async function photographTheme(request: ThemeRequest, session: Session): Promise<GalleryTheme> {
  const { value, diagnostics } = await compileSample(request, '16:9');
  const { deck, theme } = value;
  const html = await printText(deck, theme, { pictures: { folder: sampleFolder } });
  return session.withPage(async (page) => {
    await openPrint(page, html, theme.size);
    const slides: GallerySlide[] = [];
    for (const [at, { layout, title, section }] of deck.slides.entries()) {
      await page.evaluate((top) => window.scrollTo(0, top), at * theme.size.height);
      const image = await page.screenshot({ type: 'webp', quality: 88, encoding: 'base64' });
      const picture = `data:image/webp;base64,${image}`;
      slides.push({ layout, title, section: section.at(-1) ?? '', picture });
    }
    return { name: theme.name, slides, diagnostics };
  });
}
