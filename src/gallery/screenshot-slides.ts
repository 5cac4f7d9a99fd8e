import type { Compiled } from '../compile.ts';
import { openPrint, type PictureOptions, printText, runInPage, type Session } from '../render/index.ts';

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
