import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
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

/**
 * A PNG of each slide in order, `scale` device pixels per px. They come one by one: thirty pictures
 * at once would need much memory.
 */
export async function* screenshot(
  page: PrintPage,
  { size }: Theme,
  count: number,
  scale: number,
): AsyncGenerator<Uint8Array> {
  await page.setViewport({ ...size, deviceScaleFactor: scale });
  for (let index = 0; index < count; index++) {
    await runInPage(page, 'scrollDownTo', index * size.height);
    yield page.screenshot({ type: 'png', optimizeForSpeed: false });
  }
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
}

/** The first slide as WebP, `width` px wide. */
export async function screenshotFirst(page: PrintPage, { size }: Theme, width: number): Promise<Uint8Array> {
  const clip = { x: 0, y: 0, ...size, scale: width / size.width };
  await runInPage(page, 'scrollDownTo', 0);
  return page.screenshot({ type: 'webp', quality: 75, clip });
}
