// Where a topic is divided: the parts that have slides of their own, and what stands between them.
import { isGroups, layouts } from '../../layouts/index.ts';
import { type Block, plainText } from '../../notes/index.ts';
import type { PlanContext } from '../draft.ts';
import { amountOf, holdsDrawing, isNames, thin, titleWords, wordsIn } from './amount.ts';
import { cutByShape } from './cut-by-shape.ts';
import { isBareName } from './head-words.ts';
import { joinParts, type Part, type Topic } from './topic.ts';

/** One part with slides of its own, or neighbours that share theirs. */
export type PartRun = readonly Part[];

/**
 * The parts in the order of the notes. A few words between two topics are part of neither: they stand beside the one
 * before them, or else the one behind them, where one slide holds both.
 */
export function runsOf(
  context: PlanContext,
  topic: Topic,
  parts: readonly Part[],
  own: ReadonlySet<Part>,
): readonly PartRun[] {
  const joined: PartRun[] = [];
  for (const run of partedRuns(parts, own)) {
    const last = joined.at(-1) ?? [];
    const both = [...last, ...run];
    // Names behind a topic stay with it.
    const isLoose = (one: PartRun, isFirst: boolean): boolean =>
      isAside(one, own) && (isFirst || !one.every(namesOnly));
    const isJoined =
      leadsOn(last) ||
      (!leadsOn(run) && (isLoose(last, joined.length === 1) || isLoose(run, joined.length === 0)));
    if (last.length > 0 && isJoined && canShare(context, topic, both)) joined.splice(-1, 1, both);
    else joined.push(run);
  }
  return joined;
}

/** The topics of a list stay points of it where one slide holds the list and the line that leads to it: "They do two things:". */
export function withoutIntroduced(
  context: PlanContext,
  topic: Topic,
  parts: readonly Part[],
  own: ReadonlySet<Part>,
): ReadonlySet<Part> {
  const left = new Set(own);
  for (const [at, part] of parts.entries()) {
    const list = parts[at + 1]?.list;
    if (list === undefined || own.has(part) || !leadsOn([part])) continue;
    const points = parts.slice(at + 1).filter((one) => one.list === list);
    if (points.some((one) => own.has(one)) && canShare(context, topic, [part, ...points]))
      for (const point of points) left.delete(point);
  }
  return left;
}

function partedRuns(parts: readonly Part[], own: ReadonlySet<Part>): readonly PartRun[] {
  const runs: Part[][] = [];
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1];
    if (before === undefined || own.has(before) || own.has(part)) runs.push([part]);
    else runs.at(-1)?.push(part);
  }
  return runs;
}

/** Too few words for a slide: no sub-sections, nor a paragraph that is said large. */
export function isAside(run: PartRun, own: ReadonlySet<Part>): boolean {
  if (run.length === 0 || run.some((part) => own.has(part) || part.headedBy === 'heading')) return false;
  const blocks = joinParts(run);
  if (wordsIn(blocks) > thin || holdsDrawing(blocks)) return false;
  return blocks[0]?.type === 'list' || !isStatement(blocks);
}

/** "The key idea is:", alone: it says nothing without what stands behind it. */
export function leadsOn(run: PartRun): boolean {
  const [only, ...others] = joinParts(run);
  return others.length === 0 && only?.type === 'paragraph' && /[:：]\s*$/u.test(plainText([only]));
}

export function isStatement(blocks: readonly Block[]): boolean {
  return layouts.statement.score({ title: '', role: 'talk', blocks }) !== undefined;
}

/** "Parallelism": a name of which the notes say nothing more is no point of what stands before it, and reads as a head. */
function namesOnly({ blocks: [block] }: Part): boolean {
  return block?.type === 'list' && block.children.every(isBareName);
}

/** Bullets under one title, where nothing asks for another slide. */
function canShare(context: PlanContext, { head }: Topic, parts: PartRun): boolean {
  return (
    parts.every(({ headedBy }) => headedBy !== 'heading') && fitsSlide(context, joinParts(parts), head.title)
  );
}

/** Can it be taken in at once, in one shape? */
export function fitsSlide(
  context: PlanContext,
  blocks: readonly Block[],
  title: Topic['head']['title'],
): boolean {
  if (amountOf(blocks, titleWords(title)) > 1) return false;
  return fillOf(context, blocks) <= 1 && cutByShape(blocks).length === 1;
}

/** Whether a slide is high enough for points, one below the other where they are too long for columns. */
export function isHighEnough(context: PlanContext, blocks: readonly Block[]): boolean {
  const [list, ...others] = blocks;
  if (list?.type !== 'list' || others.length > 0 || list.children.length < 2) return true;
  if (layouts['two-columns'].score({ title: '', role: 'talk', blocks }) !== undefined) return true;
  return fillOf(context, blocks) <= 1;
}

function fillOf({ measure, theme }: PlanContext, blocks: readonly Block[]): number {
  if (isNames(blocks) || isGroups(blocks)) return 0;
  return measure.flow(blocks, 'body', theme.content.width, 'sm') / theme.content.height;
}
