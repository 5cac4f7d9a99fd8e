import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import { goesOn, joinedSentences, paragraphOf, sentencesOf } from '../content/index.ts';
import type { Box, Composition, Content } from '../layout.ts';
import { canBeLoud, countWords, isWords, longestUnspaced } from './lengths.ts';
import { aloneBox, sizeAlone } from './rows.ts';

/** Words and characters of a first sentence that stands at the side of what follows, on four lines at most, and words of one that stands above it. */
const beside = { least: 3, most: 10, characters: 60 } as const;
const above = 30;

/** Characters without a space, as in an address, that stand in the column of a first sentence. */
const longestRun = 17;
/** Characters without a space of a sentence above the rest: an address is read. */
const longestAddress = 30;

/** Words of what follows it: fewer are a remark, more are read alone. */
const after = { least: 14, most: 95 } as const;

/** Running text that opens with a short sentence: the sentence large at the left, what follows at its right. */
export const opening: Composition = {
  name: 'opening',
  takes: (content) => {
    const parts = readOpening(content);
    return (
      parts !== undefined &&
      parts.words <= beside.most &&
      plainText(parts.first).length <= beside.characters &&
      longestUnspaced(plainText(parts.first)) <= longestRun &&
      canBeLoud(content.blocks)
    );
  },
  arrange: (content): Box => {
    const { first, rest } = readOpening(content) ?? { first: content.blocks, rest: [] };
    return {
      kind: 'row',
      class: 'opened',
      gap: 'column',
      widths: [2, 3],
      boxes: [
        { kind: 'flow', class: 'loud', style: 'lead', blocks: first },
        { kind: 'flow', class: 'under-rule rest', style: 'body', paddingTop: 'small', blocks: rest },
      ],
    };
  },
  largest: () => 'xl',
  fills: 'whole',
};

/** A longer first sentence stands above what follows. */
export const claimed: Composition = {
  name: 'claimed',
  takes: (content) => readOpening(content) !== undefined && canBeLoud(content.blocks),
  arrange: (content): Box => {
    const { first, rest } = readOpening(content) ?? { first: content.blocks, rest: [] };
    return {
      kind: 'stack',
      class: 'opened',
      gap: 'large',
      boxes: [
        { kind: 'flow', class: 'loud', style: 'lead', blocks: first },
        { kind: 'flow', class: 'under-rule', style: 'row', paddingTop: 'small', blocks: rest },
      ],
    };
  },
  largest: () => 'xl',
  fills: 'spread',
};

/** One paragraph, as large as it fits, under a rule. Lines of their own stay lines. */
export const soleParagraph: Composition = {
  name: 'paragraph',
  takes: ({ blocks: [only, ...others] }) =>
    others.length === 0 && only?.type === 'paragraph' && only.children.every(({ type }) => type !== 'image'),
  arrange: (content): Box => aloneBox(content),
  largest: ({ blocks }) => sizeAlone(blocks),
  fills: 'floor',
};

interface FirstSentence {
  readonly first: readonly Block[];
  readonly rest: readonly Block[];
  /** Words of the first sentence. */
  readonly words: number;
}

/** Undefined where nothing follows the first sentence, where it is too long, or where the slide's title says it already. */
function readOpening({ blocks, title, lang }: Content): FirstSentence | undefined {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph' || !isWords(blocks)) return undefined;
  if (others.some(({ type }) => type !== 'paragraph')) return undefined;
  const [sentence, ...following] = sentencesOf(first.children);
  if (!sentence || hasFormula(sentence) || isSaid(title, plainText(sentence))) return undefined;
  if (goesOn(plainText(sentence), lang) || longestUnspaced(plainText(sentence)) > longestAddress)
    return undefined;
  const own = following.length === 0 ? [] : [paragraphOf(joinedSentences(following), first)];
  const rest = [...own, ...others];
  const words = countWords(plainText(sentence));
  const left = countWords(plainText(rest));
  if (
    /^#\d/.test(plainText(sentence)) ||
    words < beside.least ||
    words > above ||
    left < after.least ||
    left > after.most
  )
    return undefined;
  return { first: [paragraphOf(sentence, first)], rest, words };
}

/** The lines of large type are too close for what is raised or lowered in a formula. */
function hasFormula(words: readonly Phrasing[]): boolean {
  return words.some(({ type }) => type === 'inlineMath');
}

/** A title made of the first words of the text would stand twice in large type. */
function isSaid(title: string, sentence: string): boolean {
  const start = sentence.trim().slice(0, 16);
  return title.includes(start);
}
