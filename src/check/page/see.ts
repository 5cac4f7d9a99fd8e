// The functions that look run in the browser; they are sent there as text, with what they need.
import type { Page } from 'puppeteer-core';
import { createEye } from './create-eye.ts';
import { lookAtSheet } from './look-at-sheet.ts';
import { lookAtSlide } from './look-at-slide.ts';
import type { SeenSlide } from './seen.ts';
import type { SeenSheet } from './seen-handout.ts';

/** The slide at an index of the page, from 0. */
export async function seeSlide(page: Page, index: number): Promise<SeenSlide> {
  return (await page.evaluate(call(lookAtSlide, index))) as SeenSlide;
}

/** The same without its words as they are drawn: its text alone takes a fraction of the time. */
export async function readSlide(page: Page, index: number): Promise<SeenSlide> {
  const blind = `(at) => ({ ...(${createEye.toString()})(at), wordsOf: () => [] })`;
  return (await page.evaluate(call(lookAtSlide, index, blind))) as SeenSlide;
}

/** The sheet of the handout at an index, from 0. */
export async function seeSheet(page: Page, index: number): Promise<SeenSheet> {
  return (await page.evaluate(call(lookAtSheet, index))) as SeenSheet;
}

function call(
  look: typeof lookAtSlide | typeof lookAtSheet,
  index: number,
  eye = createEye.toString(),
): string {
  return `(${look.toString()})(${index}, { createEye: ${eye} })`;
}
