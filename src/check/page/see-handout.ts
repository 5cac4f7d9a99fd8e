import type { Page } from 'puppeteer-core';
import type { HandoutLayout, HandoutSnapshot, SheetSnapshot, SlideSnapshot } from '../../browser/index.ts';
import { runInPage, type Session } from '../../render/index.ts';

/** Looks at the handout's page, laid out. Of the layout's own account only the scales are taken. */
export function seeHandout(
  session: Session,
  open: (page: Page) => Promise<HandoutLayout>,
  slidesBy: 'ink' | 'text',
): Promise<HandoutSnapshot> {
  return session.withPage(async (page) => {
    const { shrunk } = await open(page);
    const sheets: SheetSnapshot[] = [];
    const slides: SlideSnapshot[] = [];
    const [sheetCount, slideCount] = [
      await runInPage(page, 'countSheets'),
      await runInPage(page, 'countSlides'),
    ];
    for (let index = 0; index < sheetCount; index++)
      sheets.push(await runInPage(page, 'inspectSheet', index));
    const words = slidesBy === 'ink' ? 'drawn' : 'none';
    for (let index = 0; index < slideCount; index++) {
      slides.push(await runInPage(page, 'inspectSlide', index, words));
    }
    return { sheets, slides, scaled: shrunk };
  });
}
