// The deck as it is inspected: the file that a viewer opens, the page that is printed, the handout's page.
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import type {
  CompositionSnapshot,
  HandoutSnapshot,
  PresenterNotes,
  SlideSnapshot,
  WordSnapshot,
} from '../../browser/index.ts';
import type { PrintedText } from '../../handout/index.ts';
import { openPrint, runInPage, type Session } from '../../render/index.ts';
import type { Theme } from '../../theme/index.ts';
import type { HandoutOutput } from '../check-job.ts';
import { type ForeignCharacter, findForeignCharacters } from './foreign-characters.ts';

export interface PageSnapshot {
  readonly slides: readonly SlideSnapshot[];
  /** Addresses that the page asked for and a viewer without network would not get. */
  readonly requests: readonly string[];
  /** Text of each slide's presenter notes, by the slide's number from 1. */
  readonly presenterNotes: readonly PresenterNotes[];
  /** Characters that no embedded font draws. */
  readonly foreignCharacters: readonly ForeignCharacter[];
}

/** Opens the presentation itself and turns its pages one by one. */
export function inspectPresentation(
  session: Session,
  path: string,
  size: Theme['size'],
): Promise<PageSnapshot> {
  return session.withPage(async (page) => {
    const requests = await openPresentation(page, path, size);
    const slides = await slideBySlide(page, async (index) => {
      await runInPage(page, 'turnToSlide', index);
      return withCovered(page, index, await runInPage(page, 'inspectSlide', index));
    });
    const foreignCharacters = await findForeignCharacters(page);
    return {
      slides,
      requests,
      foreignCharacters,
      presenterNotes: await runInPage(page, 'readPresenterNotes'),
    };
  });
}

/** Words with a letter or a digit: a sign may leave most of its area free. */
const isWord = ({ text, cut, kind }: WordSnapshot): boolean =>
  /[\p{L}\p{N}]/u.test(text) && !cut && kind !== 'marker';

/** The slide in the window, with the words that something is painted over. */
async function withCovered(page: Page, index: number, slide: SlideSnapshot): Promise<SlideSnapshot> {
  const words = slide.words.filter(isWord);
  await runInPage(page, 'colourWords');
  const picture = await page.screenshot({ encoding: 'base64', optimizeForSpeed: true });
  const areas = words.map((word) => word.areas);
  const found = await runInPage(page, 'findCovered', index, areas, picture);
  const covered = new Set(found.map((at) => words[at]));
  return {
    ...slide,
    words: slide.words.map((word) => (covered.has(word) ? { ...word, covered: true } : word)),
  };
}

/** Opens the presentation, and reads of each slide how it is composed. */
export function inspectCompositions(
  session: Session,
  path: string,
  size: Theme['size'],
): Promise<readonly CompositionSnapshot[]> {
  return session.withPage(async (page) => {
    await openPresentation(page, path, size);
    return slideBySlide(page, async (index) => {
      await runInPage(page, 'turnToSlide', index);
      return runInPage(page, 'inspectComposition', index);
    });
  });
}

/** Returns the addresses that it asks for, which grow as it does. */
async function openPresentation(page: Page, path: string, size: Theme['size']): Promise<readonly string[]> {
  const address = pathToFileURL(path).href;
  const requests = watch(page, address);
  // Above the slide is the progress bar of 5 px: what is left is the slide at its own size.
  await page.setViewport({ width: size.width, height: size.height + 5 });
  await page.goto(address, { waitUntil: 'load' });
  await runInPage(page, 'waitUntilSettled');
  return requests;
}

async function slideBySlide<T>(page: Page, inspect: (index: number) => Promise<T>): Promise<readonly T[]> {
  return oneByOne(await runInPage(page, 'countSlides'), inspect);
}

async function oneByOne<T>(count: number, inspect: (index: number) => Promise<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let index = 0; index < count; index++) found.push(await inspect(index));
  return found;
}

/** Opens the printed document as it is printed, all slides one below the other. */
export function inspectPrint(session: Session, html: string, size: Theme['size']): Promise<PageSnapshot> {
  return session.withPage(async (page) => {
    const requests = watch(page, 'about:blank');
    await openPrint(page, html, size);
    const slides = await slideBySlide(page, (index) => runInPage(page, 'inspectSlide', index));
    return { slides, requests, presenterNotes: [], foreignCharacters: [] };
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

export interface InspectedHandout extends HandoutSnapshot {
  /** The smallest text of each slide, the smallest first. */
  readonly printed: readonly PrintedText[];
  readonly perPage: number;
}

/** Inspects the handout's page, laid out. Of the layout's own account only the scales and sizes are taken. */
export function inspectHandout(
  session: Session,
  open: HandoutOutput['open'],
  slidesBy: 'ink' | 'text',
): Promise<InspectedHandout> {
  return session.withPage(async (page) => {
    const { shrunk, printed, grid } = await open(page);
    const count = await runInPage(page, 'countSheets');
    const sheets = await oneByOne(count, (index) => runInPage(page, 'inspectSheet', index));
    const words = slidesBy === 'ink' ? 'drawn' : 'none';
    const slides = await slideBySlide(page, (index) => runInPage(page, 'inspectSlide', index, words));
    return { sheets, slides, scaled: shrunk, printed, perPage: grid.perPage };
  });
}
