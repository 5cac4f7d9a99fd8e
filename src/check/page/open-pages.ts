// How the check comes to see a deck: as the file that a viewer opens, and as the page that is printed.
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { openPrint, type Session } from '../../render/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type DrawnBy, platformFonts } from './platform-fonts.ts';
import { seeSlide } from './see.ts';
import type { SeenSlide } from './seen.ts';

export interface SeenPage {
  readonly slides: readonly SeenSlide[];
  /** Addresses that the page asked for and a viewer without network would not get. */
  readonly requests: readonly string[];
  /** Text of each slide's presenter notes, by the slide's number from 1. */
  readonly presenterNotes: readonly { readonly slide: number; readonly text: string }[];
  /** Characters that no embedded font draws. */
  readonly strangers: readonly DrawnBy[];
}

/** Opens the presentation itself and turns its pages one by one. */
export function seePresentation(session: Session, path: string, size: Theme['size']): Promise<SeenPage> {
  return session.withPage(async (page) => {
    const address = pathToFileURL(path).href;
    const requests = watch(page, address);
    // Above the slide is the progress bar of 5 px: what is left is the slide at its own size.
    await page.setViewport({ width: size.width, height: size.height + 5 });
    await page.goto(address, { waitUntil: 'load' });
    await settled(page);
    const count = await countSlides(page);
    const slides: SeenSlide[] = [];
    for (let index = 0; index < count; index++) {
      await turnTo(page, index);
      slides.push(await seeSlide(page, index));
    }
    const strangers = await platformFonts(page);
    return { slides, requests, strangers, presenterNotes: await page.evaluate(readPresenterNotes) };
  });
}

/** Opens the printed document as it is printed, all slides one below the other. */
export function seePrint(session: Session, html: string, size: Theme['size']): Promise<SeenPage> {
  return session.withPage(async (page) => {
    const requests = watch(page, 'about:blank');
    await openPrint(page, html, size);
    const count = await countSlides(page);
    const slides: SeenSlide[] = [];
    for (let index = 0; index < count; index++) slides.push(await seeSlide(page, index));
    return { slides, requests, presenterNotes: [], strangers: [] };
  });
}

/** Lets through the file itself and what is inside it; keeps the addresses of everything else. */
function watch(page: Page, own: string): string[] {
  const requests: string[] = [];
  page.removeAllListeners('request');
  page.on('request', (request: HTTPRequest) => {
    const url = request.url();
    const isOwn = url.split('#')[0] === own || /^(?:data|about|blob):/.test(url);
    if (!isOwn && !requests.includes(url)) requests.push(url);
    const answer = isOwn ? request.continue() : request.abort('blockedbyclient');
    answer.catch(() => undefined);
  });
  return requests;
}

/** The page fits its slides when its fonts are there; this waits behind it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode().catch(() => image)));
    await Promise.all([...document.fonts].map((font) => font.load().catch(() => font)));
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

function countSlides(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('svg[data-marpit-svg]').length);
}

/** As a viewer goes there: by its address. */
async function turnTo(page: Page, index: number): Promise<void> {
  await page.evaluate(async (number) => {
    const isThere = (): boolean =>
      document
        .querySelectorAll('svg[data-marpit-svg]')
        [number - 1]?.classList.contains('bespoke-marp-active') ?? false;
    if (isThere()) return;
    location.hash = `#${number}`;
    const end = performance.now() + 2000;
    while (!isThere()) {
      if (performance.now() > end) throw new Error(`the presentation does not turn to slide ${number}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }, index + 1);
}

function readPresenterNotes(): { slide: number; text: string }[] {
  return [...document.querySelectorAll<HTMLElement>('.bespoke-marp-note')].map((note) => ({
    slide: Number(note.dataset.index) + 1,
    text: [...note.children].map((child) => child.textContent ?? '').join('\n'),
  }));
}
