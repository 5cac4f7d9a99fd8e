// Which layout, at which size, on how many slides. In this order: the layout that suits best
// and fits; another that suits and fits; the xs size; a split.
import { type Content, type LayoutName, layouts } from '../layouts/index.ts';
import { plainText } from '../notes/index.ts';
import type { BodySize } from '../theme/index.ts';
import { applyLayout, type Candidate, countItems, type Task } from './apply-layout.ts';
import { avoidRepetition } from './avoid-repetition.ts';
import { containsAllText } from './contains-all-text.ts';
import type { Segment, Setting } from './draft.ts';
import type { PlanContext } from './plan-context.ts';
import { roomOf } from './room.ts';
import { scaleUpAll } from './scale-up.ts';
import { splitContent } from './split/split-content.ts';

/** A layout below this score is no alternative to a split. */
const goodEnough = 0.3;

/** A layout whose score is lower by more than this is worse than the best one set smaller, or on two slides. */
const nearlyAsGood = 0.25;

/** The slides of a segment, each with its layout and size. `before`: layouts of the section's slides so far. */
export function chooseSettings(
  context: PlanContext,
  segment: Segment,
  before: readonly LayoutName[] = [],
): readonly Setting[] {
  const content: Content = {
    title: plainText(segment.title),
    role: segment.role,
    blocks: segment.blocks,
    ...(segment.opening ? { opening: segment.opening } : {}),
  };
  const task: Task = {
    context,
    segment,
    content,
    candidates: candidatesFor(content, segment),
    room: roomOf(context, segment),
  };
  if (content.blocks.length === 0 && !segment.opening) return [emptySetting(task)];
  return asHinted(task) ?? automatic({ ...task, candidates: avoidRepetition(unforced(task), before) });
}

/** The layout that a hint asks for, before any other: smaller, then over several slides. Nothing when it cannot hold the content. */
function asHinted(task: Task): readonly Setting[] | undefined {
  const [asked] = task.candidates;
  if (task.segment.hint?.layout === undefined || asked?.layout.name !== task.segment.hint.layout)
    return undefined;
  const alone: Task = { ...task, candidates: [asked] };
  const fits = fitting(alone, 'sm') ?? fitting(alone, 'xs');
  const settings = fits ?? (asked.layout.overflow === 'whole' ? undefined : splitContent(alone, asked));
  return settings?.map((setting) => ({ ...setting, alternatives: othersOf(task, setting) }));
}

/** Candidates by what suits them alone, when the one a hint asks for could not be used. */
function unforced({ candidates, content }: Task): readonly Candidate[] {
  const suited = candidates.flatMap(({ layout }): Candidate[] => {
    const match = layout.score(content);
    return match ? [{ layout, match }] : [];
  });
  return suited.sort((a, b) => b.match.score - a.match.score);
}

function othersOf({ candidates }: Task, { layout }: Setting): Setting['alternatives'] {
  const others = candidates.filter((candidate) => candidate.layout.name !== layout);
  return others.map((other) => ({
    layout: other.layout.name,
    score: other.match.score,
    reason: other.match.reason,
  }));
}

function automatic(task: Task): readonly Setting[] {
  return fitting(task, 'sm') ?? fitting(task, 'xs') ?? splitContent(task, splittable(task));
}

/** Layouts that take the content, the best first; one that a hint asks for before all others. */
function candidatesFor(content: Content, { hint }: Segment): readonly Candidate[] {
  const suited = Object.values(layouts).flatMap((layout): Candidate[] => {
    const match = layout.score(content);
    return match ? [{ layout, match }] : [];
  });
  suited.sort((a, b) => b.match.score - a.match.score);
  if (hint?.layout === undefined) return suited;
  const forced = { layout: layouts[hint.layout], match: { score: 1, reason: 'the hints ask for it' } };
  if (forced.layout.isFor?.(content) === false) return suited;
  if (!containsAllText(forced.layout.arrange(content), content.blocks)) return suited;
  return [forced, ...suited.filter(({ layout }) => layout !== forced.layout)];
}

/** A divider: nothing below the title. */
function emptySetting({ candidates, segment }: Task): Setting {
  const [best] = candidates;
  return {
    layout: best?.layout.name ?? 'section',
    bodySize: 'sm',
    body: undefined,
    blocks: [],
    fill: 0,
    reason: (segment.isBare ? undefined : best?.match.reason) ?? 'a heading with nothing below it',
    alternatives: [],
  };
}

/** The title slide has its own sizes. */
function hasOwnSizes({ segment }: Task): boolean {
  return segment.role === 'opening';
}

/** The first layout that holds everything on one slide at this size. */
function fitting(task: Task, bodySize: BodySize): readonly Setting[] | undefined {
  if (hasTooManyItems(task) || (bodySize === 'xs' && isWall(task.content.blocks))) return undefined;
  const least = Math.max(goodEnough, (task.candidates[0]?.match.score ?? 0) - nearlyAsGood);
  const usable = task.candidates.filter(({ match }, index) => index === 0 || match.score >= least);
  for (const candidate of bodySize === 'xs' ? usable.slice(0, 1) : usable) {
    const setting = applyLayout(task, candidate, task.content.blocks, bodySize);
    if (setting.fill <= 1)
      return [bodySize === 'sm' && !hasOwnSizes(task) ? scaleUp(task, candidate, setting) : setting];
  }
  return undefined;
}

/** More words than anyone reads on one slide, in letters: set small they fit, and nobody is helped. */
const wall = 1100;

function isWall(blocks: Content['blocks']): boolean {
  return plainText(blocks.filter((block) => block.type !== 'code' && block.type !== 'table')).length > wall;
}

function hasTooManyItems({ segment, content }: Task): boolean {
  const most = segment.hint?.perSlide;
  return most !== undefined && countItems(content.blocks) > most;
}

function scaleUp(task: Task, candidate: Candidate, setting: Setting): Setting {
  const [scaled = setting] = scaleUpAll([setting], (_, bodySize) =>
    applyLayout(task, candidate, task.content.blocks, bodySize),
  );
  return scaled;
}

/** The best layout that goes on over several slides. */
function splittable({ candidates }: Task): Candidate {
  const found = candidates.find(({ layout }) => layout.overflow !== 'whole');
  return found ?? { layout: layouts.bullets, match: { score: 0, reason: 'it takes anything' } };
}
