/**
 * Where Chinese and Japanese, which have no spaces between words, may be broken over two lines: between
 * phrases, offsets ascending. The stylesheet keeps letters together (`word-break: keep-all`), and the deck
 * prints a `<wbr>` at each of these. Words are those of `Intl.Segmenter`; what only leans on the word
 * before it (endings and particles in hiragana, one character alone, a unit behind a number) stays with it.
 */
export function phraseBreaks(text: string): readonly number[] {
  if (!unspacedScript.test(text)) return none;
  const breaks: number[] = [];
  let start = 0;
  let before = '';
  words ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { index, segment } of words.segment(text)) {
    if (isPhraseBorder(text.slice(start, index), before, segment)) {
      breaks.push(index);
      start = index;
    } else if (!letterAtEnd.test(before)) start = index;
    before = segment;
  }
  return breaks;
}

/** Whether nothing but a phrase break may part the two characters around `at`: both are letters or digits. */
export function isInsideWords(text: string, at: number): boolean {
  return letterAtEnd.test(text.slice(Math.max(0, at - 4), at)) && letterAtStart.test(text.slice(at, at + 2));
}

/** Behind so much hiragana even an ending may begin a line. */
const longEnding = /\p{sc=Hiragana}{9}$/u;

function isPhraseBorder(phrase: string, before: string, segment: string): boolean {
  if (!letterAtEnd.test(before) || !letterAtStart.test(segment)) return false;
  if (!unspacedScript.test(before) && !unspacedScript.test(segment)) return false;
  if (/[\p{N}第]$/u.test(before) && /^(?:\p{N}|\p{sc=Han}$)/u.test(segment)) return false;
  // Words in katakana are foreign to the dictionary, and come in pieces.
  if (katakana.test(before) && katakana.test(segment)) return before.length > 2 && segment.length > 2;
  if (forward.test(before)) return false;
  if (forward.test(segment)) return true;
  if (longEnding.test(phrase) && /^\p{sc=Hiragana}{2}/u.test(segment)) return true;
  if (/\p{sc=Hiragana}$/u.test(before) && /^\p{sc=Han}/u.test(segment)) return true;
  return phrase.length > 1 && !leaning.test(segment);
}

const katakana = /^[\p{sc=Katakana}ー]+$/u;
/** Chinese words of one character that go with what follows them. */
const forward = /^[在与和或被把将会能可要不非未也还更最很从对向为使让由]$/u;
const none: readonly number[] = [];
/** Made for the first text that needs it: most decks have none. */
let words: Intl.Segmenter | undefined;
export const unspacedScript: RegExp = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** The same with their punctuation: between two of these characters no blank is set. */
export const unspacedCharacter: RegExp =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const letterAtEnd = /[\p{L}\p{N}]\p{M}*$/u;
const letterAtStart = /^[\p{L}\p{N}]/u;
/** Nor does a word of one character stand at the start of a line: most are endings, or the dictionary does not know the word they end. */
const leaning = /^(?:[\p{sc=Hiragana}ー々]|\p{sc=Han}$)/u;
