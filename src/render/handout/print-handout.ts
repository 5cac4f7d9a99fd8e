import type { Page } from 'puppeteer-core';
import type { Deck } from '../../deck/index.ts';
import type { Handout } from '../../handout/index.ts';
import { finishPdf } from '../print/index.ts';
import type { HandoutLayout } from './page/lay-out.ts';

/** The handout as it stands on the page; its bookmarks lead to the pages of the sections and slides. */
export async function printHandout(
  page: Page,
  deck: Deck,
  { geometry }: Handout,
  { slidePages }: HandoutLayout,
): Promise<Uint8Array> {
  const printed = await page.pdf({
    // Its own millimetres are rounded: 3.78 px each.
    width: `${geometry.width / 25.4}in`,
    height: `${geometry.height / 25.4}in`,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: false,
  });
  return finishPdf(printed, deck, {
    pageOf: (slide) => Math.max(0, (slidePages[slide] ?? 1) - 1),
  });
}
