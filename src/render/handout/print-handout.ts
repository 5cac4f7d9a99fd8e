import { readFile } from 'node:fs/promises';
import type { HandoutDocument, HandoutLayout, LayoutInput } from '../../browser/index.ts';
import { type Deck, printNotes } from '../../deck/index.ts';
import {
  chooseGrid,
  fewLines,
  type Handout,
  type PrintedText,
  printedTexts,
  type SheetGrid,
  slidesPerPage,
  smallPrint,
  toPoints,
  wayOut,
} from '../../handout/index.ts';
import { readingFaces, type Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
import { fontCss, usedFaces } from '../fonts/index.ts';
import { inlineEmoji, type MarpOutput, renderMarp, splitSlides } from '../marp/index.ts';
import type { Pages } from '../pages.ts';
import { inlinePictures, type PictureOptions, readPicture } from '../pictures/index.ts';
import { finishPdf, titleLevels, withFormulas } from '../print/index.ts';
import { gridCss, handoutCss, handoutFile } from './handout-css.ts';
import { handoutHtml } from './handout-html.ts';

/** CSS pixels of a point. */
const pixels = 96 / 72;

/** Needs no browser: it can be made while one starts. */
export async function handoutDocument(
  handout: Handout,
  theme: Theme,
  pages: Pick<Pages, 'faces' | 'spareFaces'>,
  pictures: PictureOptions,
): Promise<HandoutDocument> {
  const notes = await renderNotes(handout, theme, pictures);
  const html = await inlineEmoji(withFormulas(handoutHtml(handout, notes.sections)));
  const there = new Set(pages.faces.map((face) => fontCss([face])));
  const dressed = { ...theme, fonts: [...theme.fonts, ...pages.spareFaces, ...readingFaces(theme)] };
  const rules = usedFaces(dressed, html + semibold).map((face) => fontCss([face]));
  const fonts = rules.filter((rule) => !there.has(rule)).join('\n');
  return { html, css: [fonts, notes.css, await handoutCss(handout, theme)].join('\n') };
}

/** Heads in notes are semibold, which no theme need ask for. */
const semibold = '<strong></strong>';

/** The handout laid out, and what its notes decided. */
export interface OpenedHandout extends HandoutLayout {
  readonly grid: SheetGrid;
  /** The smallest text of each slide as it is printed, the smallest first. */
  readonly printed: readonly PrintedText[];
  /** What would make the smallest larger; only where it is hard to read. */
  readonly wayOut?: string | undefined;
}

/**
 * Turns a page on which the slides stand as they are printed, fitted, into the handout, laid out:
 * after this it is ready to print.
 */
export async function openHandout(
  page: PrintPage,
  document: HandoutDocument,
  handout: Handout,
): Promise<OpenedHandout> {
  const { facts, kind, sheet } = handout;
  await runInPage(page, 'takeSlides', document);
  const grid = await gridFor(page, handout, handout);
  const slideWidth = facts.size === '16:9' ? 1280 : 960;
  const printed = printedTexts(await runInPage(page, 'smallestTexts'), grid, slideWidth);
  const [smallest] = smallPrint(printed, kind);
  const orientation = sheet.width > sheet.height ? 'landscape' : 'portrait';
  const out = smallest && wayOut(smallest, await offersFor(page, handout), { orientation, slideWidth });
  const layout = await runInPage(page, 'layOutHandout', layoutInput(handout, grid));
  return { ...layout, grid, printed, wayOut: out };
}

/** The first grid in which the notes have room, as the browser measures them. */
async function gridFor(
  page: PrintPage,
  { grids, sheet }: Pick<Handout, 'grids' | 'sheet'>,
  { slides }: Handout,
): Promise<SheetGrid> {
  const widths = grids.map(({ notes }) => notes.width * pixels);
  const heights = await runInPage(page, 'measureNotes', widths);
  const inPoints = heights.map((own) => own.map((height) => height / pixels));
  return chooseGrid(grids, inPoints, { sheet, slides: slides.length });
}

/** Other pages, with the width of slides on them, pt. */
async function offersFor(page: PrintPage, handout: Handout): Promise<Parameters<typeof wayOut>[1]> {
  const offers: Parameters<typeof wayOut>[1][number][] = [];
  for (const { perPage, orientation, ...other } of handout.otherPages)
    offers.push({ perPage, orientation, width: (await gridFor(page, other, handout)).slide.width });
  return offers;
}

function layoutInput(handout: Handout, grid: SheetGrid): LayoutInput {
  const { sheet, words, kind, fill } = handout;
  const { area, isSmall } = sheet;
  const px = (length: number): number => length * pixels;
  const largest = Math.min(isSmall ? 64 : sheet.width > sheet.height ? 96 : 112, 0.21 * area.width);
  return {
    css: gridCss(grid, sheet),
    unit: px(sheet.unit),
    area: { width: px(area.width), height: px(area.height) },
    gutter: px(sheet.gutter),
    mode: grid.mode,
    columns: grid.columns,
    rows: grid.rows,
    perPage: slidesPerPage(grid, handout.slides.length),
    slide: { width: px(grid.slide.width), height: px(grid.slide.height) },
    strip: px(grid.strip),
    gap: px(grid.gap),
    fair: px(grid.fair),
    notes: { columns: grid.notes.columns, width: px(grid.notes.width) },
    fewLines,
    kind,
    fill,
    cover: { largest, smallest: 40, drawing: px(toPoints(40)) },
    ownContents: isSmall,
    continuedOn: words.continuedOn,
    continuedFrom: words.continuedFrom,
  };
}

/** The handout as it stands on the page; its bookmarks lead to the pages of the sections and slides. */
export async function printHandout(
  page: PrintPage,
  deck: Deck,
  { sheet }: Handout,
  { slidePages }: HandoutLayout,
): Promise<Uint8Array> {
  const characters = await runInPage(page, 'markForPrint', { levels: titleLevels(deck.slides) });
  const printed = await page.pdf({
    // Its own millimetres are rounded: 3.78 px each.
    width: `${sheet.width / 72}in`,
    height: `${sheet.height / 72}in`,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: false,
  });
  return finishPdf(printed, deck, {
    characters,
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
  const texts = handout.slides.flatMap(({ number, notes }) =>
    notes.kind === 'text'
      ? (['written', 'spoken'] as const).flatMap((part) =>
          notes[part].length > 0 ? [{ number, part, blocks: notes[part] }] : [],
        )
      : [],
  );
  if (texts.length === 0) return { sections: new Map(), css: '' };
  const plan = { deck: handout.facts, ...(handout.anchors && { anchors: handout.anchors }) };
  const written = texts.map(({ blocks }) => blocks);
  const deck = printNotes(written, plan, { pictures: (url) => readPicture(url, pictures) });
  const marp = await renderMarp(deck, await notesTheme(theme));
  const contents = await contentsOf(marp, pictures);
  const sections = new Map<number, string>();
  texts.forEach(({ number, part }, at) => {
    const own = `${sections.get(number) ?? ''}<div class="${part}">${contents[at] ?? ''}</div>`;
    sections.set(number, own);
  });
  return {
    sections: new Map(
      [...sections].map(([number, own]) => [number, `<section><div class="text">${own}</div></section>`]),
    ),
    css: outsideSlides(marp.css),
  };
}

async function notesTheme(theme: Theme): Promise<Theme> {
  const path = handoutFile('notes.css');
  const css = await readFile(path, 'utf8');
  return { ...theme, stylesheets: [{ name: 'lectern-handout', path, css }] };
}

function contentsOf({ html }: MarpOutput, pictures: PictureOptions): Promise<readonly string[]> {
  const slides = splitSlides(html).map(
    (slide) => /<section\b[^>]*>([\s\S]*)<\/section>/.exec(slide)?.[1] ?? '',
  );
  return Promise.all(slides.map((content) => inlinePictures(content, pictures)));
}

/** Marp's rules are for sections inside slides; the same sections stand on paper here. */
function outsideSlides(css: string): string {
  return css
    .replace(/div#\\:\\\$p\s*>\s*svg\s*>\s*foreignObject\s*>\s*section/g, '.notes > section')
    .replace(/div#\\:\\\$p section/g, '.notes > section')
    .replace(/@page\s*\{[^}]*\}/g, '');
}
