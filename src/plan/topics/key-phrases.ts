// What running text is about, in two or three of its own words: the phrase that a slide is told apart by where nothing on
// it is a name. Found by the small words around it, in the languages whose small words are known.
import type { PhrasingContent } from 'mdast';
import { type Block, plainText } from '../../notes/index.ts';
import { type SmallWords, smallWordsOf, withoutEnding } from './small-words.ts';

/** Most words and characters of a phrase, the fewest characters of one that is a single word, and of a name. */
const mostWords = 4;
const longestPhrase = 40;
const shortestSingle = { plain: 10, noun: 7 } as const;
const shortestName = 3;

/** What makes a phrase a good name, in points; those with fewer than `least` are none. */
const points = {
  name: 3,
  afterOpener: 2,
  afterSmallWord: 0.5,
  first: -1,
  severalWords: 1.5,
  oneWord: 0.5,
  again: 1.5,
  eachLater: -0.05,
  least: 2.4,
} as const;

interface TextToken {
  readonly text: string;
  /** Written as names are. */
  readonly isName: boolean;
  /** The first word of a sentence, or behind punctuation. */
  readonly isFirst: boolean;
}

interface Phrase {
  readonly words: readonly TextToken[];
  readonly before: string | undefined;
}

export interface KeyPhrase {
  readonly text: string;
  /** It begins with a plain word, which a title may begin with a capital. */
  readonly isPlain: boolean;
}

/**
 * Phrases of the line that the blocks begin with, the best first; empty where none is good enough, where there are
 * several points, of which none says what all are about, and in languages whose small words are not known. `said` is
 * what the title says anyway.
 */
export function keyPhrases(blocks: readonly Block[], lang: string, said: string): readonly KeyPhrase[] {
  const small = smallWordsOf(lang);
  const line = small && firstLineOf(blocks);
  if (!line) return [];
  const tokens = wordsOfLine(line, small);
  const counts = countOf(wordsOfLine([{ type: 'text', value: plainText(blocks) }], small));
  const known = new Set(
    wordsOfLine([{ type: 'text', value: said }], small).map(({ text }) => withoutEnding(text)),
  );
  const rated = phrasesIn(tokens, small).flatMap((phrase, at) => {
    const isAgain = (counts.get(withoutEnding(phrase.words.at(-1)?.text ?? '')) ?? 0) > 1;
    if (!isUsable(phrase, small, known) || mayBeVerb(phrase, small, isAgain)) return [];
    const isPlain = phrase.words[0]?.isName === false;
    const sum = rate(phrase, small) + (isAgain ? points.again : 0) + at * points.eachLater;
    return [{ text: textOf(phrase), isPlain, points: sum }];
  });
  return rated.filter((one) => one.points >= points.least).toSorted((a, b) => b.points - a.points);
}

function firstLineOf([first]: readonly Block[]): readonly PhrasingContent[] | undefined {
  if (first?.type === 'paragraph') return first.children;
  if (first?.type !== 'list' || first.children.length > 1) return undefined;
  return firstLineOf(first.children[0]?.children as Block[]);
}

/** A word, or what parts phrases. */
const wordOrMark =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-_.'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^ \p{L}\p{N}]/gu;

/** What ends a phrase stands among the words as a token without text. */
const mark: TextToken = { text: '', isName: false, isFirst: false };

/** Code is no phrase, nor are formulas and pictures. */
function wordsOfLine(words: readonly PhrasingContent[], small: SmallWords): readonly TextToken[] {
  const tokens: TextToken[] = [];
  for (const node of words) {
    if (node.type === 'text') tokens.push(...plainWordsOf(node.value, tokens.at(-1), small));
    else if ('children' in node) tokens.push(...wordsOfLine(node.children as PhrasingContent[], small));
    else tokens.push(mark);
  }
  return tokens;
}

function plainWordsOf(value: string, before: TextToken | undefined, small: SmallWords): readonly TextToken[] {
  const tokens: TextToken[] = [];
  const seen = small.foreign ? value.replace(/[^\p{Script=Latin}\p{N}\p{P}\s]+/gu, '|') : value;
  for (const [text] of seen.matchAll(wordOrMark)) {
    const last = tokens.at(-1) ?? before;
    const isFirst = last === undefined || last === mark;
    if (!/[\p{L}\p{N}]/u.test(text)) {
      if (!isFirst) tokens.push(mark);
      continue;
    }
    for (const word of small.elides ? text.split(/(?<=^\p{L}{1,2}['’])/u) : [text])
      tokens.push({ text: word, isName: isWrittenAsName(word, isFirst, small), isFirst });
  }
  return tokens;
}

/** "GQA", "iPhone", "Karpathy" within a sentence; where all nouns begin with a capital, that says nothing. */
function isWrittenAsName(word: string, isFirst: boolean, { capitals, foreign }: SmallWords): boolean {
  if (/^(?:\p{Lu}[\p{Lu}\p{N}]+s?|\p{L}+_\p{L}[\p{L}_]*|\p{Ll}+\p{Lu}\p{L}*)$/u.test(word))
    return word.length >= shortestName;
  return (foreign || !isFirst) && capitals === 'names' && /^\p{Lu}\p{Ll}/u.test(word);
}

/** Without the general nouns that it ends with; of "handling reports Eemeli" the name alone, and of "CTE showing". */
function trimmed(words: readonly TextToken[], small: SmallWords): readonly TextToken[] {
  const kept = words.slice(0, words.findLastIndex(({ text }) => !small.general.has(withoutEnding(text))) + 1);
  const plain = kept.findLastIndex(({ isName }) => !isName);
  if (small.capitals === 'nouns')
    return kept.slice(kept.findLastIndex(({ text }) => !/^\p{Lu}/u.test(text)) + 1);
  if (plain === kept.length - 1 && kept[plain - 1]?.isName && /ing$|ed$/u.test(kept[plain]?.text ?? ''))
    return kept.slice(0, plain);
  return plain === kept.length - 1 ? kept : kept.slice(plain + 1);
}

/** Runs of words that are not small ones. */
function phrasesIn(tokens: readonly TextToken[], small: SmallWords): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let words: TextToken[] = [];
  let before: string | undefined;
  const close = (at: number): void => {
    const phrase = trimmed(words, small);
    if (phrase.length > 0) phrases.push({ words: phrase, before });
    words = [];
    before = tokens[at]?.text.toLowerCase();
  };
  tokens.forEach((token, at) => {
    const isSmall = token === mark || (!token.isName && isSmallWord(token.text, small));
    const isJoint =
      isSmall && small.joints.has(token.text) && isCapital(tokens[at - 1]) && isCapital(tokens[at + 1]);
    if (!isSmall || isJoint) words = [...words, token];
    else close(at);
  });
  close(tokens.length);
  return phrases;
}

function isSmallWord(text: string, { all }: SmallWords): boolean {
  return all.has(text.toLowerCase().replace('’', "'"));
}

/** "Code of Conduct" is one name. */
function isCapital(token: TextToken | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

function isUsable({ words }: Phrase, small: SmallWords, known: ReadonlySet<string>): boolean {
  const [only, ...others] = words;
  const last = words.at(-1);
  if (!only || !last || words.length > mostWords || textOf({ words }).length > longestPhrase) return false;
  if (
    words.every(
      ({ text }) =>
        known.has(withoutEnding(text)) || /^\d/u.test(text) || small.general.has(withoutEnding(text)),
    )
  )
    return false;
  if (last.text.length < shortestName || !/\p{L}{2}/u.test(textOf({ words }))) return false;
  if (small.capitals === 'nouns' && !/^\p{Lu}/u.test(last.text) && !last.isName) return false;
  const shortest = shortestSingle[small.capitals === 'nouns' ? 'noun' : 'plain'];
  return others.length > 0 || only.isName || only.text.length >= shortest;
}

/** "The bay freezes": what a phrase ends with may be a verb; where the phrase is said twice it is a noun as often. */
function mayBeVerb({ words }: Phrase, { verbs }: SmallWords, isOften: boolean): boolean {
  const last = words.at(-1);
  if (last === undefined || last.isName || !verbs?.test(last.text)) return false;
  return !isOften || words.length === 1;
}

function rate({ words, before }: Phrase, small: SmallWords): number {
  const [first] = words;
  const opens = before !== undefined && small.openers.has(before);
  return (
    (words.some(({ isName }) => isName) ? points.name : 0) +
    (opens ? points.afterOpener : before ? points.afterSmallWord : 0) +
    (first?.isFirst === true && !first.isName ? points.first : 0) +
    (words.length > 1 ? (words.length < mostWords ? points.severalWords : 0) : points.oneWord)
  );
}

function countOf(tokens: readonly TextToken[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of tokens) counts.set(withoutEnding(text), (counts.get(withoutEnding(text)) ?? 0) + 1);
  return counts;
}

function textOf({ words }: Pick<Phrase, 'words'>): string {
  return words.map(({ text }) => text).join(' ');
}
