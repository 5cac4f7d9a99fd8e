import type { CompositionSnapshot } from '../../browser/index.ts';
import { type ContentKind, kindOf, roleOf, type SlideRole, titleOf, usualSizes } from './roles.ts';
import { bareTitle, counterOf } from './titles.ts';
import { isThin, slideWords } from './words.ts';

/** What is measured on one slide; of some figures the deck around it decides. */
export interface SlideMeasures {
  /** From 1. */
  readonly slide: number;
  readonly role: SlideRole;
  readonly kind: ContentKind;
  /** Of title and body. */
  readonly words: number;
  readonly isThin: boolean;
  readonly title?: string;
  /** Whether another slide, no cover and no divider, has the same title; counters left out. */
  readonly isTitleRepeated: boolean;
  /** "(cont.)" or "2/4" in its head. */
  readonly counter?: string;
}

/** Measures the slides of one deck, in their order. */
export function measureSlides(slides: readonly CompositionSnapshot[]): readonly SlideMeasures[] {
  const usual = usualSizes(slides);
  const roles = slides.map((slide, index) => roleOf(slide, index, usual));
  const isInTalk = (index: number): boolean => roles[index] === 'content' || roles[index] === 'brief';
  const titles = slides.map((slide) => titleOf(slide));
  const uses = new Map<string, number>();
  titles.forEach((title, index) => {
    if (title === undefined || !isInTalk(index)) return;
    uses.set(bareTitle(title), (uses.get(bareTitle(title)) ?? 0) + 1);
  });
  return slides.map((slide, index) => {
    const role = roles[index] ?? 'content';
    const title = titles[index];
    const counter = counterOf(slide, slides.length);
    return {
      slide: index + 1,
      role,
      kind: kindOf(slide),
      words: slideWords(slide),
      isThin: isThin(slide, role, usual),
      ...(title !== undefined && { title }),
      isTitleRepeated: title !== undefined && isInTalk(index) && (uses.get(bareTitle(title)) ?? 0) > 1,
      ...(counter !== undefined && { counter }),
    };
  });
}
