// How much stands on a slide.

import type { CompositionSnapshot } from '../../browser/index.ts';
import { isSetLarge, kindOf, type SlideRole, titleOf, type UsualSizes } from './roles.ts';
import { bodyTexts, joined, seenWords } from './text.ts';

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

// Whether a slide's title is there, its own, and free of counters.

/** "(cont.)", as several languages write it. */
const continued =
  /\((?:cont(?:\.|d\.?|inued|’d|'d)?|forts(?:\.|etzung)|suite|contin\.|continuación|continua|continuação|vervolg|продолжение|続き|つづき|续|續|계속)\)/iu;

/** "2/4", "(2 of 4)" at the end of a line. */
const counter = /(?:^|[\s(])(\d{1,3}) ?(?:\/|of|von|sur|de) ?(\d{1,3})\)?$/u;

/** The counter in the slide's head, its title or the lines above it; a page number is none. */
export function counterOf(slide: CompositionSnapshot, slides: number): string | undefined {
  return headLines(slide)
    .map((line) => counterIn(line, slides))
    .find((found) => found !== undefined);
}

function headLines(slide: CompositionSnapshot): readonly string[] {
  const inHead = slide.texts.filter(
    ({ place, lines }) => place === 'margin' && (lines[0]?.bottom ?? slide.height) < slide.height / 2,
  );
  const blocks = new Set(inHead.map(({ block }) => block));
  const margins = [...blocks].map((block) => joined(inHead.filter((text) => text.block === block)));
  return [titleOf(slide) ?? '', ...margins];
}

function counterIn(line: string, slides: number): string | undefined {
  const [mark] = continued.exec(line) ?? [];
  if (mark) return mark;
  const [whole, part, all] = counter.exec(line) ?? [];
  if (!whole || Number(all) < 2 || Number(part) < 1 || Number(part) > Number(all)) return undefined;
  return Number(all) === slides ? undefined : whole.trim();
}

/** A title without its counter, to be compared with others. */
export function bareTitle(title: string): string {
  const text = title.replace(continued, '').replace(counter, '').normalize('NFKC').trim();
  const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  // "<=" and "=>" are all that such titles have.
  return (words === '' ? text : words).toLowerCase();
}
