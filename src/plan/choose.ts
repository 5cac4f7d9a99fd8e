// Which layout and composition, at which size, on how many slides. In this order: the layout that matches best, in the
// first of its compositions that holds everything at the largest size that fits; another that matches; the xs size; a split.

import { type Box, type Content, layouts } from '../layouts/index.ts';
import { type Block, plainText } from '../notes/index.ts';
import { type BodySize, bodySizes } from '../theme/index.ts';
import {
  alternativesTo,
  applyLayout,
  type Candidate,
  candidatesOf,
  countItems,
  largestFit,
  type Task,
} from './apply-layout.ts';
import { avoidRepetition } from './avoid-repetition.ts';
import type { PlanContext, Segment, Setting } from './draft.ts';
import { roomOf } from './room.ts';
import { splitContent } from './split/split-content.ts';
import { isHardToRead, mostSlides } from './type-size.ts';
import { isWholeTitle } from './whole-words.ts';

/** A layout below this score is no alternative to a split. */
const goodEnough = 0.3;

/** A layout whose score is lower by more than this is worse than the best one set smaller, or on two slides. */
const nearlyAsGood = 0.25;

/** The slides of a segment, each with its layout and size. `before`: skeletons of the section's slides so far. */
export function chooseSettings(
  context: PlanContext,
  segment: Segment,
  before: readonly string[] = [],
): readonly Setting[] {
  const task = taskOf(context, segment);
  const { content } = task;
  if (content.blocks.length === 0 && !segment.opening) return [emptySetting(task)];
  return asHinted(task) ?? automatic({ ...task, candidates: avoidRepetition(unforced(task), before) });
}

function taskOf(context: PlanContext, segment: Segment): Task {
  const content: Content = {
    title: plainText(segment.title),
    role: segment.role,
    blocks: segment.blocks,
    lang: context.lang,
    ...(segment.opening ? { opening: segment.opening } : {}),
  };
  return {
    context,
    segment,
    content,
    candidates: candidatesFor(context, content, segment),
    room: roomOf(context, segment),
  };
}

function candidateLike(
  { candidates }: Task,
  { layout, composition }: Pick<Setting, 'layout' | 'composition'>,
): Candidate | undefined {
  return candidates.find((one) => one.layout.name === layout && one.composition.name === composition);
}

/** The largest size at which the layout and the composition of another slide hold all of this one; undefined where they do not. */
export function largestSizeIn(
  context: PlanContext,
  segment: Segment,
  like: Pick<Setting, 'layout' | 'composition'>,
): BodySize | undefined {
  const task = taskOf(context, segment);
  const candidate = candidateLike(task, like);
  return candidate && largestFit(task, candidate, 'sm')?.bodySize;
}

/** The same slide with its type at another size. */
export function atSize(
  context: PlanContext,
  segment: Segment,
  setting: Setting,
  bodySize: BodySize,
): Setting {
  const task = taskOf(context, { ...segment, blocks: setting.blocks });
  const candidate = candidateLike(task, setting);
  return candidate ? applyLayout(task, candidate, task.content.blocks, bodySize) : setting;
}

/** The layout that a hint asks for, before any other: smaller, then over several slides. Undefined when it cannot hold the content. */
function asHinted(task: Task): readonly Setting[] | undefined {
  const asked = task.candidates.filter(({ layout }) => layout.name === task.segment.hint?.layout);
  const [first] = asked;
  if (!first || task.candidates[0] !== first) return undefined;
  const alone: Task = { ...task, candidates: asked };
  const fits = fitting(alone, 'sm') ?? fitting(alone, 'xs');
  const settings = fits ?? (first.layout.overflow === 'whole' ? undefined : splitContent(alone, first));
  return settings?.map((setting) => ({
    ...setting,
    alternatives: alternativesTo(first.layout, task.candidates),
  }));
}

/** Candidates by what matches alone, when the one a hint asks for could not be used. */
function unforced({ candidates, content, context, segment }: Task): readonly Candidate[] {
  return segment.hint?.layout === undefined ? candidates : matching(context, content, segment);
}

function matching({ theme }: PlanContext, content: Content, { title }: Segment): readonly Candidate[] {
  return Object.values(layouts)
    .flatMap((layout) => {
      const match = layout.score(content);
      return match ? [{ layout, match }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score)
    .flatMap(({ layout, match }) => candidatesOf(theme, layout, match, content, title));
}

function automatic(task: Task): readonly Setting[] {
  return (
    fitting(task, 'sm') ??
    onMoreSlides(task, fitting(task, 'xs') ?? asCover(task) ?? splitContent(task, splittable(task)))
  );
}

/** A long listing, or a table of many rows, that is whole on a slide only where it is hard to read stands on two or more. */
function onMoreSlides(task: Task, settings: readonly Setting[]): readonly Setting[] {
  const [only, ...others] = settings;
  if (!only || others.length > 0 || !isHardToRead(task, only)) return settings;
  const candidate = splittable(task);
  for (const size of [undefined, 'sm'] as const) {
    const parts = splitContent(task, candidate, size);
    if (parts.length > 1 && parts.length <= mostSlides(only)) return parts;
  }
  return settings;
}

/** The lines of a title block are no blocks and cannot be split: with too many of them the page scales the slide. */
function asCover(task: Task): readonly Setting[] | undefined {
  const [first] = task.candidates;
  if (!first || !task.content.opening || task.content.blocks.length > 0) return undefined;
  return [applyLayout(task, first, [], 'xs')];
}

/** Layouts that take the content, the best first; one that a hint asks for before all others. */
function candidatesFor(context: PlanContext, content: Content, segment: Segment): readonly Candidate[] {
  const { theme } = context;
  const { hint, title } = segment;
  const suited = matching(context, content, segment);
  if (hint?.layout === undefined) return suited;
  const layout = layouts[hint.layout];
  if (layout.isFor?.(content) === false) return suited;
  if (!containsAllText(layout.arrange(content), content.blocks)) return suited;
  const forced = candidatesOf(theme, layout, { score: 1, reason: 'the hints ask for it' }, content, title);
  return [...forced, ...suited.filter((other) => other.layout !== layout)];
}

/** A divider: nothing below the title. */
function emptySetting({ candidates, context, segment }: Task): Setting {
  const [best] = candidates;
  const isWhole = (bodySize: BodySize): boolean => isWholeTitle(context, segment.title, 'divider', bodySize);
  return {
    layout: best?.layout.name ?? 'section',
    composition: 'plain',
    fills: 'top',
    bodySize: segment.role === 'divider' ? (bodySizes.find(isWhole) ?? 'xs') : 'sm',
    body: undefined,
    blocks: [],
    fill: 0,
    reason: (segment.isBare ? undefined : best?.match.reason) ?? 'a heading with nothing below it',
    alternatives: [],
  };
}

/** The first candidate that holds everything on one slide, no smaller than this. */
function fitting(task: Task, least: BodySize): readonly Setting[] | undefined {
  if (hasTooManyItems(task) || (least === 'xs' && isWall(task.content.blocks))) return undefined;
  const score = Math.max(goodEnough, (task.candidates[0]?.match.score ?? 0) - nearlyAsGood);
  const best = task.candidates[0]?.layout;
  const usable = task.candidates.filter(({ layout, match }) => layout === best || match.score >= score);
  for (const candidate of least === 'xs' ? usable.filter(({ layout }) => layout === best) : usable) {
    const setting = largestFit(task, candidate, least);
    if (setting) return [setting];
  }
  return undefined;
}

/** More words than anyone reads on one slide, in characters: set small they fit, and nobody is helped. */
const wall = 1100;

function isWall(blocks: Content['blocks']): boolean {
  return plainText(blocks.filter((block) => block.type !== 'code' && block.type !== 'table')).length > wall;
}

function hasTooManyItems({ segment, content }: Task): boolean {
  const most = segment.hint?.perSlide;
  return most !== undefined && countItems(content.blocks) > most;
}

/** The best layout that goes on over several slides. */
function splittable({ candidates, content, context }: Task): Candidate {
  const found = candidates.find(({ layout }) => layout.overflow !== 'whole');
  const [anything] = candidatesOf(
    context.theme,
    layouts.bullets,
    { score: 0, reason: 'it takes anything' },
    content,
  ).slice(-1);
  const candidate = found ?? anything;
  if (!candidate) throw new Error('the layout `bullets` takes anything');
  return candidate;
}

/** Does a box show every letter of the blocks? A layout that a hint forces on other content may not. */
function containsAllText(box: Box, blocks: readonly Block[]): boolean {
  return lettersOf(boxText(box)) >= lettersOf(plainText(blocks));
}

function boxText(box: Box): string {
  switch (box.kind) {
    case 'flow':
      return plainText(box.blocks);
    case 'line':
      return plainText(box.content);
    case 'rise':
      return [box.from, box.joint, box.to].join(' ');
    case 'bar':
    case 'marks':
      return '';
    default:
      return box.boxes.map(boxText).join('\n');
  }
}

/** Letters and digits; punctuation between a term and its meaning may go. */
function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
