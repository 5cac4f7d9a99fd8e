// Titles that would stand on several slides of a section are told apart: by what they stand under, then by what the
// slides hold.
import type { PhrasingContent } from 'mdast';
import { isQuestion, leansOnBefore } from '../../layouts/index.ts';
import { type Block, type Phrasing, plainText } from '../../notes/index.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { isTooLongForMarker } from '../markers.ts';
import { namesOf } from './additions.ts';
import { wordsIn } from './amount.ts';
import { mostTitleLines } from './long-title.ts';
import { openingSentence } from './name-parts.ts';
import { addedWords, shortened } from './short-words.ts';
import { asSaid, isOwnName, speakersOf } from './speakers.ts';
import { markerOf, reasonOf } from './topic.ts';

/**
 * The segments of a section: "Josh: Is it intentional that …". The first slide below a heading keeps the heading alone,
 * and one that nothing names has it again.
 */
export function tellApart(context: PlanContext, all: readonly Segment[]): readonly Segment[] {
  const segments = underParents(all);
  const texts = segments.map(({ title }) => plainText(title));
  const used = new Set(texts);
  const speakers = speakersOf(segments);
  const shown = new Map<Segment['title'], Segment>();
  const named = segments.map((segment, at) => {
    const text = texts[at] ?? '';
    const isFirst = texts.indexOf(text) === at;
    // The notes may say the same words twice: then they are two titles.
    const first = shown.get(segment.title);
    const isShared = text !== '' && (texts.indexOf(text) !== texts.lastIndexOf(text) || speakers.has(text));
    if (!isShared || segment.sharesTitle || segment.role === 'divider' || (isFirst && !isOwnName(segment))) {
      shown.set(segment.title, segment);
      return segment;
    }
    const canMove =
      segment.heading === undefined ||
      (!isTooLongForMarker(text, context) && !isOneOfSeveral(segment, segments));
    const told = first
      ? likeFirst(first, text, againWithAddition(context, segment, used))
      : asSaid(text, withAddition(context, segment, { used, canMove }), speakers);
    if (!first) shown.set(segment.title, told);
    used.add(plainText(told.title));
    return told;
  });
  return withShortQuestions(named);
}

/** A slide that nothing tells apart has all of the title of the one that it goes on from: "Josh: Is it intentional that …". */
function likeFirst(first: Segment, name: string, again: Segment): Segment {
  const title = plainText(first.title);
  if (!isOwnName(again) || plainText(again.title) !== name || title === name) return again;
  return { ...again, title: [addedWords(title)], marker: first.marker };
}

/** Two titles taken from one paragraph have its place, and a marker could not say which of them it shows. */
function isOneOfSeveral({ heading, title }: Segment, segments: readonly Segment[]): boolean {
  return segments.some((other) => other.heading?.start === heading?.start && other.title !== title);
}

/** The same for a slide behind the first of that title, whose words are shown a second time; `used` are other titles. */
export function againWithAddition(
  context: PlanContext,
  segment: Segment,
  used: ReadonlySet<string>,
): Segment {
  // What told the first of them apart says nothing of this one.
  const own =
    segment.title.length > 1 && isAdded(segment.title.at(-1)) ? segment.title.slice(0, -1) : segment.title;
  const children = own as PhrasingContent[];
  const again: Segment = { ...segment, title: [{ type: 'element', name: 'span', class: 'added', children }] };
  const told = withAddition(context, again, { used, canMove: true });
  return plainText(told.title) === plainText(segment.title) ? segment : told;
}

/** Behind the first slide of an answer. */
function withShortQuestions(segments: readonly Segment[]): readonly Segment[] {
  const asked = new Set<string>();
  return segments.map((segment) => {
    const text = plainText(segment.title);
    const isFirst = !asked.has(text);
    asked.add(text);
    return isFirst || segment.sharesTitle ? segment : withShortQuestion(segment);
  });
}

/** Characters of a question that is asked again in full, and of one that is cut short: it is not to be read anew. */
const questionAgain = { whole: 70, short: 48 } as const;

/** What goes on in an answer, and nothing names, is titled by its question. */
export function withShortQuestion(segment: Segment): Segment {
  const { heading: _, ...again } = segment;
  const text = plainText(segment.title);
  if (segment.role !== 'talk' || text.length <= questionAgain.whole || !isQuestion(text)) return segment;
  return {
    ...again,
    title: [addedWords(shortened(text, questionAgain.short))],
    titleReason: `${segment.titleReason ?? reasonOf.heading}, cut short`,
  };
}

/** A name of what stands above that is added has no more characters. */
const longestParent = 36;

/** One word in lower case, "harald", says too little by itself. */
const smallWord = /^[\p{Ll}\p{M}'’-]+$/u;

/** The same words under several heads, as "Proof" under each theorem, each with its own head: "Compactness: Proof". */
function underParents(segments: readonly Segment[]): readonly Segment[] {
  const parents = new Map<string, Map<string, number>>();
  for (const [at, segment] of segments.entries()) {
    const text = plainText(segment.title);
    const own = parents.get(text) ?? new Map<string, number>();
    const parent = parentOf(segment);
    if (!own.has(parent)) own.set(parent, at);
    parents.set(text, own);
  }
  return segments.map((segment) => {
    const text = plainText(segment.title);
    const parent = parentOf(segment);
    const isUnclear = (parents.get(text)?.size ?? 0) > 1 || smallWord.test(text);
    if (!isUnclear || parent === '' || parent.length > longestParent) return segment;
    if (segment.role === 'divider' || isOwnName(segment)) return segment;
    const titleReason = `${segment.titleReason ?? reasonOf.heading}, told apart by what it stands under`;
    return { ...segment, title: [addedWords(`${parent}: `), ...segment.title], titleReason };
  });
}

/**
 * Only what stands right above a bullet or a label; sub-headings of one name are told apart by their markers, too. A
 * name that a formula ends says too little.
 */
function parentOf({ marker, title }: Segment): string {
  const name = marker.at(-1)?.text.replace(/\s*[:：]$/u, '') ?? '';
  return name === plainText(title) || name.endsWith('…') ? '' : name;
}

interface AdditionRules {
  /** Other titles. */
  readonly used: ReadonlySet<string>;
  /** The name can move to the marker, which has room for it, or it is read elsewhere. */
  readonly canMove: boolean;
}

/**
 * The segment with a title that says what is on its slide, too: by what its blocks name, by the sentence that they begin
 * with, which is the title then; as it is where there is neither.
 */
function withAddition(context: PlanContext, segment: Segment, { used, canMove }: AdditionRules): Segment {
  const text = plainText(segment.title);
  if (text === '' || isOneLine(segment)) return segment;
  const isReplaced =
    isOwnPhrase(segment) ||
    (canMove && (segment.titleReason === reasonOf.deck || text.length > longestShared || isQuestion(text)));
  const before = isReplaced ? '' : `${text}${separatorBehind(text)} `;
  const isNew = (addition: string): boolean => !text.endsWith(addition) && !used.has(before + addition);
  const named = namesOf(segment.blocks, isOwnName(segment), context.lang).find(isNew);
  if (named !== undefined && before === '' && saysWho.test(named) && !isOwnPhrase(segment))
    return withSpeakers(context, segment, named, used);
  if (named !== undefined) return withWords(segment, named, before);
  const claimed = withSentence(context, segment, before);
  return claimed && !used.has(plainText(claimed.title)) ? claimed : segment;
}

/** Words, each of which may be somebody's name: "Bert, Michael". */
const saysWho = /^\p{L}[\p{L}\p{M}'’-]*(?:, \p{L}[\p{L}\p{M}'’-]*)*$/u;

/** Who speaks does not say what about: names stand behind a long title where there is room, and never in its place. */
function withSpeakers(
  context: PlanContext,
  segment: Segment,
  names: string,
  used: ReadonlySet<string>,
): Segment {
  if (segment.titleReason === reasonOf.deck) return withWords(segment, names, '');
  const text = plainText(segment.title);
  const told = withWords(segment, names, text);
  const lines = context.measure.lines(told.title, 'title', context.theme.content.width, 'sm');
  return lines > mostAddedLines || used.has(plainText(told.title)) ? segment : told;
}

/** A part that is titled by words of its own: what comes after it has others. */
function isOwnPhrase({ title, titleReason, heading }: Segment): boolean {
  const [only, ...others] = title;
  return titleReason === reasonOf.part && heading === undefined && others.length === 0 && isAdded(only);
}

function isAdded(node: Phrasing | undefined): boolean {
  return node?.type === 'element' && node.class === 'added';
}

/** `before` is empty where the words replace the title. */
function withWords(segment: Segment, words: string, before: string): Segment {
  if (before === '') return renamed(segment, [addedWords(words)]);
  const titleReason = `${segment.titleReason ?? reasonOf.heading}, told apart by the words below it`;
  const title = [...segment.title, addedWords(`${separatorBehind(plainText(segment.title))} ${words}`)];
  return { ...segment, title, titleReason };
}

/** Lines of a title with a sentence behind it that nobody asks or replies. */
const mostAddedLines = 2;

/** Longest sentence that is a title behind another one, in characters. */
const longestSentence = 110;

/** The first sentence below the title is part of it, and stands there no more. */
function withSentence(context: PlanContext, segment: Segment, before: string): Segment | undefined {
  const found = openingSentence(segment.blocks);
  // What stands before a topic in the notes can be the first on its slide.
  const [first] = segment.blocks;
  const isBefore = (first?.position?.start.offset ?? 0) < (segment.heading?.start ?? 0);
  if (!found || isBefore) return undefined;
  const isSpoken = isOwnName(segment);
  if (!isSpoken && leansOnBefore(plainText(found.title), context.lang)) return undefined;
  const line = [{ type: 'text', value: before }, ...found.title] as const;
  const lines = context.measure.lines(line, 'title', context.theme.content.width, 'sm');
  const isLong = isSpoken && (isReply(segment) || isQuestion(plainText(found.title)));
  if (lines > (isLong ? mostTitleLines : mostAddedLines)) return undefined;
  if (!isSpoken && plainText(found.title).length > longestSentence) return undefined;
  const claimed = { ...segment, blocks: found.rest };
  if (before === '') return renamed(claimed, found.title);
  if (isSpoken || !segment.title.every(isAdded)) {
    const separator = addedWords(`${separatorBehind(plainText(segment.title))} `);
    return { ...claimed, title: [...segment.title, separator, ...found.title] };
  }
  // What stands before the sentence was read on the first slide of that title.
  const { heading: _, ...again } = claimed;
  return { ...again, title: [addedWords(before), ...found.title] };
}

/** What stands below somebody's name would be titled by what stands above that. */
function isReply({ marker }: Segment): boolean {
  return /^[\p{L}\p{M}'’-]+$/u.test(marker.at(-1)?.text ?? '');
}

function separatorBehind(text: string): string {
  return /[.:?!…。：？！]$/u.test(text) ? '' : ':';
}

/** Words of a point that is shown large by itself. */
const mostAlone = 24;

/** One point alone would say the same as its title. */
function isOneLine({ blocks }: Segment): boolean {
  const [only, ...others] = blocks;
  if (others.length > 0 || wordsIn(blocks) > mostAlone) return false;
  return isLine(only);
}

function isLine(block: Block | undefined): boolean {
  if (block?.type === 'list') return block.children.length === 1 && block.children[0]?.children.length === 1;
  return block?.type === 'paragraph';
}

/** A longer title has no room for an addition, and the deck's title stands on every slide: the addition is the title. */
const longestShared = 36;

/** Its heading is no longer the title: it is read in the marker. */
function renamed({ heading, ...segment }: Segment, title: Segment['title']): Segment {
  return {
    ...segment,
    title,
    titleReason: reasonOf.part,
    marker: markerOf({ ...segment, ...(heading ? { heading } : {}) }),
  };
}
