import type { Slide } from './plan.ts';

/** A slide, and where the heading is that its content stands below: two sections may have the same name. */
export interface Headed {
  readonly slide: Slide;
  readonly heading: number | undefined;
}

/** Slides below one heading under one title are numbered: "Pretraining (2/3)". */
export function numberParts(slides: readonly Headed[]): readonly Slide[] {
  const total = new Map<string, number>();
  for (const headed of slides)
    if (headed.slide.title) total.set(keyOf(headed), (total.get(keyOf(headed)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return slides.map((headed) => {
    const { slide } = headed;
    const of = slide.title ? (total.get(keyOf(headed)) ?? 1) : 1;
    if (!slide.title || of === 1) return slide;
    const number = (seen.get(keyOf(headed)) ?? 0) + 1;
    seen.set(keyOf(headed), number);
    return { ...slide, title: { ...slide.title, part: { number, of } } };
  });
}

function keyOf({ slide, heading }: Headed): string {
  return `${heading ?? ''}\n${slide.section.join('\n')}\n\n${slide.title?.text ?? ''}`;
}
