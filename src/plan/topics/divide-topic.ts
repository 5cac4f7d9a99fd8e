// What goes on one slide. A topic that can be taken in at once is one slide. A larger one is divided
// into the topics below it, as deep as the notes go; what heads too little stays with its siblings.
import type { List } from 'mdast';
import type { SlideHint } from '../../hints/index.ts';
import { isGroups, layouts, leansOnBefore } from '../../layouts/index.ts';
import { type Block, plainText } from '../../notes/index.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { isTooMuchForMarker } from '../markers.ts';
import { amountOf, titleWords, wordsIn } from './amount.ts';
import { cutBeforeHero } from './cut-before-hero.ts';
import { cutByAmount } from './cut-by-amount.ts';
import { cutByHint, cutByItems } from './cut-by-hint.ts';
import { cutByShape, isLonePicture, withPicture } from './cut-by-shape.ts';
import { nameParts } from './name-parts.ts';
import { partsOf } from './parts.ts';
import { fitsSlide, isAside, isHighEnough, isStatement, leadsOn, runsOf, withoutIntroduced } from './runs.ts';
import { joinParts, type Part, reasonOf, type Topic, wholeOf } from './topic.ts';
import {
  aimOf,
  headsOf,
  isFixed,
  isMostly,
  isQuestionPart,
  isShortAnswer,
  withOnlySiblings,
  withOwnWords,
} from './topic-heads.ts';
import { wordsAbove } from './words-above.ts';

/** The segments of a topic, in the order of the notes: each is a slide, or more where its height asks for it. */
export function segmentsOf(context: PlanContext, topic: Topic): readonly Segment[] {
  const [first, ...rest] = segmentsBelow(context, topic);
  if (!first || !topic.before) return first ? [first, ...rest] : rest;
  const own = first.marker.findIndex(({ span }) => span.start === topic.head.heading?.start);
  const at = own === -1 ? topic.head.marker.length : own;
  return [{ ...first, marker: first.marker.toSpliced(at, 0, ...topic.before) }, ...rest];
}

function segmentsBelow(context: PlanContext, topic: Topic): readonly Segment[] {
  const { head, hint } = topic;
  if (wholeOf(topic).every(({ type }) => type === 'thematicBreak'))
    return head.heading ? [{ ...head, role: 'divider', blocks: [], isBare: true }] : [];
  if (hint?.slides) return asHinted(context, topic, hint.slides);
  if (hint?.layout) return inLayout(context, topic);
  const below = onlySubsection(context, topic);
  if (below) return below;
  const parts = partsOf(topic, context.lang);
  if (head.role === 'qa' && parts.some(isQuestionPart)) return questionSegments(context, topic, parts);
  if (hint?.perSlide !== undefined)
    return inGroups(parts, hint.perSlide).flatMap((group, at, groups) =>
      goingOn(groupSegments(context, topic, group), at < groups.length - 1 ? 'per-slide' : undefined),
    );
  const whole = joinParts(parts);
  const own = headsOf(topic, parts);
  if (isOneSlide(context, topic, whole, own)) {
    const parts = nameParts(head, cutBeforeHero(whole), context.lang);
    return parts.length === 1 ? parts : parts.map((part) => ({ ...part, sharesTitle: true }));
  }
  return divided(context, topic, parts, own);
}

/**
 * The segments of the one sub-section that holds all of a section: its heading says what the slide is about, the
 * section's where that is. A divider has no room for a section's name that the marker has none for.
 */
function onlySubsection(
  context: PlanContext,
  { head, blocks, sections = [], hint }: Topic,
): readonly Segment[] | undefined {
  const [only, ...others] = sections;
  if (!only?.topic || others.length > 0 || blocks.length > 0 || hint !== undefined) return undefined;
  const segments = segmentsOf(context, only.topic);
  return isTooMuchForMarker(head.title, context) && segments.some(({ isBare }) => isBare)
    ? undefined
    : segments;
}

/** The slides that a hint cuts out of a section, and what it has left, which goes on by itself. */
function asHinted(context: PlanContext, topic: Topic, slides: readonly SlideHint[]): readonly Segment[] {
  const { hint: _, sections = [], ...rest } = topic;
  const taken = new Set(slides.flatMap(({ take }) => take));
  const isTakenFrom = ({ topic: inner }: Part): boolean =>
    inner !== undefined && wholeOf(inner).some((block) => startsIn(block, taken));
  const gathered = sections.some(isTakenFrom);
  const blocks = gathered ? wholeOf(topic) : topic.blocks;
  const cut = cutByHint({ ...topic.head, blocks }, slides).flatMap((segment): readonly Segment[] => {
    if (segment.hint === topic.head.hint) return segmentsOf(context, { ...rest, blocks: segment.blocks });
    const { blocks: own, ...head } = segment;
    const [only, ...others] = partsOf({ head, blocks: own }, context.lang);
    const inner = others.length === 0 ? only?.topic : undefined;
    const isTitled = head.titleReason === reasonOf.hint;
    // A hint that says the title it would have anyway leaves the slide as it is.
    const isSame = inner !== undefined && isTitled && plainText(inner.head.title) === plainText(head.title);
    if (head.hint?.layout)
      return [isSame ? { ...inner.head, hint: head.hint, blocks: wholeOf(inner) } : segment];
    return inner && (isSame || !isTitled)
      ? segmentsOf(context, inner)
      : nameParts(head, cutByShape(own), context.lang);
  });
  return gathered
    ? cut
    : [...cut, ...sections.flatMap((part) => (part.topic ? segmentsOf(context, part.topic) : []))];
}

function startsIn(block: Block, starts: ReadonlySet<number>): boolean {
  const nodes = block.type === 'list' ? block.children : [block];
  return nodes.some(({ position }) => starts.has(position?.start.offset ?? -1));
}

/** All of a section in the layout that a hint asks for; sub-sections that fill slides follow. */
function inLayout(context: PlanContext, topic: Topic): readonly Segment[] {
  const { sections = [] } = topic;
  const own = headsOf(topic, sections);
  const isSmall = amountOf(wholeOf(topic), titleWords(topic.head.title)) <= 1 && ![...own].some(isFixed);
  const blocks = isSmall ? wholeOf(topic) : topic.blocks;
  const first = blocks.length > 0 ? [{ ...topic.head, blocks }] : [];
  return isSmall
    ? first
    : [...first, ...sections.flatMap((part) => (part.topic ? segmentsOf(context, part.topic) : []))];
}

/** As many parts as a hint wants on a slide. */
function groupSegments(context: PlanContext, topic: Topic, group: readonly Part[]): readonly Segment[] {
  const [only, ...others] = group;
  if (only?.topic && others.length === 0) return segmentsOf(context, only.topic);
  return nameParts(topic.head, cutByShape(joinParts(group)), context.lang);
}

/** Can it be taken in at once, with nothing in it that asks for a slide of its own? */
function isOneSlide(
  context: PlanContext,
  { head }: Topic,
  whole: readonly Block[],
  own: ReadonlySet<Part>,
): boolean {
  if (head.role === 'agenda') return true;
  if ([...own].some(isFixed)) return false;
  const isOutline = isMostly(own, whole) && !isSequence(whole) && !isGroups(whole);
  return !(isOutline && wordsIn(whole) > aimOf(head)) && fitsSlide(context, whole, head.title);
}

/** Steps and dates are read as one course of events. */
function isSequence(blocks: readonly Block[]): boolean {
  const [list, ...others] = blocks;
  if (list?.type !== 'list' || others.length > 0) return false;
  return list.ordered === true || layouts.timeline.score({ title: '', role: 'talk', blocks }) !== undefined;
}

/** Topics on slides of their own, and between them what heads nothing, under the topic's own title. */
function divided(
  context: PlanContext,
  topic: Topic,
  parts: readonly Part[],
  heads: ReadonlySet<Part>,
): readonly Segment[] {
  const own = withoutIntroduced(
    context,
    topic,
    parts,
    withOwnWords(parts, withOnlySiblings(topic, parts, heads)),
  );
  const segments: Segment[] = [];
  let opening: readonly Block[] = [];
  let above: Segment['within'];
  const add = ([first, ...rest]: readonly Segment[]): void => {
    if (!first) return;
    const opened = opening.length === 0 ? first : withOpening(first, opening);
    segments.push(above ? { ...opened, within: [...above, ...(opened.within ?? [])] } : opened, ...rest);
    opening = [];
    above = undefined;
  };
  const runs = runsOf(context, topic, parts, own);
  for (const [at, run] of runs.entries()) {
    const [only, ...others] = run;
    const last = segments.at(-1);
    if (
      only?.topic &&
      others.length === 0 &&
      (own.has(only) || (own.size > 0 && only.headedBy === 'heading'))
    ) {
      add(segmentsOf(context, only.topic));
      continue;
    }
    const blocks = withoutPicture(context, segments, joinParts(run));
    if (blocks.every(({ type }) => type === 'thematicBreak')) continue;
    const next = runs[at + 1]?.[0];
    const isBeforeBreak = next?.topic?.opensSlide === true;
    const isBeforeHeading = next?.headedBy === 'heading' && own.size > 0 && !isBeforeBreak;
    const isLittle = leadsOn(run) || (last === undefined && isAside(run, own) && !isStatement(blocks));
    above = isBeforeHeading && isLittle ? wordsAbove(topic.head, blocks) : undefined;
    if (above) continue;
    if (last && isRestOf(context, last, blocks)) segments.splice(-1, 1, withRest(last, blocks));
    else if (leadsOn(run) && next && !isBeforeBreak && !isBeforeHeading) opening = [...opening, ...blocks];
    else if (own.size === 0 || isBeforeBreak || isBeforeHeading || !isAside(run, own) || isStatement(blocks))
      add(flat(context, topic, blocks));
    else if (last) segments.splice(-1, 1, withRest(last, blocks));
    else opening = blocks;
  }
  return segments;
}

/** A picture that follows a topic belongs to it. The other blocks. */
function withoutPicture(
  { lang }: PlanContext,
  segments: Segment[],
  blocks: readonly Block[],
): readonly Block[] {
  const [last, picture] = [segments.at(-1), blocks[0]];
  if (!last || !picture || !isLonePicture(blocks, 0) || last.blocks.at(-1)?.type !== 'list') return blocks;
  const { blocks: own, goesOn: _, ...head } = last;
  segments.splice(-1, 1, ...nameParts(head, withPicture(own, picture), lang));
  return blocks.slice(1);
}

/** A few words before the first topic are its slide's first row. */
function withOpening(segment: Segment, blocks: readonly Block[]): Segment {
  return { ...segment, blocks: [...blocks, ...segment.blocks] };
}

/** A few words after a topic are the last row of its slide. */
function withRest(segment: Segment, blocks: readonly Block[]): Segment {
  const [last, first] = [segment.blocks.at(-1), blocks[0]];
  if (last?.type !== 'list' || first?.type !== 'list' || last.ordered !== first.ordered)
    return { ...segment, blocks: [...segment.blocks, ...blocks] };
  const joined: List = { ...last, children: [...last.children, ...first.children] };
  return { ...segment, blocks: [...segment.blocks.slice(0, -1), joined, ...blocks.slice(1)] };
}

/** What goes on from the topic before it, where one slide holds both: "dabei", with what that is. */
function isRestOf(context: PlanContext, last: Segment, blocks: readonly Block[]): boolean {
  const [list] = blocks;
  const line = list?.type === 'list' ? list.children[0]?.children[0] : undefined;
  if (line?.type !== 'paragraph' || last.blocks.at(-1)?.type !== 'list') return false;
  if (!leansOnBefore(plainText([line]), context.lang, 1)) return false;
  return fitsSlide(context, withRest(last, blocks).blocks, last.title);
}

/** Content without topics worth a slide: cut where it changes its shape, then by how much there is. */
function flat(context: PlanContext, topic: Topic, blocks: readonly Block[]): readonly Segment[] {
  const runs = cutByShape(blocks)
    .flatMap((run) =>
      amountOf(run, titleWords(topic.head.title)) > 1 ? cutByItems(run, topic.head.role) : [run],
    )
    .map((run) =>
      cutByAmount(run, context.lang, titleWords(topic.head.title), (part) => isHighEnough(context, part)),
    );
  const goesOn = runs.flatMap((cuts) => cuts.map((_, at) => at < cuts.length - 1));
  return nameParts(topic.head, runs.flat(), context.lang).map((segment, at) =>
    goesOn[at] ? { ...segment, goesOn: 'too-much' } : segment,
  );
}

/** The segments, the last of which ends for this reason. */
function goingOn(segments: readonly Segment[], goesOn: Segment['goesOn']): readonly Segment[] {
  const last = segments.at(-1);
  return last && goesOn ? [...segments.slice(0, -1), { ...last, goesOn }] : segments;
}

/** Each question with its answer is a topic. Where all answers are short, or one is missing, two stand on a slide under the section's title. */
function questionSegments(context: PlanContext, topic: Topic, parts: readonly Part[]): readonly Segment[] {
  const hasUnanswered = parts.some((part) => part.topic === undefined && part.list !== undefined);
  const perSlide = topic.head.hint?.perSlide ?? (hasUnanswered || parts.every(isShortAnswer) ? 2 : 1);
  if (perSlide > 1) {
    const groups = inGroups(parts, perSlide);
    const why = topic.head.hint?.perSlide === undefined ? 'too-much' : 'per-slide';
    return groups.flatMap((group, at) => {
      const [only, ...others] = group;
      const isAlone = groups.length > 1 && others.length === 0 && topic.head.hint?.perSlide === undefined;
      const segments =
        isAlone && only?.topic
          ? segmentsOf(context, only.topic)
          : [{ ...topic.head, blocks: joinParts(group) }];
      return goingOn(segments, at < groups.length - 1 ? why : undefined);
    });
  }
  const own = new Set(parts.filter((part) => part.topic !== undefined));
  return divided(context, topic, parts, own);
}

/** As few groups as there can be, about equally large. */
function inGroups<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const size = Math.ceil(all.length / Math.ceil(all.length / most));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
