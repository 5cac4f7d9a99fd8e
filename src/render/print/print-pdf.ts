import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import type { PrintPage } from '../browser/run-in-page.ts';
import type { RenderJob } from '../job.ts';
import { finishPdf } from './finish-pdf.ts';

/** One page per slide at the slide's size, tagged; bookmarks and facts about the talk are added after. */
export async function printPdf(
  page: PrintPage,
  deck: Deck,
  { size }: Theme,
  notes: RenderJob['pdfNotes'] = 'none',
): Promise<Uint8Array> {
  const printed = await page.pdf({
    width: `${size.width}px`,
    height: `${size.height}px`,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: true,
  });
  return finishPdf(printed, deck, { notes });
}
