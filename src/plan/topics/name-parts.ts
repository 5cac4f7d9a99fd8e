// A topic on several slides: each is titled by what it holds where its first words give a name, else by the topic.
import type { Paragraph } from 'mdast';
import {
  countWords,
  isRemark,
  joinedSentences,
  leadIn,
  leansOnBefore,
  sentencesOf,
} from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { Segment } from '../draft.ts';
import { sentencePieces } from '../split/cut-atom.ts';
import { slicePhrasing } from '../split/slice-phrasing.ts';
import {
  boldLabel,
  boldOpening,
  isLabel,
  isLeadIn,
  isShortHead,
  labelWords,
  namesNothing,
  withoutStrong,
} from './head-words.ts';
import { addedWords } from './short-words.ts';
import { timeBefore, timesShown } from './times.ts';
import { below, reasonOf, spanOf, type Topic } from './topic.ts';

/** Segments of one topic: the first has its title. `lang` says where sentences end. */
export function nameParts(
  head: Topic['head'],
  cuts: readonly (readonly Block[])[],
  lang: string,
): readonly Segment[] {
  const isTimes = cuts.length > 1 && plainText(head.title).trim() === timesShown(cuts.flat());
  return cuts.map((blocks, at) => {
    if (isTimes) return { ...head, title: [addedWords(timesShown(blocks) ?? '')], blocks };
    return at === 0 || isWithinSentence(blocks[0], cuts[at - 1]?.at(-1))
      ? { ...head, blocks }
      : laterPart(head, blocks, lang);
  });
}

/** What goes on, in lower case, in the middle of what was said on the slide before. */
function isWithinSentence(first: Block | undefined, before: Block | undefined): boolean {
  if (first?.type !== 'paragraph' || before?.type !== 'paragraph') return false;
  const isOpen = !/[.!?…。！？:：;][)"”’»]*$/u.test(plainText([before]).trim());
  return isOpen && endOf(before) + 1 >= startOf(first) && /^\p{Ll}/u.test(plainText([first]).trim());
}

const endOf = (block: Block): number => block.position?.end.offset ?? 0;
const startOf = (block: Block): number => block.position?.start.offset ?? Number.POSITIVE_INFINITY;

function laterPart({ heading, ...head }: Topic['head'], blocks: readonly Block[], lang: string): Segment {
  const found = nameOf(blocks, lang, heading !== undefined);
  if (!found) return { ...head, blocks };
  const first = openingOf(blocks);
  const { heading: own, ...named } = below(
    { ...head, ...(heading ? { heading } : {}) },
    {
      title: found.rest === blocks ? again(found.title) : found.title,
      heading: spanOf(first, head),
      titleReason: reasonOf.part,
    },
  );
  // Only words that stand nowhere else on the slide are where its title is in the notes.
  return { ...named, ...(own && found.rest !== blocks ? { heading: own } : {}), blocks: found.rest };
}

/** Words that stand below the title, too. */
function again(words: readonly Phrasing[]): readonly Phrasing[] {
  return [addedWords(plainText(words))];
}

/** The paragraph or heading that a slide begins with. */
function openingOf([first]: readonly Block[]): Block | undefined {
  return first?.type === 'list' ? (first.children[0]?.children[0] as Block | undefined) : first;
}

/** The same blocks, the first of which begins with another paragraph. */
function withOpening([first, ...others]: readonly Block[], opening: Paragraph): readonly Block[] {
  if (first?.type !== 'list') return [opening, ...others];
  const [item, ...items] = first.children;
  if (!item) return others;
  const named = { ...item, children: [opening, ...item.children.slice(1)] };
  return [{ ...first, children: [named, ...items] }, ...others];
}

export interface Name {
  readonly title: readonly Phrasing[];
  /** The blocks without what is the title now. */
  readonly rest: readonly Block[];
}

/** Points below a heading are about it; only where none is, a short one may head those behind it. */
function nameOf(blocks: readonly Block[], lang: string, hasHeading: boolean): Name | undefined {
  const [first, ...others] = blocks;
  if (others.length > 0 && first?.type === 'heading')
    return { title: first.children as Phrasing[], rest: others };
  if (others.length > 0 && isLabel(first))
    return { title: labelWords(first.children as Phrasing[]), rest: others };
  const opening = openingOf(blocks);
  if (opening?.type !== 'paragraph') return undefined;
  if (
    !hasHeading &&
    first?.type === 'list' &&
    !first.ordered &&
    isShortHead(first.children[0], first.children[1])
  )
    return {
      title: labelWords(opening.children as Phrasing[]),
      rest: [{ ...first, children: first.children.slice(1) }, ...others],
    };
  // The name of the first of several points, or of one with more behind it, is not what the slide is about.
  if (first?.type === 'list' && (first.children.length > 1 || others.length > 0)) return undefined;
  const lead = leadIn(opening.children as Phrasing[]);
  const isNamed = lead !== undefined && plainText(lead.term).trim() !== '';
  const label = isNamed
    ? { title: withoutStrong(lead.term), rest: lead.rest }
    : boldLabel(opening.children as Phrasing[]);
  if (label && namesNothing.test(plainText(label.title).trim())) {
    const title = first?.type === 'paragraph' ? openingClause(label.rest, lang) : undefined;
    return title === undefined ? undefined : { title: [{ type: 'text', value: title }], rest: blocks };
  }
  if (label) {
    const rest: Paragraph = { ...opening, children: label.rest as Paragraph['children'] };
    return { title: label.title, rest: withOpening(blocks, rest) };
  }
  const bold = boldOpening(opening.children as Phrasing[]);
  if (bold !== undefined && !namesNothing.test(bold))
    return { title: [{ type: 'text', value: bold }], rest: blocks };
  return first?.type === 'paragraph' ? firstSentence(first, others, lang) : undefined;
}

/** The words that a paragraph begins with, up to the end of a clause: those set off, or a short sentence. */
function openingClause(words: readonly Phrasing[], lang: string): string | undefined {
  const bold = boldOpening(words.filter((word) => plainText([word]).trim() !== ''));
  if (bold !== undefined) return bold;
  const text = plainText(words)
    .trim()
    .replace(/^\([^()]{0,60}\)\s*[:：–—-]?\s*/u, '');
  const [piece] = sentencePieces(text, lang, 1);
  const sentence = text.slice(0, piece?.[1] ?? text.length).trim();
  const clause =
    sentence.length <= longest
      ? sentence
      : (/^[^\n]{24,84}?(?=\s*[,;:(–—]|\s-{1,2}\s)/u.exec(sentence)?.[0] ?? '');
  const name = clause.replace(/\s+/gu, ' ').replace(/[.:,;]$/u, '');
  return countWords(name) >= 2 && /\p{L}/u.test(name) ? name : undefined;
}

/** Longest sentence that is a title, in characters, and the fewest words of one. */
const longest = 84;
const fewestWords = 4;

/** A short sentence that opens running text says what it is about. */
function firstSentence(first: Paragraph, others: readonly Block[], lang: string): Name | undefined {
  const words = first.children as Phrasing[];
  const [piece] = sentencePieces(plainText(words), lang, 1);
  const end = piece?.[1] ?? 0;
  const text = plainText(words).slice(0, end).trim();
  if (text.length > longest || text.split(/\s+/u).length < fewestWords || isLeadIn(text)) return undefined;
  if (words.some(({ type }) => type === 'break' || type === 'link' || type === 'image')) return undefined;
  if (isRestOfLine(text) || timeBefore(text) !== undefined) return undefined;
  const isWhole = end >= plainText(words).trimEnd().length;
  // "These are all that there are" may speak of the list below it.
  if (leansOnBefore(text, lang) && !(isWhole && others[0]?.type === 'list')) return undefined;
  if (isWhole)
    return others.length > 0 && !isRemark(plainText(others))
      ? { title: labelWords(words), rest: others }
      : undefined;
  const [title = [], rest = []] = slicePhrasing(words, [end, Number.POSITIVE_INFINITY]);
  // "Then," before a list belongs to the sentence.
  if (countWords(plainText(rest)) < fewest.left) return undefined;
  return { title, rest: [{ ...first, children: rest as Paragraph['children'] }, ...others] };
}

/** The fewest words of a sentence that is a title, of a line that is none, of those that are left to stand below it, and of their first paragraph. */
const fewest = { sentence: 5, line: 2, below: 4, left: 3 } as const;

/** What no title is made of. */
const unsuited: ReadonlySet<Phrasing['type']> = new Set(['break', 'image', 'inlineMath']);

/** The sentence that blocks begin with, as a title, and the blocks without it; undefined where it makes none. */
export function openingSentence(blocks: readonly Block[]): Name | undefined {
  const [first, ...others] = blocks;
  const opening = openingOf(blocks);
  if (!first || opening?.type !== 'paragraph' || isOneOfMany(first)) return undefined;
  const words = opening.children as Phrasing[];
  if (words.some(({ type }) => unsuited.has(type))) return undefined;
  const [sentence = [], ...following] = sentencesOf(words);
  const count = countWords(plainText(sentence));
  const isShort =
    count < fewest.line || (count < fewest.sentence && /[.!?…。！？]\s*$/u.test(plainText(sentence)));
  if (isShort || isLeadIn(plainText(sentence)) || isRestOfLine(plainText(sentence))) return undefined;
  if (timeBefore(plainText(sentence)) !== undefined) return undefined;
  const details = first.type === 'list' ? (first.children[0]?.children.slice(1) as Block[]) : [];
  const left = joinedSentences(following);
  if (left.length > 0 && countWords(plainText(left)) < fewest.left) return undefined;
  const rest =
    left.length > 0
      ? withOpening(blocks, { ...opening, children: left as Paragraph['children'] })
      : [...details, ...others];
  if (countWords(plainText(rest)) < fewest.below || isRemark(plainText(rest))) return undefined;
  return { title: labelWords(sentence), rest };
}

/** A word in lower case alone on its line: the end of a line whose beginning is on the slide before. */
function isRestOfLine(text: string): boolean {
  return /^\p{Ll}\S*\n/u.test(text);
}

/** Numbers and boxes keep their points, and words that are shown again stay as they are. */
function isOneOfMany(block: Block): boolean {
  if (block.type !== 'list') return false;
  const [item, ...others] = block.children;
  return (
    block.ordered === true || others.length > 0 || item?.checked != null || item?.data?.continued === true
  );
}
