import type { ScaledSlide } from '../../browser/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';

/** Loads the printed document and fits its slides; after this it is ready to print or screenshot. */
export async function openDocument(
  page: PrintPage,
  html: string,
  size: Theme['size'],
): Promise<readonly ScaledSlide[]> {
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  await page.emulateMediaType('print');
  await page.setContent(html, { waitUntil: 'load' });
  await runInPage(page, 'decodeImages');
  return runInPage(page, 'fitSlides');
}
