import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import type { Session } from '../../src/render/index.ts';
import { type SeenSlide, seeSlide } from './see-slide.ts';

export interface SeenPage {
  readonly slides: readonly SeenSlide[];
  /** Addresses it asked for beside its own. */
  readonly requests: readonly string[];
}

/** Opens a file as a double click does, and hands over the page when its fonts are there. */
export function openFile<T>(
  session: Session,
  path: string,
  use: (page: Page, requests: readonly string[]) => Promise<T>,
  query = '',
): Promise<T> {
  return session.withPage(async (page) => {
    const own = pathToFileURL(path).href;
    const requests: string[] = [];
    page.removeAllListeners('request');
    page.on('request', (request: HTTPRequest) => {
      const url = request.url();
      if (!url.startsWith(own) && !/^(?:data|blob|about):/.test(url)) requests.push(url);
      void request.continue();
    });
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(own + query, { waitUntil: 'load' });
    // Browsers load a face when a slide first uses it: here before any is looked at.
    await page.evaluate(() => {
      const loaded = Promise.all([...document.fonts].map((font) => font.load().catch(() => font)));
      // The page holds on to it: a promise that nothing holds may be collected while it waits.
      return Object.assign(globalThis, { loaded: loaded.then(() => document.fonts.ready) }).loaded.then(
        () => {},
      );
    });
    return use(page, requests);
  });
}

/** Every slide of a presentation as a person sees it who goes through it with the arrow key. */
export function seePresentation(session: Session, path: string): Promise<SeenPage> {
  return openFile(session, path, async (page, requests) => {
    const count = await page.evaluate(() => document.querySelectorAll('svg[data-marpit-svg]').length);
    const slides: SeenSlide[] = [];
    for (let index = 0; index < count; index += 1) {
      if (index > 0) await page.keyboard.press('ArrowRight');
      await page.waitForFunction(isShown, {}, index);
      while (await page.evaluate(hasMoreToShow, index)) await page.keyboard.press('ArrowRight');
      slides.push(await page.evaluate(seeSlide, index));
    }
    return { slides, requests };
  });
}

/** Runs in the browser. */
function isShown(index: number): boolean {
  const slide = document.querySelectorAll('svg[data-marpit-svg]')[index];
  return slide?.classList.contains('bespoke-marp-active') ?? false;
}

/** Runs in the browser. */
function hasMoreToShow(index: number): boolean {
  const slide = document.querySelectorAll('svg[data-marpit-svg]')[index];
  return slide?.querySelector('[data-bespoke-marp-fragment="inactive"]') !== null;
}
