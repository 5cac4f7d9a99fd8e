import type { Hints } from '../hints/index.ts';
import type { Block, PresenterNote, Section } from '../notes/index.ts';
import type { Slide } from './plan.ts';

/** The same slides with each presenter note on the slide that holds the last word before it. */
export function attachPresenterNotes(
  slides: readonly Slide[],
  notes: readonly PresenterNote[],
): readonly Slide[] {
  if (notes.length === 0 || slides.length === 0) return slides;
  const starts = slides
    .flatMap((slide, index) => slide.spans.map(({ start }) => ({ start, index })))
    .sort((a, b) => a.start - b.start);
  const added = new Map<number, Block[]>();
  for (const note of notes) {
    const at = starts.findLast(({ start }) => start <= note.span.start)?.index ?? 0;
    added.set(at, [...(added.get(at) ?? []), ...note.blocks]);
  }
  return slides.map((slide, index) => {
    const blocks = added.get(index);
    return blocks ? { ...slide, presenterNotes: [...slide.presenterNotes, ...blocks] } : slide;
  });
}

/** All presenter notes of a section and its sub-sections, in the order of the notes; what a hint hides is among them. */
export function collectPresenterNotes(section: Section, hints: Hints): readonly PresenterNote[] {
  if (hints.sections.get(section)?.show === false)
    return [{ blocks: wholeSection(section), span: section.span }];
  return [
    ...section.presenterNotes,
    ...section.sections.flatMap((child) => collectPresenterNotes(child, hints)),
  ];
}

function wholeSection(section: Section): readonly Block[] {
  const title: Block = { type: 'paragraph', children: [{ type: 'strong', children: [...section.title] }] };
  const notes = section.presenterNotes.flatMap(({ blocks }) => blocks);
  return [
    ...(section.title.length > 0 ? [title] : []),
    ...section.blocks,
    ...notes,
    ...section.sections.flatMap(wholeSection),
  ];
}
