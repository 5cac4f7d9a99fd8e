import type { Slide } from './plan.ts';

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
