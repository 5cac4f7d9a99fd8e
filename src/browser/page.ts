// Entry point: the functions that the program calls in pages it opens, to print, lay out and inspect.

import { fitSlides, loadFonts } from './fit-slides.ts';
import { isolateDrawing } from './frame-drawings.ts';
import { inspectColours } from './inspect-colours.ts';
import { inspectComposition } from './inspect-composition.ts';
import { colourWords, findCovered } from './inspect-covered.ts';
import { inspectSheet } from './inspect-sheet.ts';
import { inspectSlide } from './inspect-slide.ts';
import { layOutHandout } from './lay-out-handout.ts';
import { markForPrint } from './mark-for-print.ts';
import { measureNotes, smallestTexts } from './measure-notes.ts';
import type { FamilyCharacters, HandoutDocument, PageFunctions, PresenterNotes } from './page-functions.ts';
import { readFrames } from './read-frames.ts';

export const pageFunctions: PageFunctions = {
  decodeImages,
  waitUntilSettled,
  scrollDownTo: (top) => window.scrollTo(0, top),
  fitSlides,
  takeSlides,
  markForPrint,
  async measureNotes(widths) {
    await waitUntilSettled();
    return measureNotes(widths);
  },
  layOutHandout,
  smallestTexts,
  countSlides: () => document.querySelectorAll('svg[data-marpit-svg]').length,
  countSheets: () => document.querySelectorAll('.handout > .sheet').length,
  inspectSlide,
  colourWords,
  findCovered,
  inspectComposition,
  inspectSheet,
  inspectColours,
  readFrames,
  isolateDrawing,
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
  await loadFonts();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

// What a page asks of its fonts, so that the browser can be asked by which font it draws each character.

const sampleId = 'lectern-font-sample';

/** Spaces and combining marks have no look of their own and are left out. */
export function collectCharacters(): FamilyCharacters[] {
  const families = new Map<string, Map<string, number>>();
  document.querySelectorAll('svg[data-marpit-svg]').forEach((slide, index) => {
    const section = slide.querySelector('section');
    const walker = section && document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
      const element = node.parentElement;
      if (!element || element.closest('script, style, .katex-mathml')) continue;
      const family = getComputedStyle(element).fontFamily;
      const known = families.get(family) ?? new Map<string, number>();
      families.set(family, known);
      for (const character of node.nodeValue ?? '') {
        const isDrawn = !/[\p{C}\p{Z}\p{M}]/u.test(character);
        if (isDrawn && !known.has(character)) known.set(character, index + 1);
      }
    }
  });
  addSampleElement();
  return [...families].map(([family, characters]) => ({ family, characters: [...characters] }));
}

function addSampleElement(): void {
  const sample = document.createElement('div');
  sample.id = sampleId;
  sample.style.cssText = 'position: fixed; left: 0; top: 0; width: 1000px; font-size: 10px; z-index: 9';
  document.body.append(sample);
}

export function setFontSample(family: string, text: string): void {
  const sample = document.getElementById(sampleId);
  if (!sample) return;
  sample.style.fontFamily = family;
  sample.textContent = text;
  sample.getBoundingClientRect();
}

// A presentation as its viewer has it: the slide it stands on, and the notes it holds.

/** How long the presentation may take to show another slide, ms. */
const patience = 2000;

export async function turnToSlide(index: number): Promise<void> {
  if (isShown(index)) return;
  location.hash = `#${index + 1}`;
  const end = performance.now() + patience;
  while (!isShown(index)) {
    if (performance.now() > end) throw new Error(`the presentation does not turn to slide ${index + 1}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function isShown(index: number): boolean {
  const slide = document.querySelectorAll('svg[data-marpit-svg]')[index];
  return slide?.classList.contains('bespoke-marp-active') ?? false;
}

export function readPresenterNotes(): PresenterNotes[] {
  return [...document.querySelectorAll<HTMLElement>('.bespoke-marp-note')].map((note) => ({
    slide: Number(note.dataset.index) + 1,
    text: [...note.children].map((child) => child.textContent ?? '').join('\n'),
  }));
}

/**
 * Puts the handout in the place of the slides' container, and each slide, as it is, into its box.
 * A slide's rules ask for the container above it, so each box gets an empty copy of it.
 */
export function takeSlides({ html, css }: HandoutDocument): void {
  const container = document.getElementById(':$p') as HTMLElement;
  const slides = [...container.querySelectorAll(':scope > svg[data-marpit-svg]')];
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  container.insertAdjacentHTML('afterend', html);
  const taken = new Set<Element>();
  const boxes = [...document.querySelectorAll<HTMLElement>('.handout .slide')].reverse();
  for (const box of boxes) {
    const slide = slides[Number(box.dataset.slide) - 1];
    if (!slide) continue;
    const around = container.cloneNode(false) as HTMLElement;
    const shown = taken.has(slide) ? (slide.cloneNode(true) as Element) : slide;
    // A second copy is no target for links.
    if (shown !== slide) shown.querySelector('section')?.removeAttribute('id');
    taken.add(slide);
    around.append(shown);
    box.append(around);
  }
  container.remove();
}
