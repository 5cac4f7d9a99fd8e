import type { HandoutSnapshot, SlideSnapshot, WordSnapshot } from '../../browser/index.ts';
import type { Finding } from '../finding.ts';
import type { Tell } from './sheet-rules.ts';

/** A word that is this far from its place, in px of the slide, is seen to be; less is rounding of a smaller drawing. */
const still = 3;

/** Slides that look otherwise on paper than on the page the PDF is printed from: that one is proven sound. */
export function checkLook(
  seen: HandoutSnapshot,
  print: readonly SlideSnapshot[],
  tell: Tell,
): readonly Finding[] {
  const told = new Set<number>();
  return seen.sheets.flatMap(({ slides }) =>
    slides.flatMap(({ number, index }) => {
      const [own, other] = [seen.slides[index], print[number - 1]];
      const found = own && other && !told.has(number) ? farthest(own.words, other.words) : undefined;
      if (!found) return [];
      told.add(number);
      const message = `“${found.word.text}” stands ${Math.round(found.px)} px from its place on slide ${number}`;
      return [tell('check/differs', message, { slide: number, text: found.word.text })];
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
