// The sizes of text: the body's, the title's, how many there are, and what is set as a hero.
import type { CompositionSnapshot, TextSnapshot } from '../../browser/index.ts';
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
