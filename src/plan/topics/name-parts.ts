// A topic on several slides: each is titled by what it holds where its first words give a name, else by the topic.
import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { leadIn } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { isTooLongForMarker } from '../markers.ts';
import { sentencePieces } from '../split/cut-atom.ts';
import { slicePhrasing } from '../split/slice-phrasing.ts';
import { countWords, isNames, wordsIn } from './amount.ts';
import { addedWords, shortened } from './short-words.ts';
import {
  below,
  isLabel,
  labelWords,
  markerOf,
  reasonOf,
  spanOf,
  type Topic,
  withoutStrong,
} from './topic.ts';

/** Segments of one topic: the first has its title. `lang` says where sentences end. */
export function nameParts(
  head: Topic['head'],
  cuts: readonly (readonly Block[])[],
  lang: string,
): readonly Segment[] {
  return cuts.map((blocks, at) => (at === 0 ? { ...head, blocks } : laterPart(head, blocks, lang)));
}

function laterPart({ heading, ...head }: Topic['head'], blocks: readonly Block[], lang: string): Segment {
  const found = nameOf(blocks, lang);
  if (!found) return { ...head, blocks };
  const [first] = blocks;
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

interface Name {
  readonly title: readonly Phrasing[];
  /** The blocks without what is the title now. */
  readonly rest: readonly Block[];
}

function nameOf(blocks: readonly Block[], lang: string): Name | undefined {
  const [first, ...others] = blocks;
  if (others.length > 0 && first?.type === 'heading')
    return { title: first.children as Phrasing[], rest: others };
  if (others.length > 0 && isLabel(first))
    return { title: labelWords(first.children as Phrasing[]), rest: others };
  const opening = first?.type === 'list' ? first.children[0]?.children[0] : first;
  if (opening?.type !== 'paragraph') return undefined;
  // The name of the first of several points is not what the slide is about.
  if (first?.type === 'list' && first.children.length > 1) return undefined;
  const lead = leadIn(opening.children as Phrasing[]);
  if (lead && plainText(lead.term).trim() !== '') return { title: withoutStrong(lead.term), rest: blocks };
  return first?.type === 'paragraph' ? firstSentence(first, others, lang) : undefined;
}

/** The names that the bullets of a list begin with. */
function leadNames(block: Block | undefined): readonly string[] {
  if (block?.type !== 'list') return [];
  return block.children.flatMap(({ children: [line] }) => {
    const term = line?.type === 'paragraph' ? leadIn(line.children as Phrasing[])?.term : undefined;
    const name = term ? plainText(term).trim() : '';
    return name === '' ? [] : [name];
  });
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
  if (text.length > longest || text.split(/\s+/u).length < fewestWords) return undefined;
  if (words.some(({ type }) => type === 'break' || type === 'link' || type === 'image')) return undefined;
  const isWhole = end >= plainText(words).trimEnd().length;
  if (isWhole) return others.length > 0 ? { title: labelWords(words), rest: others } : undefined;
  const [title = [], rest = []] = slicePhrasing(words, [end, Number.POSITIVE_INFINITY]);
  return { title, rest: [{ ...first, children: rest as Paragraph['children'] }, ...others] };
}

/** Characters that are added to a title that would stand on several slides. */
const longestAddition = 56;

/**
 * Titles that would stand on several slides of a section are told apart by what each of the slides holds:
 * "Josh: Is it intentional that …". The first slide below a heading keeps the heading alone. What is cut short
 * stands in full below.
 */
export function tellApart(context: PlanContext, segments: readonly Segment[]): readonly Segment[] {
  const all = segments.map(({ title }) => plainText(title));
  const shown = new Set<Segment['title']>();
  return segments.map((segment, at) => {
    const text = all[at] ?? '';
    const isFirst = all.indexOf(text) === at;
    // The notes may say the same words twice: then they are two titles.
    const isNew = !shown.has(segment.title);
    shown.add(segment.title);
    const isShared = text !== '' && all.indexOf(text) !== all.lastIndexOf(text);
    if (!isShared || segment.role === 'divider' || (isFirst && !isOwnName(segment))) return segment;
    if (!isNew) return againWithAddition(segment);
    const canMove = segment.heading === undefined || !isTooLongForMarker(text, context);
    return withAddition(segment, canMove);
  });
}

/** The same for a slide behind the first of that title, whose words are shown a second time. */
export function againWithAddition(segment: Segment): Segment {
  const children = segment.title as PhrasingContent[];
  const again: Segment = { ...segment, title: [{ type: 'element', name: 'span', class: 'added', children }] };
  const told = withAddition(again, true);
  return told.titleReason === segment.titleReason ? segment : told;
}

/**
 * The segment with a title that says what is on its slide, too; as it is where there are no words to take. Its name
 * can move to the marker when that has room for it, or when it is read elsewhere.
 */
function withAddition(segment: Segment, canMove: boolean): Segment {
  const text = plainText(segment.title);
  const addition = additionFrom(segment.blocks);
  if (addition === undefined || text === '' || text.endsWith(addition)) return segment;
  if (isOneLine(segment)) return segment;
  const isLong =
    segment.titleReason === reasonOf.deck || (text.length > longestShared && !isOwnName(segment));
  if (isLong && canMove) return renamed(segment, addition);
  const value = `${/[.:?!…]$/u.test(text) ? '' : ':'} ${addition}`;
  const titleReason = `${segment.titleReason ?? reasonOf.heading}, told apart by the words below it`;
  return { ...segment, title: [...segment.title, addedWords(value)], titleReason };
}

/** Words of a point that is shown large by itself. */
const mostAlone = 24;

/** One point alone would say the same as its title. */
function isOneLine({ blocks }: Segment): boolean {
  const [only, ...others] = blocks;
  if (others.length > 0 || wordsIn(blocks) > mostAlone) return false;
  if (only?.type === 'list') return only.children.length === 1 && only.children[0]?.children.length === 1;
  return only?.type === 'paragraph';
}

/** A longer title has no room for an addition, and the deck's title stands on every slide: the addition is the title. */
const longestShared = 36;

/** Its heading is no longer the title: it is read in the marker. */
function renamed(segment: Segment, addition: string): Segment {
  const { heading: _, ...rest } = segment;
  return {
    ...rest,
    title: [addedWords(addition)],
    titleReason: reasonOf.part,
    marker: markerOf(segment),
  };
}

/** A speaker who speaks again, a recurring label: the name says too little on the first slide as well. */
function isOwnName({ titleReason }: Segment): boolean {
  return titleReason === reasonOf['lead-in'] || titleReason === reasonOf.part;
}

/** What the first block says, cut where it is long; undefined where there are no words to take. */
function additionFrom(blocks: readonly Block[]): string | undefined {
  const [first] = blocks;
  if (first?.type === 'table') return rangeOf(first.children.slice(1).map((row) => row.children[0]));
  if (first?.type === 'list' && isNames(blocks)) {
    const range = rangeOf(first.children.map((item) => item.children[0]));
    if (range !== undefined) return range;
  }
  const names = [...new Set(leadNames(first))];
  if (names.length > 1 && first?.type === 'list' && leadNames(first).length === first.children.length)
    return shortened(names.join(', '), longestAddition);
  const opening = first?.type === 'list' ? first.children[0]?.children[0] : first;
  if (opening?.type !== 'paragraph') return undefined;
  const drawn = opening.children.findIndex(isDrawn);
  const words = drawn === -1 ? opening.children : opening.children.slice(0, drawn);
  const text = plainText(words as Phrasing[])
    .replace(/\s+/gu, ' ')
    .replace(/\s*[:：]$/u, '')
    .trim();
  if (drawn === -1) return text === '' ? undefined : shortened(text, longestAddition);
  return countWords(text) < fewestBefore ? undefined : shortened(`${text} …`, longestAddition);
}

/** Words before a formula or a picture that say something without it. */
const fewestBefore = 3;

/** Titles that are cut short have no drawings. */
function isDrawn({ type }: Phrasing): boolean {
  return type === 'inlineMath' || type === 'image';
}

/** Characters of a name that stands for all that come before or behind it. */
const longestName = 24;

/** The first and the last of the names, or of the cells that name rows; undefined where they are more than names. */
function rangeOf(all: readonly (Nodes | undefined)[]): string | undefined {
  const names = [all[0], all.at(-1)].map((one) => (one ? plainText([one as Block]).trim() : ''));
  const [from = '', to = ''] = names;
  if (names.some((name) => name === '' || name.length > longestName)) return undefined;
  return from === to ? from : `${from} – ${to}`;
}
