// Sentences of a line of notes, for those that stand on a line or in a row of their own.
import { type Phrasing, plainText } from '../../notes/index.ts';

/** The end of a sentence before the beginning of another. */
const boundary = /([.!?…][”"’)»]*)(\s+)(?=[“"„«‘(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}])|([。！？]”?)(?=\S)/gu;

/** What ends with a full stop and is no sentence: abbreviations, initials, ordinals. */
const abbreviated =
  /(?:^|[\s(])(?:\p{L}|\d{1,2}|(?:\p{L}\.)+\p{L}|etc|vs|cf|al|approx|ca|dr|mrs?|ms|prof|st|nos?|nr|art|abs|figs?|vol|sec|chap?|eq|pp|ed|inc|ltd|co|jr|sr|bzw|usw|inkl|bspw|sog|vgl|env|núm|tel|min|max)\.$/iu;

/** A line as its sentences; itself alone where it has one, or where one begins inside emphasis or a link. */
export function sentencesOf(words: readonly Phrasing[]): readonly (readonly Phrasing[])[] {
  const sentences: Phrasing[][] = [[]];
  for (const word of words) {
    if (word.type !== 'text') {
      sentences.at(-1)?.push(word);
      continue;
    }
    let from = 0;
    for (const end of endsIn(word.value)) {
      sentences.at(-1)?.push({ ...word, value: word.value.slice(from, end).trimEnd() });
      sentences.push([]);
      from = end;
    }
    const rest = from === 0 ? word.value : word.value.slice(from).trimStart();
    if (rest !== '') sentences.at(-1)?.push({ ...word, value: rest });
  }
  return sentences.filter((sentence) => plainText(sentence).trim() !== '');
}

function endsIn(text: string): readonly number[] {
  return [...text.matchAll(boundary)].flatMap(({ 1: sign = '', 3: full, index }) => {
    if (full !== undefined) return [index + full.length];
    const before = text.slice(0, index + 1);
    return (sign.startsWith('.') && isAbbreviated(before)) || isInBrackets(before)
      ? []
      : [index + sign.length];
  });
}

/** Letters of a remark in brackets: what was opened before them has been forgotten. */
const longestRemark = 300;

/** Whether a bracket is open at the end of a text: the sentences within it stay together. */
export function isInBrackets(text: string): boolean {
  const end = text.slice(-longestRemark);
  return end.lastIndexOf('(') > end.lastIndexOf(')');
}

/** "(for instance, …)", "^ that is a detail": a remark beside what is said, which is never said large. */
export function isRemark(text: string): boolean {
  const remark = /^(?:\^\s.*|[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）][.!?…。！？]?)$/su;
  return remark.test(text.trim());
}

/** Whether a text ends with an abbreviation, an initial or an ordinal: the sentence goes on. */
export function isAbbreviated(text: string): boolean {
  return abbreviated.test(text.slice(-13).trimEnd());
}

/** Sentences as one run of text again. */
export function joinedSentences(sentences: readonly (readonly Phrasing[])[]): readonly Phrasing[] {
  return sentences.flatMap((sentence, at): readonly Phrasing[] =>
    at === 0 ? sentence : [{ type: 'text', value: ' ' }, ...sentence],
  );
}
