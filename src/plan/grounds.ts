// What each slide stands on. By its role first; strong colour is rare, and never twice in a row.
import type { Ground, Slide } from './plan.ts';

/** One slide in so many stands on full colour at the most, and statements on it are so many slides apart. */
const fullShare = 4;
const apart = 3;

/** Slides from which a deck has at least three grounds. */
const enough = 8;

/** Slides with their grounds. `calm` has no second tone. */
export function setGrounds(slides: readonly Slide[], tone: 'calm' | 'full'): readonly Slide[] {
  const budget = Math.floor(slides.length / fullShare);
  let used = 0;
  let last = Number.NEGATIVE_INFINITY;
  let statements = 0;
  let before: Ground = 'light';
  const grounds = slides.map((slide, at): Ground => {
    const wanted = roleGround(slide, statements, tone);
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
  if (slides.length < enough || new Set(slides.map(({ ground }) => ground)).size > 2) return slides;
  const at = slides.findLastIndex(
    ({ layout, ground }) => ground === 'light' && layout !== 'code' && layout !== 'table',
  );
  return slides.map((slide, index) => (index === at ? { ...slide, ground: 'tint' } : slide));
}
