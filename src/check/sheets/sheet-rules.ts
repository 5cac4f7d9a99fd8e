// What is wrong with a sheet of the handout, from what was seen of it.

import type { PictureSnapshot, SheetSnapshot } from '../../browser/index.ts';
import type { Finding, FindingCode } from '../finding.ts';
import { clipped, depthOf, type InkContext, nameOf, overlapping, short, touch } from '../rules/ink-rules.ts';

export interface SheetContext {
  /** From 1. */
  readonly page: number;
  /** A finding on the handout; its line is that of the slide's words, or of the slide. */
  readonly tell: Tell;
}

export type Tell = (
  code: FindingCode,
  message: string,
  at?: { readonly slide?: number; readonly text?: string },
) => Finding;

/** Every finding of one sheet by itself. */
export function checkSheet(sheet: SheetSnapshot, { page, tell }: SheetContext): readonly Finding[] {
  const ink: InkContext = { place: `page ${page}`, tell };
  return [
    ...clipped(sheet, ink),
    ...overlapping(sheet, ink),
    ...piled(sheet.pictures, ink),
    ...sheet.pictures
      .filter(({ broken }) => broken)
      .map(({ name }) => tell('check/picture', `the picture “${name}” on page ${page} is not shown`)),
    ...lonelyHeads(sheet, { page, tell }),
  ];
}

/** Slides, pictures and ruled lines over one another. */
function piled(pictures: readonly PictureSnapshot[], { place, tell }: InkContext): readonly Finding[] {
  return pictures.flatMap((one, at) =>
    pictures
      .slice(at + 1)
      .filter((other) => other.name !== one.name && depthOf(one.area, other.area) > touch)
      .map((other) =>
        tell('check/overlap', `${nameOf(one)} and ${nameOf(other)} stand over each other on ${place}`),
      ),
  );
}

/** A slide stands this near below the head of its section, in px of 96 to an inch. */
const near = 60;

/** A section's head with no slide below it. */
function lonelyHeads(
  { heads, slides, words }: SheetSnapshot,
  { page, tell }: SheetContext,
): readonly Finding[] {
  const alone = heads.filter(
    ({ area }) =>
      !slides.some((slide) => {
        const below = slide.area.top - area.bottom;
        const besides = Math.min(slide.area.right, area.right) - Math.max(slide.area.left, area.left);
        return below > -touch && below < near && besides > 0;
      }),
  );
  return alone.map(({ text }) => {
    const word = words.find(({ text: own }) => text.includes(own));
    return tell('check/heading', `the head “${short(text)}” stands on page ${page} without a slide`, word);
  });
}
