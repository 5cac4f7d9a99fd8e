// Which layout, at which size, on how many slides. In this order: the layout that suits best
// and fits; another that suits and fits; the compact size; a split.
import { type Content, type LayoutName, layouts } from '../layouts/index.ts';
import { plainText } from '../notes/index.ts';
import type { Density } from '../theme/index.ts';
import type { Segment, Setting } from './draft.ts';
import { enlargeAll } from './enlarge.ts';
import { holds } from './holds.ts';
import type { Desk } from './plan-input.ts';
import { roomOf } from './room.ts';
import { type Candidate, countItems, settle, type Task } from './settle.ts';
import { splitContent } from './split/split-content.ts';
import { varied } from './vary.ts';

/** A layout below this score is no alternative to a split. */
const goodEnough = 0.3;

/** A layout whose score is lower by more than this is worse than the best one set smaller, or on two slides. */
const nearlyAsGood = 0.25;

/** The slides of a segment, each with its layout and size. `before`: layouts of the section's slides so far. */
export function chooseSettings(
  desk: Desk,
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
    desk,
    segment,
    content,
    candidates: candidatesFor(content, segment),
    room: roomOf(desk, segment),
  };
  if (content.blocks.length === 0 && !segment.opening) return [emptySetting(task)];
  return asHinted(task) ?? automatic({ ...task, candidates: varied(unforced(task), before) });
}

/** The layout that a hint asks for, before any other: smaller, then over several slides. Nothing when it cannot hold the content. */
function asHinted(task: Task): readonly Setting[] | undefined {
  const [asked] = task.candidates;
  if (task.segment.hint?.layout === undefined || asked?.layout.name !== task.segment.hint.layout)
    return undefined;
  const alone: Task = { ...task, candidates: [asked] };
  const fits = fitting(alone, 'normal') ?? fitting(alone, 'compact');
  const settings = fits ?? (asked.layout.overflow === 'whole' ? undefined : splitContent(alone, asked));
  return settings?.map((setting) => ({ ...setting, alternatives: othersOf(task, setting) }));
}

/** Candidates by what suits them alone, when the one a hint asks for could not be used. */
function unforced({ candidates, content }: Task): readonly Candidate[] {
  const suited = candidates.flatMap(({ layout }): Candidate[] => {
    const suit = layout.suits(content);
    return suit ? [{ layout, suit }] : [];
  });
  return suited.sort((a, b) => b.suit.score - a.suit.score);
}

function othersOf({ candidates }: Task, { layout }: Setting): Setting['alternatives'] {
  const others = candidates.filter((candidate) => candidate.layout.name !== layout);
  return others.map((other) => ({
    layout: other.layout.name,
    score: other.suit.score,
    reason: other.suit.reason,
  }));
}

function automatic(task: Task): readonly Setting[] {
  return fitting(task, 'normal') ?? fitting(task, 'compact') ?? splitContent(task, splittable(task));
}

/** Layouts that take the content, the best first; one that a hint asks for before all others. */
function candidatesFor(content: Content, { hint }: Segment): readonly Candidate[] {
  const suited = Object.values(layouts).flatMap((layout): Candidate[] => {
    const suit = layout.suits(content);
    return suit ? [{ layout, suit }] : [];
  });
  suited.sort((a, b) => b.suit.score - a.suit.score);
  if (hint?.layout === undefined) return suited;
  const forced = { layout: layouts[hint.layout], suit: { score: 1, reason: 'the hints ask for it' } };
  if (forced.layout.isFor?.(content) === false) return suited;
  if (!holds(forced.layout.arrange(content), content.blocks)) return suited;
  return [forced, ...suited.filter(({ layout }) => layout !== forced.layout)];
}

/** A divider: nothing below the title. */
function emptySetting({ candidates, segment }: Task): Setting {
  const [best] = candidates;
  return {
    layout: best?.layout.name ?? 'section',
    density: 'normal',
    body: undefined,
    blocks: [],
    fill: 0,
    reason: (segment.isBare ? undefined : best?.suit.reason) ?? 'a heading with nothing below it',
    alternatives: [],
  };
}

/** The title slide has its own sizes. */
function hasOwnSizes({ segment }: Task): boolean {
  return segment.role === 'opening';
}

/** The first layout that holds everything on one slide at this size. */
function fitting(task: Task, density: Density): readonly Setting[] | undefined {
  if (hasTooManyItems(task) || (density === 'compact' && isWall(task.content.blocks))) return undefined;
  const least = Math.max(goodEnough, (task.candidates[0]?.suit.score ?? 0) - nearlyAsGood);
  const usable = task.candidates.filter(({ suit }, index) => index === 0 || suit.score >= least);
  for (const candidate of density === 'compact' ? usable.slice(0, 1) : usable) {
    const setting = settle(task, candidate, task.content.blocks, density);
    if (setting.fill <= 1)
      return [density === 'normal' && !hasOwnSizes(task) ? enlarge(task, candidate, setting) : setting];
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

function enlarge(task: Task, candidate: Candidate, setting: Setting): Setting {
  const [enlarged = setting] = enlargeAll([setting], (_, density) =>
    settle(task, candidate, task.content.blocks, density),
  );
  return enlarged;
}

/** The best layout that goes on over several slides. */
function splittable({ candidates }: Task): Candidate {
  const found = candidates.find(({ layout }) => layout.overflow !== 'whole');
  return found ?? { layout: layouts.bullets, suit: { score: 0, reason: 'it takes anything' } };
}
