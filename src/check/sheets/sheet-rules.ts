// What is wrong with a sheet of the handout, from its snapshot.
import type {
  HandoutSnapshot,
  PictureSnapshot,
  SheetSnapshot,
  SlideSnapshot,
  WordSnapshot,
} from '../../browser/index.ts';
import type { Finding, ReportFinding } from '../finding.ts';
import { clipped, depthOf, type InkContext, nameOf, overlapping, short, touch } from '../rules/ink-rules.ts';

export interface SheetContext {
  /** From 1. */
  readonly page: number;
  /** A finding on the handout; its line is that of the slide's words, or of the slide. */
  readonly report: ReportFinding;
}

/** Every finding of one sheet by itself. */
export function checkSheet(sheet: SheetSnapshot, { page, report }: SheetContext): readonly Finding[] {
  const ink: InkContext = { place: `page ${page}`, report };
  return [
    ...clipped(sheet, ink),
    ...overlapping(sheet, ink),
    ...piled(sheet.pictures, ink),
    ...sheet.pictures
      .filter(({ broken }) => broken)
      .map(({ name }) => report('check/picture', `the picture “${name}” on page ${page} is not shown`)),
    ...lonelyHeads(sheet, { page, report }),
  ];
}

/** Slides, pictures and ruled lines over one another. */
function piled(pictures: readonly PictureSnapshot[], { place, report }: InkContext): readonly Finding[] {
  return pictures.flatMap((one, at) =>
    pictures
      .slice(at + 1)
      .filter((other) => other.name !== one.name && depthOf(one.area, other.area) > touch)
      .map((other) =>
        report('check/overlap', `${nameOf(one)} and ${nameOf(other)} stand over each other on ${place}`),
      ),
  );
}

/** A slide stands this near below the head of its section, in px of 96 to an inch. */
const near = 60;

/** A section's head with no slide below it. */
function lonelyHeads(
  { heads, slides, words }: SheetSnapshot,
  { page, report }: SheetContext,
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
    return report('check/heading', `the head “${short(text)}” stands on page ${page} without a slide`, word);
  });
}

/** A word that is this far from its place, in px of the slide, is seen to have moved; less is rounding of a smaller drawing. */
const still = 3;

/** Slides that look otherwise on paper than on the page the PDF is printed from: that one is proven sound. */
export function checkLook(
  snapshot: HandoutSnapshot,
  print: readonly SlideSnapshot[],
  report: ReportFinding,
): readonly Finding[] {
  const reported = new Set<number>();
  return snapshot.sheets.flatMap(({ slides }) =>
    slides.flatMap(({ number, index }) => {
      const [own, other] = [snapshot.slides[index], print[number - 1]];
      const found = own && other && !reported.has(number) ? farthest(own.words, other.words) : undefined;
      if (!found) return [];
      reported.add(number);
      const message = `“${found.word.text}” stands ${Math.round(found.px)} px from its place on slide ${number}`;
      return [report('check/differs', message, { slide: number, text: found.word.text })];
    }),
  );
}

/** The word that moved most. */
function farthest(
  own: readonly WordSnapshot[],
  print: readonly WordSnapshot[],
): { readonly word: WordSnapshot; readonly px: number } | undefined {
  let worst: { word: WordSnapshot; px: number } | undefined;
  own.forEach((word, at) => {
    const px = distance(word, print[at]);
    if (px > still && px > (worst?.px ?? 0)) worst = { word, px };
  });
  return worst;
}

function distance({ areas }: WordSnapshot, other: WordSnapshot | undefined): number {
  const [a, b] = [areas[0], other?.areas[0]];
  return a && b ? Math.max(Math.abs(a.left - b.left), Math.abs(a.bottom - b.bottom)) : 0;
}
