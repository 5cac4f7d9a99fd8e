// Which parts of a topic have slides of their own when it is divided: siblings have the same rank.
import { type Block, plainText } from '../../notes/index.ts';
import { aim, holdsDrawing, most, thin, wordsIn } from './amount.ts';
import { type Part, reasonOf, type Topic } from './topic.ts';

/**
 * Words of a bullet and all below it that fill a slide: right below a heading fewer than deep in an outline, where
 * small slides would be splinters of a thought. Where a section is a few such bullets and nothing else, any of them does.
 */
const fills = { section: 15, deep: 28 } as const;
const fewHeads = 4;

/** Words of questions and answers that stand two on a slide. */
const shortAnswer = 20;

/** Words deep in an outline that are still taken in at once: less of it would be splinters. */
const deepAim = 56;

/** Titles of what stands below no bullet. */
const sectionTitles = [reasonOf.heading, reasonOf.hint, reasonOf.deck];

function isSectionHead({ titleReason }: Topic['head']): boolean {
  return sectionTitles.some((reason) => reason === titleReason);
}

/** Words up to which an outline below this head is one slide. A question stands above all of its answer. */
export function aimOf(head: Topic['head']): number {
  if (head.titleReason === reasonOf.question) return most;
  return isSectionHead(head) ? aim : deepAim;
}

/** Parts that have slides of their own when the topic is divided. */
export function headsOf({ head }: Topic, parts: readonly Part[]): ReadonlySet<Part> {
  const isSection = isSectionHead(head);
  const headed = parts.filter((part) => part.topic !== undefined);
  const bullets = headed.filter(({ headedBy }) => headedBy !== 'heading');
  const lines = bullets.filter(isBullet);
  const isDefinitions =
    lines.length > 2 && lines.every((part) => part.headedBy === 'lead-in' && isPlainLine(part));
  const isLong = wordsIn(lines.flatMap((part) => part.blocks)) >= lines.length * fills.deep;
  const isFew =
    bullets.length <= fewHeads &&
    bullets.length === parts.length &&
    bullets.every((part) => wordsIn(part.blocks) > thin);
  const isEnough = (part: Part): boolean => {
    const words = wordsIn(part.blocks);
    if (part.headedBy === 'heading') return words > thin || holdsDrawing(part.blocks) || isFixed(part);
    if (holdsDrawing(part.blocks)) return true;
    if (isDefinitions && isBullet(part)) return isLong && words > thin;
    // A line too long for a title would stand under its siblings' title by itself.
    if (holdsLittle(part) || part.topic?.head.title === head.title) return words >= aim;
    if (!isSection) return words >= fills.deep;
    return words >= fills.section || (words > thin && isFew);
  };
  const own = headed.filter(isEnough);
  // Siblings have the same rank: where one label is a title, so are the others, and so are questions; where most headings are, so is
  // the one of a few words, which would stand below another's title.
  const ranked = new Set(own.map(({ headedBy }) => headedBy));
  const headings = headed.filter(({ headedBy }) => headedBy === 'heading');
  const areMost = 2 * headings.filter((part) => own.includes(part)).length > headings.length;
  const isSibling = ({ headedBy, blocks }: Part): boolean => {
    if (headedBy === 'heading') return areMost;
    return (
      (headedBy === 'label' || headedBy === 'question') && ranked.has(headedBy) && wordsIn(blocks) > thin
    );
  };
  const ranking = new Set(headed.filter((part) => own.includes(part) || isSibling(part)));
  return withoutOpened(parts, withoutRemarked(parts, ranking));
}

/** A line with one remark below it, beside points that head nothing, is a point like them. */
function withoutRemarked(parts: readonly Part[], own: ReadonlySet<Part>): ReadonlySet<Part> {
  const left = new Set(own);
  const drop = (at: number): void => {
    const part = parts[at];
    if (!part || !left.has(part) || !hasOneRemark(part)) return;
    const isBesidePoint = [parts[at - 1], parts[at + 1]].some(
      (other) => other && !left.has(other) && isPoint(other),
    );
    if (isBesidePoint) left.delete(part);
  };
  for (const at of parts.keys()) drop(at);
  for (const at of [...parts.keys()].reverse()) drop(at);
  return left;
}

/** A premise of a few words before the first topic: both are points of one slide. */
function withoutOpened(parts: readonly Part[], own: ReadonlySet<Part>): ReadonlySet<Part> {
  const at = parts.findIndex((part) => own.has(part));
  const [first, opening] = [parts[at], parts.slice(0, Math.max(0, at))];
  if (!first || opening.length === 0 || first.headedBy !== 'children' || !opening.every(isPlainLine))
    return own;
  const words = [...opening, first].map(({ blocks }) => wordsIn(blocks));
  const isShort = wordsIn(opening.flatMap(({ blocks }) => blocks)) < fills.section;
  if (!isShort || words.reduce((sum, count) => sum + count, 0) > deepAim) return own;
  return new Set([...own].filter((part) => part !== first));
}

function isPoint(part: Part): boolean {
  return part.list !== undefined && part.headedBy !== 'heading' && isBullet(part);
}

function hasOneRemark({ topic, headedBy, blocks }: Part): boolean {
  if (headedBy !== 'children' || topic === undefined || wordsIn(blocks) >= aim) return false;
  const [only, ...others] = topic.blocks;
  return (
    others.length === 0 &&
    only?.type === 'list' &&
    only.children.length === 1 &&
    only.children[0]?.children.length === 1
  );
}

/** Points between topics that are topics, too, where most of their siblings are. */
const fewBetween = 2;

/** With those that stand alone between topics, or two of them, and have bullets below them, too: they stand under their own head, as the others do. */
export function withOnlySiblings(
  { head }: Topic,
  parts: readonly Part[],
  own: ReadonlySet<Part>,
): ReadonlySet<Part> {
  const all = new Set(own);
  for (let from = 0; from < parts.length; from += 1) {
    let to = from;
    while (to < parts.length && !own.has(parts[to] as Part)) to += 1;
    // What makes no title of its own stays beside the one before.
    const between = parts.slice(from, to).filter(({ topic }) => topic?.head.title !== head.title);
    const isFew = between.length === 1 || (between.length <= fewBetween && own.size > between.length);
    if (own.size > 0 && isFew && between.every(canStandAlone)) for (const part of between) all.add(part);
    from = to;
  }
  return all;
}

function canStandAlone(part: Part): boolean {
  if (!part.topic || part.headedBy === 'heading' || wordsIn(part.blocks) <= thin) return false;
  return !isPlainLine(part) && !holdsLittle(part);
}

/**
 * Without a label right below the head whose own words follow it: they would come after what they stand before, and the
 * head after its first topic.
 */
export function withOwnWords(parts: readonly Part[], own: ReadonlySet<Part>): ReadonlySet<Part> {
  const [first, next] = parts;
  if (!first || !next || !own.has(first) || own.has(next) || next.headedBy === 'heading') return own;
  if (!isLine(first) || wordsIn(next.blocks) <= thin) return own;
  return new Set([...own].filter((part) => part !== first));
}

/** "It has two sides:" above its list, or "current status: …": words of the head's own that name no topic. */
function isLine({ headedBy, blocks, topic }: Part): boolean {
  if (headedBy === 'label') return blocks[0]?.type === 'paragraph';
  return headedBy === 'lead-in' && /^\p{Ll}/u.test(plainText(topic?.head.title ?? []));
}

/** A sentence with a remark of a few words below it: a point like others, whose words would all be in the title. */
function holdsLittle({ topic, headedBy, blocks }: Part): boolean {
  if (topic === undefined || (headedBy !== 'children' && headedBy !== 'lead-in')) return false;
  const below = wordsIn(topic.blocks);
  return below <= thin && wordsIn(blocks) - below > thin;
}

/** A sub-section that a hint names or a deck has on a slide, or of a kind of its own. */
export function isFixed({ topic, headedBy }: Part): boolean {
  if (headedBy !== 'heading' || topic === undefined) return false;
  return topic.isNamed === true || topic.opensSlide === true || topic.head.role === 'qa';
}

/** One bullet, with all below it: no label or question with the bullets behind it. */
function isBullet({ blocks: [list] }: Part): boolean {
  return list?.type === 'list' && list.children.length === 1;
}

/** A bullet with nothing below it. */
function isPlainLine({ blocks }: Part): boolean {
  const [list, ...below] = blocks;
  return (
    below.length === 0 && list?.type === 'list' && list.children.every((item) => item.children.length === 1)
  );
}

/** Do the topics below make up most of it? One among loose points stays with them as long as all can be taken in. */
export function isMostly(own: ReadonlySet<Part>, whole: readonly Block[]): boolean {
  const words = [...own].reduce((sum, part) => sum + wordsIn(part.blocks), 0);
  return words > wordsIn(whole) / 2;
}

export function isQuestionPart({ headedBy, topic }: Part): boolean {
  return headedBy === 'question' || (headedBy === 'heading' && topic !== undefined);
}

export function isShortAnswer({ topic, blocks, headedBy }: Part): boolean {
  if (topic === undefined || headedBy === 'heading')
    return wordsIn(blocks) <= shortAnswer && headedBy !== 'heading';
  const [only, ...others] = topic.blocks;
  return (
    wordsIn(topic.blocks) <= shortAnswer &&
    others.length === 0 &&
    (only?.type !== 'list' || only.children.length === 1)
  );
}
