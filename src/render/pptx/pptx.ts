// A PowerPoint file as a person would have made it: text in the places of layouts, shapes, pictures (ECMA-376).
//
//   page ── readFrames ──▶ DeckFrames ── planLayouts ──▶ layouts, slides ──▶ parts ──▶ zip
import type { DeckFrames } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
import { addChart } from './graphics.ts';
import { planLayouts } from './layouts.ts';
import { lookOf, lookTokens, type PptxLook, typefaceOf } from './look.ts';
import { addMaster, layoutName, masterId, masterName, masterTheme } from './master.ts';
import { addNotes, addNotesMaster, notesName } from './notes.ts';
import { createPackage, type Package, type PartWriter } from './part.ts';
import { addPresentation, addProperties, addRoot, type MasterPart } from './presentation-part.ts';
import { type SlideInput, slideXml, wordsOf } from './slides.ts';
import type { Template } from './template.ts';
import { addTemplate, copyName } from './template-parts.ts';
import { planTemplate } from './template-plan.ts';
import { templateSlideXml } from './template-slides.ts';
import { slidePartName } from './text.ts';
import { zip } from './xml-and-zip.ts';

/** `page` shows the printed document, fitted. */
export async function pptx(
  page: PrintPage,
  deck: Deck,
  theme: Theme,
  template: Template | undefined,
): Promise<Uint8Array> {
  const frames = await runInPage(page, 'readFrames', lookTokens);
  return writePptx(frames, deck, theme, await captureDrawings(page, frames, theme), template);
}

/** PNG of what is drawn, by the slide's number from 0 and the drawing's. */
export type Captures = ReadonlyMap<string, Uint8Array>;

/** Pure: the same frames, captures and template give the same bytes. */
export function writePptx(
  frames: DeckFrames,
  deck: Deck,
  theme: Theme,
  captures: Captures,
  template?: Template,
): Uint8Array {
  const file = createPackage();
  const look = lookOf(frames);
  const language = deck.facts.lang;
  const titles = uniqueTitles(frames, deck);
  addRoot(file);
  addProperties(file, deck, { notes: deck.slides.length });
  const { slides, ...master } = template
    ? inTemplate(file, frames, theme, template)
    : inOwnLayouts(file, frames, { look, theme, language });
  addPresentation(file, deck, master);
  addNotesMaster(file, look, language, master.size.height / master.size.width);
  let charts = 0;
  frames.slides.forEach((slide, at) => {
    const planned = slides[at];
    if (!planned) return;
    file.add(slidePartName(at + 1), 'presentationml.slide', (part) => {
      part.relate('slideLayout', planned.layout);
      part.relate('notesSlide', notesName(at + 1));
      const capture = (drawing: number): Uint8Array | undefined => captures.get(`${at} ${drawing}`);
      const addNext: SlideInput['addChart'] = (frame, context) => {
        charts += 1;
        return addChart(frame, charts, file, context);
      };
      const input = { slide, places: planned.places, title: titles[at] ?? '', capture, addChart: addNext };
      return planned.print(input, part);
    });
    addNotes(file, at + 1, deck.slides[at]?.presenterNotes ?? '', deck.facts);
  });
  return zip(file.entries());
}

/** The master that is in the file now, and how each slide is written into it. */
interface SlideMaster extends MasterPart {
  readonly slides: readonly {
    /** Name of the layout's part. */
    readonly layout: string;
    readonly places: SlideInput['places'];
    print(input: SlideInput, part: PartWriter): string;
  }[];
}

function inOwnLayouts(
  file: Package,
  frames: DeckFrames,
  facts: { readonly look: PptxLook; readonly theme: Theme; readonly language: string },
): SlideMaster {
  const plan = planLayouts(frames);
  addMaster(file, frames, plan, facts);
  return {
    master: masterName,
    id: masterId,
    theme: masterTheme,
    size: facts.theme.size,
    slides: plan.slides.map(({ layout, places }) => ({
      layout: layoutName(layout),
      places,
      print: (input, part) => slideXml(input, part, facts.look),
    })),
  };
}

/** Colours by their places in the theme, letters in its two fonts: the template says which those are. */
function inTemplate(
  file: Package,
  frames: DeckFrames,
  { content, size }: Theme,
  template: Template,
): SlideMaster {
  addTemplate(file, template);
  const { body } = frames.fonts;
  const look: PptxLook = {
    ...lookOf(frames),
    bodyFont: typefaceOf({ family: body, weight: 400 }),
    headingFont: typefaceOf({ family: frames.fonts.heading, weight: 400 }),
  };
  const area = {
    x: (size.width - content.width) / 2,
    y: content.top,
    width: content.width,
    height: content.height,
  };
  return {
    master: copyName(template.master),
    id: template.masterId,
    theme: copyName(template.theme),
    size: template.size,
    slides: planTemplate(template, { deck: frames, content: area }).map((planned) => ({
      layout: copyName(planned.layout.part),
      places: new Map(),
      print: (input, part) => templateSlideXml(planned, input, part, { look, deck: frames }),
    })),
  };
}

/** What is shown as a title; with the part's number, or a number, where another slide has the same. */
function uniqueTitles({ slides }: DeckFrames, deck: Deck): readonly string[] {
  const shown = slides.map(({ frames }, at) => {
    const title = frames.find((frame) => frame.kind === 'text' && frame.role === 'title');
    return (title?.kind === 'text' ? wordsOf(title) : deck.slides[at]?.title) || `Slide ${at + 1}`;
  });
  const used = new Set<string>();
  return shown.map((title, at) => {
    const isAlone = shown.filter((other) => other === title).length === 1;
    const told = deck.slides[at]?.title ?? '';
    let unique = isAlone || !told.startsWith(title) ? title : told;
    for (let number = 2; used.has(unique); number++) unique = `${title} (${number})`;
    used.add(unique);
    return unique;
  });
}

/** Sharp on a screen of 2560 × 1440. */
const scale = 2;

async function captureDrawings(page: PrintPage, { slides }: DeckFrames, { size }: Theme): Promise<Captures> {
  const captures = new Map<string, Uint8Array>();
  for (const [index, { frames }] of slides.entries()) {
    for (const frame of frames) {
      if (
        (frame.kind !== 'drawing' && frame.kind !== 'formula') ||
        frame.area.width <= 0 ||
        frame.area.height <= 0
      )
        continue;
      const { x, y, width, height } = frame.area;
      await runInPage(page, 'isolateDrawing', index, frame.drawing);
      const clip = { x, y: y + index * size.height, width, height, scale };
      captures.set(
        `${index} ${frame.drawing}`,
        await page.screenshot({ type: 'png', clip, omitBackground: true }),
      );
    }
  }
  if (captures.size > 0) await runInPage(page, 'isolateDrawing', 0);
  return captures;
}
