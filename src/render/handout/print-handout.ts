import type { HandoutLayout } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import type { Handout } from '../../handout/index.ts';
import type { PrintPage } from '../browser/run-in-page.ts';
import { finishPdf } from '../print/index.ts';

/** The handout as it stands on the page; its bookmarks lead to the pages of the sections and slides. */
export async function printHandout(
  page: PrintPage,
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
