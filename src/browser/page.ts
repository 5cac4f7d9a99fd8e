// Entry point: the functions that the program calls in pages it opens, to print, lay out and inspect.

import { fitSlides } from './fit-slides.ts';
import { collectCharacters, setFontSample } from './font-samples.ts';
import { inspectColours } from './inspect-colours.ts';
import { inspectComposition } from './inspect-composition.ts';
import { inspectSheet } from './inspect-sheet.ts';
import { inspectSlide } from './inspect-slide.ts';
import { layOutHandout } from './lay-out-handout.ts';
import type { PageFunctions } from './page-functions.ts';
import { readPresenterNotes, turnToSlide } from './presentation-state.ts';
import { takeSlides } from './take-slides.ts';

export const pageFunctions: PageFunctions = {
  decodeImages,
  waitUntilSettled,
  scrollDownTo: (top) => window.scrollTo(0, top),
  fitSlides,
  takeSlides,
  layOutHandout,
  countSlides: () => document.querySelectorAll('svg[data-marpit-svg]').length,
  countSheets: () => document.querySelectorAll('.handout > .sheet').length,
  inspectSlide,
  inspectComposition,
  inspectSheet,
  inspectColours,
  turnToSlide,
  readPresenterNotes,
  collectCharacters,
  setFontSample,
};

async function decodeImages(): Promise<void> {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => image)));
}

async function waitUntilSettled(): Promise<void> {
  await decodeImages();
  await Promise.all([...document.fonts].map((font) => font.load().catch(() => font)));
  await document.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve, 0));
}
