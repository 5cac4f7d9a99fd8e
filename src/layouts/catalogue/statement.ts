import { type Phrasing, plainText } from '../../notes/index.ts';
import { canBeLoud, leadingOf } from '../compositions/lengths.ts';
import { goesOn, isRemark, itemsOf } from '../content/index.ts';
import type { Content, Layout } from '../layout.ts';

/** Longest whole sentence that can stand alone, and longest line that is none, in characters; the fewest words that make one. */
const longest = { sentence: 92, line: 60 } as const;
const fewestWords = 4;

/** Scripts without spaces between words: three characters make about one. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;

/** One short sentence, no address and no label, that fills the slide. */
export const statement: Layout = {
  name: 'statement',
  purpose: 'one short sentence that fills the slide',
  slots: ['statement'],
  overflow: 'whole',
  largest: 'xxxl',
  fills: 'floor',
  score: ({ blocks, lang }) => {
    const words = onlySentence(blocks);
    const text = words ? plainText(words) : '';
    if (/[:：,，;]\s*$/u.test(text) || isNote.test(text) || isRemark(text) || goesOn(text, lang))
      return undefined;
    if (words && !canBeLoud(words)) return undefined;
    if (text.length > (isSentence.test(text) ? longest.sentence : longest.line)) return undefined;
    if (wordsIn(text) < fewestWords) return undefined;
    return { score: 0.7, reason: 'one short sentence says it all' };
  },
  isFor: ({ blocks }) => onlySentence(blocks) !== undefined,
  arrange: ({ blocks }) => {
    const words = onlySentence(blocks);
    if (!words) return { kind: 'flow', class: 'statement', style: 'statement', blocks };
    const style = leadingOf(words) >= roomy ? 'statement-roomy' : 'statement';
    return { kind: 'line', class: 'statement', style, content: words };
  },
};

/** em: lines of what reaches higher or lower than letters, or fills its square, are that far apart in any theme. */
const roomy = 1.2;

/** A line that begins and ends as a sentence does; scripts without capitals end with a sign of their own. */
const isSentence = /^["“„«‘(]?(?![\p{Ll}]).*[.!?…。！？؟।]["”’»)]*\s*$/su;

/** What the author notes for themself, or names before it says it, and where something is to be read, is no sentence to stop at. */
const isNote =
  /^(?:maybe|perhaps|vielleicht|peut-être|quizás|tal vez|tbd|todo|to do|wip|fixme|see|siehe|cf|voir)(?!\p{L})|^[^:.!?]{1,28}: \S|(?<!\p{L})(?:pp?|chs?|chap|kap|vols?|bd)\. ?\d/iu;

/** The one line of the content; what holds a link is a reference, and looks as it does where there are more of them. */
function onlySentence(blocks: Content['blocks']): readonly Phrasing[] | undefined {
  const [first, ...rest] = blocks;
  if (rest.length > 0) return undefined;
  if (first?.type === 'paragraph')
    return hasOnlyText(first.children) && !first.children.some(isLink) ? first.children : undefined;
  const items = itemsOf(blocks);
  const [item] = items;
  if (items.length !== 1 || !item || item.details.length > 0 || item.node.checked != null) return undefined;
  return hasOnlyText(item.words) && !item.words.some(isLink) ? item.words : undefined;
}

function hasOnlyText(words: readonly Phrasing[]): boolean {
  return words.length > 0 && words.every(({ type }) => type !== 'image' && type !== 'break');
}

function isLink({ type }: Phrasing): boolean {
  return type === 'link';
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length + (text.match(unspaced)?.length ?? 0) / 3;
}
