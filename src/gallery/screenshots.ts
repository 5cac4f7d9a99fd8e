import type { Compiled } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { openPrint, type PictureOptions, printText, runInPage, type Session } from '../render/index.ts';
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

/** The sample talk in a theme, as screenshots of its slides at 1280×720. */
export async function screenshotTheme(request: ThemeRequest, session: Session): Promise<GalleryTheme> {
  const { value, diagnostics } = await compileSample(request, '16:9');
  const { deck, theme } = value;
  const all = deck.slides.map((_, at) => at + 1);
  const pictures = await screenshotSlides(value, all, { folder: sampleFolder }, session);
  const slides = deck.slides.map(({ layout, title, section }, at) => ({
    layout,
    title,
    section: section.at(-1) ?? '',
    picture: pictures[at] ?? '',
  }));
  return { name: theme.name, slides, diagnostics };
}

/** Slides of a deck, by their numbers from 1, as they are printed: WebP, as data URIs. */
export async function screenshotSlides(
  { deck, theme }: Pick<Compiled, 'deck' | 'theme'>,
  numbers: readonly number[],
  pictures: PictureOptions,
  session: Session,
): Promise<readonly string[]> {
  const html = await printText(deck, theme, { pictures });
  return session.withPage(async (page) => {
    await openPrint(page, html, theme.size);
    const shown: string[] = [];
    for (const number of numbers) {
      await runInPage(page, 'scrollDownTo', (number - 1) * theme.size.height);
      const image = await page.screenshot({ type: 'webp', quality: 88, encoding: 'base64' });
      shown.push(`data:image/webp;base64,${image}`);
    }
    return shown;
  });
}
