import type { CompositionSnapshot } from '../../browser/index.ts';
import {
  type ContentKind,
  isEmptyOnPurpose,
  kindOf,
  type SlideRole,
  slideRole,
  titleOf,
  type UsualSizes,
  usualSizes,
} from './roles.ts';
import { contentEnd, gridSkeleton, largestEmpty, weightAtStart } from './space.ts';
import { bodyTexts, seenWords } from './text.ts';
import {
  bodySize,
  type Contrast,
  type FaintMark,
  faintMarks,
  hasAmount,
  heroWords,
  titleRatio,
  typeSizes,
  unmeasuredTexts,
} from './type-and-colour.ts';
import { bareTitle, counterOf, isThin, slideWords } from './words.ts';

/** What is measured on one slide; of some figures the deck around it decides. Sizes are px of a slide 720 px high. */
export interface SlideMeasures {
  /** From 1. */
  readonly slide: number;
  /** Its first class. */
  readonly layout: string;
  readonly role: SlideRole;
  readonly kind: ContentKind;
  /** Of title and body, and of the body alone. */
  readonly words: number;
  readonly bodyWords: number;
  /** Paragraphs, items and cells of the body. */
  readonly blocks: number;
  readonly isThin: boolean;
  /** A hero, or a statement of few lines: what is empty there is empty on purpose. */
  readonly isEmptyOnPurpose: boolean;
  readonly title?: string;
  /** Whether another slide, no cover and no divider, has the same title; counters left out. */
  readonly isTitleRepeated: boolean;
  /** "(cont.)" or "2/4" in its head. */
  readonly counter?: string;
  /** Where its content ends, as a share of the height. */
  readonly end: number;
  /** The share of the ink left of 44 % of the width. */
  readonly weight: number;
  /** The largest empty rectangle, as a share of the slide. */
  readonly empty: number;
  /** Row by row, the cells of a coarse grid that are covered. */
  readonly skeleton: string;
  /** Whether it and the two before it are content slides with the same skeleton. */
  readonly isThirdAlike: boolean;
  readonly ground: string;
  readonly bodySize?: number;
  readonly titleRatio?: number;
  readonly sizes: readonly number[];
  /** The words at least 2.5 times as large as the deck's body. */
  readonly hero?: string;
  readonly hasAmount: boolean;
  readonly faint: readonly FaintMark[];
  /** Texts over a picture or a gradient. */
  readonly unmeasured: number;
}

/** Measures the slides of one deck, in their order. */
export function measureSlides(
  slides: readonly CompositionSnapshot[],
  contrast: Contrast,
): readonly SlideMeasures[] {
  const usual = usualSizes(slides);
  const roles = slides.map((slide, index) => slideRole(slide, index, usual));
  const titles = titleUses(slides, roles);
  const skeletons = slides.map((slide) => gridSkeleton(slide));
  return slides.map((slide, index) => {
    const role = roles[index] ?? 'content';
    const title = titleOf(slide);
    const isInTalk = role === 'content' || role === 'brief';
    const counter = counterOf(slide, slides.length);
    const isAlike = [index - 1, index - 2].every(
      (other) => roles[other] === 'content' && skeletons[other] === skeletons[index],
    );
    return {
      slide: index + 1,
      layout: slide.layout,
      role,
      kind: kindOf(slide),
      words: slideWords(slide),
      bodyWords: seenWords(bodyTexts(slide)),
      blocks: new Set(bodyTexts(slide).map(({ block }) => block)).size,
      isThin: isThin(slide, role, usual),
      isEmptyOnPurpose: isEmptyOnPurpose(slide, usual),
      ...(title !== undefined && { title }),
      isTitleRepeated: title !== undefined && isInTalk && (titles.get(bareTitle(title)) ?? 0) > 1,
      ...(counter !== undefined && { counter }),
      end: contentEnd(slide),
      weight: weightAtStart(slide),
      empty: largestEmpty(slide),
      skeleton: skeletons[index] ?? '',
      isThirdAlike: role === 'content' && isAlike,
      ground: slide.ground ?? 'picture',
      ...typeOf(slide, usual),
      faint: faintMarks(slide, contrast),
      unmeasured: unmeasuredTexts(slide),
    };
  });
}

/** How many slides have each title; covers and dividers say what others say again. */
function titleUses(
  slides: readonly CompositionSnapshot[],
  roles: readonly SlideRole[],
): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  slides.forEach((slide, index) => {
    const title = titleOf(slide);
    if (title === undefined || roles[index] === 'cover' || roles[index] === 'divider') return;
    uses.set(bareTitle(title), (uses.get(bareTitle(title)) ?? 0) + 1);
  });
  return uses;
}

function typeOf(slide: CompositionSnapshot, usual: UsualSizes) {
  const [body, ratio, hero] = [bodySize(slide), titleRatio(slide), heroWords(slide, usual)];
  return {
    ...(body !== undefined && { bodySize: body }),
    ...(ratio !== undefined && { titleRatio: ratio }),
    ...(hero !== undefined && { hero }),
    sizes: typeSizes(slide, usual),
    hasAmount: hasAmount(slide),
  };
}
