import type { Slide } from './plan.ts';

/** Where several sections begin with a divider, each says which it is. */
export function numberDividers(slides: readonly Slide[]): readonly Slide[] {
  if (slides.filter(isDivider).length < 2) return slides;
  let ordinal = 0;
  return slides.map((slide) => {
    if (!slide.title || !isDivider(slide)) return slide;
    ordinal += 1;
    return { ...slide, title: { ...slide.title, ordinal } };
  });
}

/** Of a section of its own, not of one inside another. */
function isDivider({ layout, section, title }: Slide): boolean {
  return layout === 'section' && section.length === 1 && title !== undefined;
}
