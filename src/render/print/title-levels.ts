import type { DeckSlide } from '../../deck/index.ts';

/**
 * How deep in the outline the title of each slide stands: 1 is the talk itself. The first slide of a section most often
 * bears the section's title, with its part number where the section takes several, and is that heading.
 */
export function titleLevels(slides: readonly DeckSlide[]): readonly number[] {
  return slides.map(({ section, title }) => {
    const own = section.at(-1);
    const isSection = own !== undefined && (title === own || title.startsWith(`${own}, `));
    return section.length + (isSection ? 1 : 2);
  });
}
