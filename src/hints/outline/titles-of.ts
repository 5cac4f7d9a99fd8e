import type { OutlineEntry } from '../hints-shape.ts';
import type { Located } from '../yaml/shape.ts';

/** Every title of an outline, in order. */
export function titlesOf(outline: readonly Located<OutlineEntry>[]): readonly string[] {
  return outline.flatMap(({ value }) => [value.title ?? '', ...titlesOf(value.sections ?? [])]);
}
