// What a slide is for, from what is drawn on it alone.
import type { CompositionSnapshot, TextSnapshot } from '../../browser/index.ts';
import { around, bodyTexts, countSeenWords, isRunning, joined, median, seenWords } from './text.ts';

/** `brief` is a slide of fewer than eight words that is neither the cover nor a divider. */
export type SlideRole = 'cover' | 'divider' | 'content' | 'brief';

/** What most of a content slide's words stand in; `drawing` where pictures and drawings hold more than words do. */
export type ContentKind = 'text' | 'prose' | 'code' | 'table' | 'drawing';

/** Sizes that the deck sets most of its words in, px. */
export interface UsualSizes {
  readonly title: number;
  readonly body: number;
}

/** A slide of fewer words is no content slide. */
export const fewestWords = 8;

/** Titles of covers and dividers are larger than those of content slides by at least this factor. */
const dividerTitle = 1.25;

/** More words below its title, and a slide with a large title is no divider. */
const dividerWords = 12;

/** A slide of text says more words than this below its title. */
const fullSlide = 12;

/** Text this many times as large as the deck's body is set to be looked at: a statement or a figure. */
export const large = 1.5;

/** A hero is at least this many times as large as the deck's body. */
export const heroFactor = 2.5;

export function usualSizes(slides: readonly CompositionSnapshot[]): UsualSizes {
  const full = slides.filter((slide) => seenWords(bodyTexts(slide)) > fullSlide);
  const titles = (full.length > 0 ? full : slides).map(titleSize).filter((size) => size > 0);
  const running = slides.flatMap((slide) => slide.texts.filter((text) => isRunning(text)));
  return {
    title: full.length > 0 ? median(titles) : Math.min(...titles),
    body: bodySizeOf(running),
  };
}

export function titleSize({ texts }: CompositionSnapshot): number {
  return Math.max(0, ...texts.filter(({ place }) => place === 'title').map(({ size }) => size));
}

/** Text of this share of the words is no exception: a caption, a remark, a third level. */
const bodyShare = 0.2;

/**
 * The smallest size that a fifth of the words are no larger than, to a half px: leads and heroes are larger, and
 * small print is rarer. NaN where there are no words.
 */
export function bodySizeOf(texts: readonly TextSnapshot[]): number {
  const counted = texts
    .map(({ size, text }) => ({ size: Math.round(size * 2) / 2, words: countSeenWords(text) }))
    .toSorted((a, b) => a.size - b.size);
  const all = counted.reduce((sum, { words }) => sum + words, 0);
  let words = 0;
  for (const one of counted) {
    words += one.words;
    if (words > 0 && words >= bodyShare * all) return one.size;
  }
  return Number.NaN;
}

export function slideRole(slide: CompositionSnapshot, index: number, usual: UsualSizes): SlideRole {
  const body = seenWords(bodyTexts(slide));
  const isLarge = titleSize(slide) >= dividerTitle * usual.title;
  const isBare = body === 0 && slide.drawings.every(({ place }) => place === 'margin');
  if (index === 0 && (isLarge || isBare)) return 'cover';
  if ((isLarge && body <= dividerWords) || (isBare && titleSize(slide) > 0)) return 'divider';
  const all = seenWords(slide.texts.filter(({ place }) => place !== 'margin'));
  return all < fewestWords ? 'brief' : 'content';
}

/** A paragraph of more words is prose, not a line. */
const longParagraph = 25;

export function kindOf(slide: CompositionSnapshot): ContentKind {
  const texts = bodyTexts(slide);
  const words = seenWords(texts);
  const isMost = (some: readonly TextSnapshot[]): boolean => seenWords(some) * 2 > words;
  if (isMost(texts.filter(({ kind }) => kind === 'code'))) return 'code';
  if (isMost(texts.filter(({ kind }) => kind === 'table'))) return 'table';
  const hasDrawing = slide.drawings.some((one) => one.place === 'body' && isSubstantial(one, slide));
  if (hasDrawing && words < fullSlide * 2) return 'drawing';
  const isProse = ({ block }: TextSnapshot): boolean => {
    const own = texts.filter((text) => text.block === block);
    return own[0]?.form === 'paragraph' && seenWords(own) >= longParagraph;
  };
  return isMost(texts.filter(isProse)) ? 'prose' : 'text';
}

/** A drawing of less than a twentieth of the slide goes with words; it does not stand for them. */
function isSubstantial(
  { areas }: CompositionSnapshot['drawings'][number],
  { width, height }: CompositionSnapshot,
): boolean {
  const { left, top, right, bottom } = around(areas);
  return (right - left) * (bottom - top) >= 0.05 * width * height;
}

/** Whether words of the body are set to be looked at: a statement, a quotation, a figure. */
export function isSetLarge(slide: CompositionSnapshot, usual: UsualSizes): boolean {
  return slide.texts.some((text) => isRunning(text) && text.size >= large * usual.body);
}

/** More paragraphs and items than this are a list, however large they are set. */
const mostInStatement = 3;

/** Whether a slide is empty on purpose: a hero, or a statement of few lines that is set large. */
export function isEmptyOnPurpose(slide: CompositionSnapshot, usual: UsualSizes): boolean {
  const running = slide.texts.filter((text) => isRunning(text));
  if (running.some(({ size }) => size >= heroFactor * usual.body)) return true;
  const isLarge =
    seenWords(running.filter(({ size }) => size >= large * usual.body)) * 2 > seenWords(running);
  return isLarge && new Set(running.map(({ block }) => block)).size <= mostInStatement;
}

export function titleOf({ texts }: CompositionSnapshot): string | undefined {
  const title = joined(texts.filter(({ place }) => place === 'title'));
  return title === '' ? undefined : title;
}
