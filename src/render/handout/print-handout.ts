import { readFile } from 'node:fs/promises';
import type { HandoutDocument, HandoutLayout, LayoutInput } from '../../browser/index.ts';
import { type Deck, printNotes } from '../../deck/index.ts';
import type { Handout } from '../../handout/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
import { fontCss, usedFaces } from '../fonts/index.ts';
import { type MarpOutput, renderMarp, splitSlides } from '../marp/index.ts';
import type { Pages } from '../pages.ts';
import { inlinePictures, type PictureOptions, readPicture } from '../pictures/index.ts';
import { finishPdf, withFormulas } from '../print/index.ts';
import { handoutCss, handoutFile } from './handout-css.ts';
import { handoutHtml } from './handout-html.ts';

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
  const html = withFormulas(handoutHtml(handout, notes.sections));
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

interface RenderedNotes {
  /** A `section` for each slide that has a text, by the slide's number. */
  readonly sections: ReadonlyMap<number, string>;
  readonly css: string;
}

/** All notes through one Marp, in the handout's own stylesheet. Nothing is loaded where there are none. */
async function renderNotes(handout: Handout, theme: Theme, pictures: PictureOptions): Promise<RenderedNotes> {
  const written = handout.slides.flatMap(({ number, notes }) =>
    notes.kind === 'text' ? [{ number, blocks: notes.blocks }] : [],
  );
  if (written.length === 0) return { sections: new Map(), css: '' };
  const plan = { deck: handout.facts, ...(handout.anchors && { anchors: handout.anchors }) };
  const texts = written.map(({ blocks }) => blocks);
  const deck = printNotes(texts, plan, { pictures: (url) => readPicture(url, pictures) });
  const marp = await renderMarp(deck, await notesTheme(theme));
  const sections = await sectionsOf(marp, pictures);
  return {
    sections: new Map(written.map(({ number }, index) => [number, sections[index] ?? ''])),
    css: outsideSlides(marp.css),
  };
}

async function notesTheme(theme: Theme): Promise<Theme> {
  const path = handoutFile('notes.css');
  const css = await readFile(path, 'utf8');
  return { ...theme, stylesheets: [{ name: 'lectern-handout', path, css }] };
}

function sectionsOf({ html }: MarpOutput, pictures: PictureOptions): Promise<readonly string[]> {
  const slides = splitSlides(html).map(
    (slide) => /<section\b[^>]*>([\s\S]*)<\/section>/.exec(slide)?.[1] ?? '',
  );
  const inlined = slides.map(
    async (content) => `<section>${await inlinePictures(content, pictures)}</section>`,
  );
  return Promise.all(inlined);
}

/** Marp's rules are for sections inside slides; the same sections stand on paper here. */
function outsideSlides(css: string): string {
  return css
    .replace(/div#\\:\\\$p\s*>\s*svg\s*>\s*foreignObject\s*>\s*section/g, '.notes > section')
    .replace(/div#\\:\\\$p section/g, '.notes > section')
    .replace(/@page\s*\{[^}]*\}/g, '');
}
