import type { HandoutDocument, HandoutLayout, LayoutInput } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import type { Handout } from '../../handout/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
import { fontCss, usedFaces } from '../fonts/index.ts';
import type { Pages } from '../pages.ts';
import type { PictureOptions } from '../pictures/index.ts';
import { finishPdf } from '../print/index.ts';
import { handoutCss } from './handout-css.ts';
import { handoutHtml } from './handout-html.ts';
import { renderNotes } from './render-notes.ts';

/** CSS pixels to a millimetre. */
const pixels = 96 / 25.4;

/** Needs no browser: it can be made while one starts. */
export async function handoutDocument(
  handout: Handout,
  theme: Theme,
  pages: Pick<Pages, 'faces'>,
  pictures: PictureOptions,
): Promise<HandoutDocument> {
  const notes = await renderNotes(handout, theme, pictures);
  const html = handoutHtml(handout, notes.sections);
  const there = new Set(pages.faces.map((face) => fontCss([face])));
  const rules = usedFaces(theme, html).map((face) => fontCss([face]));
  const fonts = rules.filter((rule) => !there.has(rule)).join('\n');
  return { html, css: [fonts, notes.css, await handoutCss(handout, theme)].join('\n') };
}

/**
 * Turns a page on which the slides stand as they are printed, fitted, into the handout, laid out:
 * after this it is ready to print.
 */
export async function openHandout(
  page: PrintPage,
  document: HandoutDocument,
  handout: Handout,
): Promise<HandoutLayout> {
  await runInPage(page, 'takeSlides', document);
  return runInPage(page, 'layOutHandout', layoutInput(handout));
}

function layoutInput({ geometry, words }: Handout): LayoutInput {
  const { scale, rows } = geometry;
  return {
    rows,
    gap: 7 * scale * pixels,
    lineGap: 8.5 * scale * pixels,
    continued: words.continued,
    page: words.page,
  };
}

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
