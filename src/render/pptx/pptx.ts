// A PowerPoint file: a picture of each slide with the presenter notes below, as ECMA-376 has it.

import type { Deck } from '../../deck/index.ts';
import type { Theme } from '../../theme/index.ts';
import type { PrintPage } from '../browser/run-in-page.ts';
import { screenshot } from '../print/index.ts';
import { masterParts } from './master-parts.ts';
import { packageParts } from './package-parts.ts';
import { slideParts } from './slide-parts.ts';
import { type ZipEntry, zip } from './xml-and-zip.ts';

/** Sharp on a screen of 2560 × 1440. */
const scale = 2;

/** `page` shows the printed document, fitted. */
export async function pptx(page: PrintPage, deck: Deck, theme: Theme): Promise<Uint8Array> {
  const slides: ZipEntry[] = [];
  let number = 0;
  for await (const picture of screenshot(page, theme, deck.slides.length, scale)) {
    const slide = deck.slides[number];
    number += 1;
    if (slide) slides.push(...slideParts(slide, number, picture));
  }
  return zip([...packageParts(deck, theme), ...masterParts(), ...slides]);
}
