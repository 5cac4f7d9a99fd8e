import type { Slide } from './plan.ts';

/** Slides of one section under one title are numbered: "Pretraining (2/3)". */
export function numberParts(slides: readonly Slide[]): readonly Slide[] {
  const total = new Map<string, number>();
  for (const slide of slides) if (slide.title) total.set(keyOf(slide), (total.get(keyOf(slide)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return slides.map((slide) => {
    const of = slide.title ? (total.get(keyOf(slide)) ?? 1) : 1;
    if (!slide.title || of === 1) return slide;
    const number = (seen.get(keyOf(slide)) ?? 0) + 1;
    seen.set(keyOf(slide), number);
    return { ...slide, title: { ...slide.title, part: { number, of } } };
  });
}

function keyOf(slide: Slide): string {
  return `${slide.section.join('\n')}\n\n${slide.title?.text ?? ''}`;
}
