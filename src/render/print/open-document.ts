import type { Page } from 'puppeteer-core';
import type { Theme } from '../../theme/index.ts';
import { fitSlides, type Scaled } from '../fit.ts';

/** Loads the printed document and fits its slides; after this it is ready to print or screenshot. */
export async function openDocument(
  page: Page,
  html: string,
  size: Theme['size'],
): Promise<readonly Scaled[]> {
  await page.setViewport({ ...size, deviceScaleFactor: 1 });
  await page.emulateMediaType('print');
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() =>
    Promise.all([...document.images].map((image) => image.decode().catch(() => image))).then(() => undefined),
  );
  return page.evaluate(fitSlides);
}
