// Type that is hard to read on paper, and the page on which it would be larger.
import type { Orientation, SheetGeometry } from './sheet.ts';
import { type NotesKind, type SheetGrid, smallestPrint } from './slide-size.ts';

/** Another page for the same talk, with fewer slides. */
export interface OtherPage {
  readonly perPage: number;
  readonly orientation: Orientation;
  readonly sheet: SheetGeometry;
  readonly grids: readonly SheetGrid[];
}

/** The smallest text of a slide, px of the slide. */
interface SlideText {
  readonly slide: number;
  readonly px: number;
  readonly kind: string;
}

export interface PrintedText extends SlideText {
  readonly pt: number;
}

/** Nobody reads type of this size, pt. */
export const unreadablePrint = 3.5;

/** What each text prints at, the smallest first. `slideWidth`: of the slides, px. */
export function printedTexts(
  texts: readonly SlideText[],
  { slide }: Pick<SheetGrid, 'slide'>,
  slideWidth: number,
): readonly PrintedText[] {
  return texts
    .map((text) => ({ ...text, pt: (text.px * slide.width) / slideWidth }))
    .sort((a, b) => a.pt - b.pt || a.slide - b.slide);
}

/** Beside the author's words in full what a slide shows need not be read. */
export function smallPrint(texts: readonly PrintedText[], kind: NotesKind): readonly PrintedText[] {
  return kind === 'full' ? [] : texts.filter(({ pt }) => pt < smallestPrint - 0.005);
}

interface Offer {
  readonly perPage: number;
  readonly orientation: Orientation;
  readonly width: number;
}

/**
 * The way out in words: of each way to hold the paper the page with the most slides on which the text can be read, else the
 * one on which it is largest. Undefined where no page is better.
 */
export function wayOut(
  { px, pt }: PrintedText,
  offers: readonly Offer[],
  { orientation, slideWidth }: { readonly orientation: Orientation; readonly slideWidth: number },
): string | undefined {
  const sized = offers
    .map((offer) => ({ ...offer, pt: (px * offer.width) / slideWidth }))
    .filter((offer) => offer.pt > pt + 0.05);
  const best = (['portrait', 'landscape'] as const).flatMap((held) => {
    const own = sized.filter((offer) => offer.orientation === held);
    const readable = own.filter((offer) => offer.pt >= smallestPrint).sort((a, b) => b.perPage - a.perPage);
    const largest = [...own].sort((a, b) => b.pt - a.pt || b.perPage - a.perPage);
    return [readable[0] ?? largest[0]].filter((offer) => offer !== undefined);
  });
  const same = best.find((offer) => offer.orientation === orientation);
  const other = best.find((offer) => offer.orientation !== orientation && offer.pt > (same?.pt ?? 0));
  const words = [same, other].filter((offer) => offer !== undefined);
  if (words.length === 0) return undefined;
  return words
    .map(({ perPage, orientation: held, pt: size }) => {
      const turned = held === orientation ? '' : ` with orientation: ${held}`;
      return `perPage: ${perPage}${turned} gives ${Math.round(size * 10) / 10} pt`;
    })
    .join(', ');
}
