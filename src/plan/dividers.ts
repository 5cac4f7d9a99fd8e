// A divider opens each of the large sections of a long talk, or none: the marker says where a slide stands anyway.
import type { Slide } from './plan.ts';

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
