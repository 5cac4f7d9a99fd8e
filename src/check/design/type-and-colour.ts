// The sizes of text: the body's, the title's, how many there are, and what is set as a hero.

import type { CompositionSnapshot, TextSnapshot } from '../../browser/index.ts';
import type { Colours } from '../../theme/index.ts';
import { bodySizeOf, heroFactor, titleSize, type UsualSizes } from './roles.ts';
import { isRunning, joined, median } from './text.ts';

/** Body text in px on a slide 720 px high. */
export const smallestBody = 28;

/** Sizes of text on one slide, and in a deck. Heroes are apart. */
export const mostSizes = 4;
export const mostSizesInDeck = 6;

/** A hero stands on one slide of so many, where the notes give one. */
export const mostWithoutHero = 6;

/** Px of a slide 720 px high. */
function scaled(px: number, { height }: CompositionSnapshot): number {
  return Math.round((px / height) * 7200) / 10;
}

/** The size of its running text, leads and heroes apart; undefined where it has none. */
export function bodySize(slide: CompositionSnapshot): number | undefined {
  const size = bodySizeOf(slide.texts.filter((text) => isRunning(text) && text.kind === 'body'));
  return Number.isNaN(size) ? undefined : scaled(size, slide);
}

/** How many times as large as the body the title is; undefined where there is no title or no body. */
export function titleRatio(slide: CompositionSnapshot): number | undefined {
  const [title, body] = [scaled(titleSize(slide), slide), bodySize(slide)];
  return title > 0 && body !== undefined ? title / body : undefined;
}

function isHero(text: TextSnapshot, usual: UsualSizes): boolean {
  return text.place === 'body' && text.kind !== 'raised' && text.size >= heroFactor * usual.body;
}

/** The words set as the slide's hero. */
export function heroWords({ texts }: CompositionSnapshot, usual: UsualSizes): string | undefined {
  const hero = joined(texts.filter((text) => isHero(text, usual)));
  return hero === '' ? undefined : hero;
}

/** An amount with a unit or a magnitude: "40 %", "1.5x", "2T", "$3", "1,4 Mio.", "27k". */
const amount =
  /(?:^|[\s(~≈<>≤≥+–-])(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|×|percent\b|Prozent\b|x\b|[kMBT]\b|(?:thousand|million|billion|trillion|tausend|Mio|Mrd|millions?|milliards?)\b))/u;

/** Whether the body names an amount that could be the slide's hero. */
export function hasAmount({ texts }: CompositionSnapshot): boolean {
  const running = texts.filter((text) => isRunning(text));
  return [...new Set(running.map(({ block }) => block))].some((block) =>
    amount.test(joined(running.filter((text) => text.block === block))),
  );
}

/** Different sizes of title and body from the smallest, in px; less than one px apart is the same. Heroes, formulas, labels of drawings and raised characters are left out. */
export function typeSizes(slide: CompositionSnapshot, usual: UsualSizes): readonly number[] {
  const apart = new Set<TextSnapshot['kind']>(['math', 'diagram', 'raised', 'marker']);
  const sizes = slide.texts
    .filter((text) => text.place !== 'margin' && !apart.has(text.kind) && !isHero(text, usual))
    .map(({ size }) => scaled(size, slide));
  return differentSizes(sizes);
}

export function differentSizes(sizes: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || size - last >= 1) found.push(Math.round(size * 10) / 10);
  }
  return found;
}

export function medianOf(sizes: readonly (number | undefined)[]): number {
  return median(sizes.filter((size) => size !== undefined));
}

// The colours of a deck: how many grounds, and how well text and drawings stand out from theirs.

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

const textContrast = 4.5;

/** For large text, from 40 px or bold from 32 px on a slide 720 px high, and for drawings. */
const largeContrast = 3;

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
