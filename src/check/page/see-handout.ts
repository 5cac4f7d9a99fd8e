import type { Page } from 'puppeteer-core';
import type { HandoutLayout, Session } from '../../render/index.ts';
import { readSlide, seeSheet, seeSlide } from './see.ts';
import type { SeenSlide } from './seen.ts';
import type { SeenHandout, SeenSheet } from './seen-handout.ts';

/** Looks at the handout's page, laid out. Of the layout's own account only the scales are taken. */
export function seeHandout(
  session: Session,
  open: (page: Page) => Promise<HandoutLayout>,
  slidesBy: 'ink' | 'text',
): Promise<SeenHandout> {
  return session.withPage(async (page) => {
    const { shrunk } = await open(page);
    const sheets: SeenSheet[] = [];
    const slides: SeenSlide[] = [];
    const [sheetCount, slideCount] = await page.evaluate(() => [
      document.querySelectorAll('.handout > .sheet').length,
      document.querySelectorAll('svg[data-marpit-svg]').length,
    ]);
    for (let index = 0; index < (sheetCount ?? 0); index++) sheets.push(await seeSheet(page, index));
    const see = slidesBy === 'ink' ? seeSlide : readSlide;
    for (let index = 0; index < (slideCount ?? 0); index++) slides.push(await see(page, index));
    return { sheets, slides, scaled: shrunk };
  });
}
