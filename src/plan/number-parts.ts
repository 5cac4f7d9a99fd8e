import type { Slide } from './plan.ts';

/** Slides below one heading under one title know which part each is: nobody sees it, a screen reader and bookmarks say it. */
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

/** Two sections may have the same name, and stand at different places. */
function keyOf({ title, marker, section }: Slide): string {
  return [title?.text ?? '', ...section, '', ...marker.map(({ text, span }) => `${text}@${span.start}`)].join(
    '\n',
  );
}
