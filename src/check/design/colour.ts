// The colours of a deck: how many grounds, and how well text and drawings stand out from theirs.
import type { CompositionSnapshot, TextSnapshot } from '../../browser/index.ts';
import type { Colours } from '../../theme/index.ts';

export type Contrast = Colours['contrast'];

/** Two grounds look the same when no channel differs by more, of 255. */
const sameGround = 6;

/** The different grounds of a deck, each by the first colour of its kind; `picture` for those that are none. */
export function groundsOf(grounds: readonly (string | undefined)[]): readonly string[] {
  const found: string[] = [];
  for (const ground of grounds) {
    const colour = ground ?? 'picture';
    if (!found.some((one) => isSame(one, colour))) found.push(colour);
  }
  return found;
}

function isSame(one: string, other: string): boolean {
  if (one === 'picture' || other === 'picture') return one === other;
  const [a, b] = [channels(one), channels(other)];
  return a.every((value, at) => Math.abs(value - (b[at] ?? 0)) <= sameGround);
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** What stands out too little from what it stands on. */
export interface FaintMark {
  /** The words, or `a drawing`. */
  readonly text: string;
  readonly contrast: number;
  readonly wanted: number;
}

export const textContrast = 4.5;

/** For large text, from 40 px or bold from 32 px on a slide 720 px high, and for drawings. */
export const largeContrast = 3;

export function faintMarks(slide: CompositionSnapshot, contrast: Contrast): readonly FaintMark[] {
  const texts = slide.texts.flatMap((text) => {
    if (text.behind === undefined) return [];
    const [ratio, wanted] = [contrast(text.colour, text.behind), wantedFor(text, slide)];
    return ratio < wanted ? [{ text: text.text.trim().slice(0, 60), contrast: ratio, wanted }] : [];
  });
  const drawings = slide.drawings.flatMap(({ colours }) => {
    if (colours.length === 0) return [];
    // Grids and tracks are quiet on purpose: what counts is whether the drawing has anything to be seen.
    const best = Math.max(...colours.map(({ colour, behind }) => contrast(colour, behind)));
    return best < largeContrast ? [{ text: 'a drawing', contrast: best, wanted: largeContrast }] : [];
  });
  return [...texts, ...drawings];
}

/** Texts over a picture or a gradient, whose contrast no one colour tells. */
export function unmeasuredTexts({ texts }: CompositionSnapshot): number {
  return texts.filter(({ behind }) => behind === undefined).length;
}

function wantedFor({ text, size, isBold }: TextSnapshot, { height }: CompositionSnapshot): number {
  const px = (size / height) * 720;
  const isLarge = px >= 40 || (px >= 32 && isBold) || !/[\p{L}\p{N}]/u.test(text);
  return isLarge ? largeContrast : textContrast;
}
