import type { PhrasingContent } from 'mdast';
import { type Phrasing, plainText } from '../../notes/index.ts';
import { slicePhrasing } from '../split/slice-phrasing.ts';

/** Letters from which a point is long, and what its first sentence may have of them. */
const long = 120;
const shortest = 16;
const longestShare = 0.6;

/** The last word before the point is no abbreviation: "vs.", "e.g.", "Dr." */
const wholeWord =
  /(?:\p{L}{4}|\d|[)\]’”"'»]|\p{Ideographic}|[\p{Script=Hiragana}\p{Script=Katakana}])[.!?。！？…]+["”’»)]?\s*$/u;

/**
 * A long point is read by its first sentence: what follows is set back. The words and their widths
 * stay as they are, so nothing is measured anew. The same words for a point that is short.
 */
export function setBackRest(words: readonly Phrasing[], lang: string): readonly Phrasing[] {
  const text = plainText(words);
  if (text.length < long) return words;
  const end = endOfFirst(text, lang);
  if (end === undefined) return words;
  const [first = [], rest = []] = slicePhrasing(words, [end, text.length]);
  if (rest.length === 0) return words;
  const element: Phrasing = {
    type: 'element',
    name: 'span',
    class: 'rest',
    children: [...rest] as PhrasingContent[],
  };
  return [...first, element];
}

/** What a first sentence ends with, in any language that is cut into them. */
const stop = /[.!?。！？…]/;

function endOfFirst(text: string, lang: string): number | undefined {
  // A quotation mark and a space may stand behind the stop. Cutting takes 10 ms the first time, and most points have no sentence that ends early.
  if (!stop.test(text.slice(shortest - 4, Math.ceil(longestShare * text.length)))) return undefined;
  for (const { index, segment } of new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.length;
    if (end > longestShare * text.length) return undefined;
    if (end >= shortest && wholeWord.test(segment)) return end;
  }
  return undefined;
}
