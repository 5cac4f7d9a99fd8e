import type { ScaledSlide } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import { escapeHtml, styleText } from '../../escape.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
import type { RenderJob } from '../job.ts';
import { type Pages, wholeCss } from '../pages.ts';
import { finishPdf, withFormulas } from './finish-pdf.ts';
import { titleLevels } from './title-levels.ts';

/** One page per slide at the slide's size, tagged; bookmarks and facts about the talk are added after. */
export async function printPdf(
  page: PrintPage,
  deck: Deck,
  { size }: Theme,
  notes: RenderJob['pdfNotes'] = 'none',
): Promise<Uint8Array> {
  const characters = await runInPage(page, 'markForPrint', { levels: titleLevels(deck.slides) });
  const printed = await page.pdf({
    width: `${size.width}px`,
    height: `${size.height}px`,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: true,
  });
  return finishPdf(printed, deck, { characters, notes });
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

/** Nothing from outside, and no script of the page's own: what runs here is sent by Lectern. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * The slides one below the other, a page each, with nothing around them: what is printed and
 * captured. Items that appear one after the other are all there.
 */
export function printDocument(deck: Deck, theme: Theme, pages: Pages): string {
  const { width, height } = theme.size;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(deck.facts.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(deck.facts.title)}</title>
<style>${styleText(wholeCss(pages))}</style>
<style>
@page { size: ${width}px ${height}px; margin: 0 }
html, body { margin: 0; padding: 0 }
svg[data-marpit-svg] { display: block; width: ${width}px; height: ${height}px }
</style>
</head>
<body>${withFormulas(withoutScripts(pages.html))}</body>
</html>`;
}

function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
}

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
