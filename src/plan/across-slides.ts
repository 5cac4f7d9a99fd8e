// What is decided over all slides: what each stands on, which sections begin with a divider, where links lead, numbers of parts.

import type { Ground, Slide } from './plan.ts';

/** One slide in so many stands on full colour at the most, and statements on it are so many slides apart. */
const fullShare = 4;
const apart = 3;

/** Slides from which a deck has at least three grounds. */
const enoughForGrounds = 8;

/** Slides with their grounds, by their role first; strong colour is rare, and never twice in a row. `calm` has no second tone. */
export function setGrounds(slides: readonly Slide[], tone: 'calm' | 'full'): readonly Slide[] {
  const budget = Math.floor(slides.length / fullShare);
  let used = 0;
  let last = Number.NEGATIVE_INFINITY;
  let statements = 0;
  let before: Ground = 'light';
  const grounds = slides.map((slide, at): Ground => {
    const wanted = endsWithFigure(slide, at, slides) ? 'strong' : roleGround(slide, statements, tone);
    if (isStatement(slide)) statements += 1;
    const isFixed = slide.layout === 'title' || slide.layout === 'closing';
    const isFree =
      !isFull(before) && (!isStatement(slide) || at - last >= apart) && used < Math.max(1, budget);
    const ground = !isFull(wanted) || isFixed || isFree ? wanted : before === 'tint' ? 'light' : 'tint';
    if (isFull(ground)) {
      used += 1;
      last = at;
    }
    before = ground;
    return ground;
  });
  return withThird(slides.map((slide, at) => ({ ...slide, ground: grounds[at] ?? 'light' })));
}

/** An amount that answers the last question ends the talk. */
function endsWithFigure({ composition }: Slide, at: number, slides: readonly Slide[]): boolean {
  return composition === 'answer-figure' && at === slides.length - 1;
}

function isFull(ground: Ground): boolean {
  return ground === 'strong' || ground === 'second';
}

function isStatement({ layout, composition }: Slide): boolean {
  return layout === 'statement' || layout === 'quote' || composition === 'claim';
}

function roleGround(slide: Slide, statements: number, tone: 'calm' | 'full'): Ground {
  const second: Ground = tone === 'calm' ? 'tint' : 'second';
  switch (slide.layout) {
    case 'title':
    case 'closing':
      return 'strong';
    case 'section':
      return second;
    case 'qa':
    case 'takeaways':
      return 'tint';
    default:
      if (!isStatement(slide) || isLongQuote(slide)) return 'light';
      return (['strong', second, 'tint'] as const)[statements % 3] ?? 'light';
  }
}

/** A quotation that is read, not seen: it was too long to be set large. */
function isLongQuote({ layout, bodySize }: Slide): boolean {
  return layout === 'quote' && ['md', 'sm', 'xs'].includes(bodySize);
}

/** A long deck on two grounds ends its content on a third. */
function withThird(slides: readonly Slide[]): readonly Slide[] {
  if (slides.length < enoughForGrounds || new Set(slides.map(({ ground }) => ground)).size > 2) return slides;
  const at = slides.findLastIndex(
    ({ layout, ground }) => ground === 'light' && layout !== 'code' && layout !== 'table',
  );
  return slides.map((slide, index) => (index === at ? { ...slide, ground: 'tint' } : slide));
}

// A divider opens each of the large sections of a long talk, or none: the marker says where a slide stands anyway.

/** Sections that are large, slides that make one large, and slides of a talk that is long. */
const enough = { sections: 3, slides: 3, deck: 16 };

/** An agenda serves as well in a talk of no more slides than these. */
const shortWithAgenda = 24;

/** Which of the sections begin with a divider: all large ones that have a heading, or none. */
export function dividedSections(
  sections: readonly { readonly slides: readonly Slide[]; readonly canDivide: boolean }[],
  hasAgenda: boolean,
): readonly boolean[] {
  const total = sections.reduce((sum, { slides }) => sum + slides.length, 0);
  const isLarge = sections.map(({ slides, canDivide }) => canDivide && slides.length >= enough.slides);
  const isAsked =
    isLarge.filter(Boolean).length >= enough.sections &&
    total >= enough.deck &&
    !(hasAgenda && total <= shortWithAgenda);
  return isLarge.map((large) => large && isAsked);
}

/**
 * The number of the slide, from 1, that each anchor of the notes stands on: the last slide that
 * begins before it, or the first after it where nothing does. The title, by its offset, is on the first.
 */
export function findAnchors(
  slides: readonly Slide[],
  anchors: ReadonlyMap<string, number>,
  title: number | undefined,
): ReadonlyMap<string, number> {
  if (anchors.size === 0) return new Map();
  const starts = slides
    .flatMap((slide, index) => slide.spans.map(({ start }) => ({ start, number: index + 1 })))
    .sort((a, b) => a.start - b.start || b.number - a.number);
  return new Map(
    [...anchors].flatMap(([name, offset]) => {
      if (offset === title) return [[name, 1] as const];
      const found = lastBefore(starts, offset) ?? starts[0];
      return found ? [[name, found.number] as const] : [];
    }),
  );
}

/** By halving, since a deck may hold thousands of both.  */
function lastBefore<T extends { readonly start: number }>(
  starts: readonly T[],
  offset: number,
): T | undefined {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1];
}

/**
 * Slides of one title know which part each is: nobody sees it, a screen reader and bookmarks say it. Where the
 * notes say the same words a second time, another title begins.
 */
export function numberParts(slides: readonly Slide[]): readonly Slide[] {
  const keys = keysOf(slides);
  const total = new Map<string, number>();
  for (const key of keys) if (key !== undefined) total.set(key, (total.get(key) ?? 0) + 1);
  const seen = new Map<string, number>();
  return slides.map((slide, at) => {
    const key = keys[at];
    const of = key === undefined ? 1 : (total.get(key) ?? 1);
    if (!slide.title || key === undefined || of === 1) return slide;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return { ...slide, title: { ...slide.title, part: { number, of } } };
  });
}

/** What slides of one title share: words of their own in the notes, which each slide behind the first goes on with. */
function keysOf(slides: readonly Slide[]): readonly (string | undefined)[] {
  const groups = new Map<string, { readonly of: Slide['title']; readonly number: number }>();
  return slides.map((slide) => {
    if (!slide.title) return undefined;
    const key = keyOf(slide);
    const before = groups.get(key);
    const isSame = before?.of?.content === slide.title.content;
    const group = before && isSame ? before : { of: slide.title, number: (before?.number ?? 0) + 1 };
    groups.set(key, group);
    return `${key}\n${group.number}`;
  });
}

/** Two sections may have the same name, and stand at different places. */
function keyOf({ title, marker, section }: Slide): string {
  return [title?.text ?? '', ...section, '', ...marker.map(({ text, span }) => `${text}@${span.start}`)].join(
    '\n',
  );
}
