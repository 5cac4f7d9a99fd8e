// A PowerPoint file as a person would have made it: text in the places of layouts, shapes, pictures (ECMA-376).
//
//   page ── readFrames ──▶ DeckFrames ── planLayouts ──▶ layouts, slides ──▶ parts ──▶ zip
import type { DeckFrames } from '../../browser/index.ts';
import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import { type PrintPage, runInPage } from '../browser/run-in-page.ts';
import { addChart } from './graphics.ts';
import { planLayouts } from './layouts.ts';
import { lookOf, lookTokens } from './look.ts';
import { addMaster, layoutName } from './master.ts';
import { addNotes, addNotesMaster, notesName } from './notes.ts';
import { createPackage } from './part.ts';
import { addPresentation, addProperties, addRoot } from './presentation-part.ts';
import { type SlideInput, slideXml, wordsOf } from './slides.ts';
import { slidePartName } from './text.ts';
import { zip } from './xml-and-zip.ts';

/** `page` shows the printed document, fitted. */
export async function pptx(page: PrintPage, deck: Deck, theme: Theme): Promise<Uint8Array> {
  const frames = await runInPage(page, 'readFrames', lookTokens);
  return writePptx(frames, deck, theme, await captureDrawings(page, frames, theme));
}

/** PNG of what is drawn, by the slide's number from 0 and the drawing's. */
export type Captures = ReadonlyMap<string, Uint8Array>;

/** Pure: the same frames and captures give the same bytes. */
export function writePptx(frames: DeckFrames, deck: Deck, theme: Theme, captures: Captures): Uint8Array {
  const file = createPackage();
  const look = lookOf(frames);
  const language = deck.facts.lang;
  const plan = planLayouts(frames);
  const titles = uniqueTitles(frames, deck);
  addRoot(file);
  addProperties(file, deck);
  addPresentation(file, deck, theme.size);
  addMaster(file, frames, plan, { look, theme, language });
  addNotesMaster(file, look, language, theme.size.height / theme.size.width);
  let charts = 0;
  frames.slides.forEach((slide, at) => {
    const planned = plan.slides[at];
    if (!planned) return;
    file.add(slidePartName(at + 1), slideType, (part) => {
      part.relate('slideLayout', layoutName(planned.layout));
      part.relate('notesSlide', notesName(at + 1));
      const capture = (drawing: number): Uint8Array | undefined => captures.get(`${at} ${drawing}`);
      const addNext: SlideInput['addChart'] = (frame, context) => {
        charts += 1;
        return addChart(frame, charts, file, context);
      };
      const input = { slide, places: planned.places, title: titles[at] ?? '', capture, addChart: addNext };
      return slideXml(input, part, look);
    });
    addNotes(file, at + 1, deck.slides[at]?.presenterNotes ?? '', deck.facts);
  });
  return zip(file.entries());
}

const slideType = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';

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
