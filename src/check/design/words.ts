// How much stands on a slide.
import type { CompositionSnapshot } from '../../browser/index.ts';
import { isSetLarge, kindOf, type SlideRole, type UsualSizes } from './roles.ts';
import { bodyTexts, seenWords } from './text.ts';

/** A slide of text says no more; prose no more than `longestProse`. */
export const mostWords = 70;
export const longestProse = 90;

/** A slide with no more words below its title, and nothing to look at, is thin. */
const thinWords = 6;

/** Words of title and body. */
export function slideWords({ texts }: CompositionSnapshot): number {
  return seenWords(texts.filter(({ place }) => place !== 'margin'));
}

/** Whether a slide says next to nothing and shows nothing instead: no figure, statement, picture, table or code. */
export function isThin(slide: CompositionSnapshot, role: SlideRole, usual: UsualSizes): boolean {
  if (role === 'cover' || role === 'divider') return false;
  if (seenWords(bodyTexts(slide)) > thinWords || isSetLarge(slide, usual)) return false;
  const isShown = slide.texts.some(({ kind, place }) => place === 'body' && kind === 'math');
  const hasDrawing = slide.drawings.some(({ place }) => place === 'body');
  return kindOf(slide) === 'text' && !isShown && !hasDrawing;
}
