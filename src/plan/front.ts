// The slides that a deck opens with: its title, and the agenda.
import type { Paragraph } from 'mdast';
import type { Checked } from '../diagnostics/index.ts';
import { onlyImages } from '../layouts/index.ts';
import { type Phrasing, type PresenterNote, plainText, type Section } from '../notes/index.ts';
import { numberParts } from './across-slides.ts';
import { fitAgenda } from './agenda/agenda-slides.ts';
import type { PlanContext, Segment } from './draft.ts';
import { makeSlides } from './make-slides.ts';
import type { Plan, Planned, Slide } from './plan.ts';
import { withShortTitles } from './topics/long-title.ts';
import { titleSegment } from './topics/title-segments.ts';

/** The title slide and the agenda. An agenda that a hint leaves out is in the presenter notes. */
export function planFront(context: PlanContext, deck: Plan['deck'], shown: Segment | undefined): Planned {
  const { agenda } = context.notes;
  const opening = withParts(makeOpening(context, titleSegment(context, deck)));
  const fitted = shown && fitAgenda(shown);
  const slides = [opening, ...(fitted?.segment ? [makeSlides(context, fitted.segment)] : [])];
  const hidden = agenda && !shown ? [agenda] : (fitted?.details ?? []);
  return { ...gatherChecked(slides), notes: [...hidden, ...openingNotes(context)] };
}

/** What goes on behind the title slide is parts of one title. */
function withParts({
  value: [cover, ...behind],
  diagnostics,
}: Checked<readonly Slide[]>): Checked<readonly Slide[]> {
  return { value: [...(cover ? [cover] : []), ...numberParts(behind)], diagnostics };
}

/** What is said below the title goes to a slide of its own when the title slide has no room for it, its pictures first. */
function makeOpening(context: PlanContext, full: Segment): Checked<readonly Slide[]> {
  const [short = full] = withShortTitles(context, [full]);
  const segment = withFittingLines(context, short);
  const slides = makeSlides(context, segment);
  const [only, ...others] = slides.value;
  if ((only?.layout === 'title' && others.length === 0) || segment.blocks.length === 0) return slides;
  const { blocks, opening: _, ...rest } = segment;
  const words = blocks.filter((block) => !onlyImages(block));
  if (words.length > 0 && words.length < blocks.length) {
    const above = makeOpening(context, { ...segment, blocks: words });
    const pictures = blocks.filter((block) => onlyImages(block));
    return gatherChecked([above, makeSlides(context, { ...rest, role: 'talk', blocks: pictures })]);
  }
  return gatherChecked([
    makeSlides(context, { ...segment, blocks: [] }),
    makeSlides(context, { ...rest, role: 'talk', blocks }),
  ]);
}

/** Lines that the title slide has no room for go on below it, the longest first. */
function withFittingLines(context: PlanContext, segment: Segment): Segment {
  const { opening = {}, blocks } = segment;
  const [slide] = makeSlides(context, { ...segment, blocks: [] }).value;
  const [longest] = Object.entries(opening).sort(([, a], [, b]) => lengthOf(b) - lengthOf(a));
  if (!longest || !slide || slide.fill <= 1) return segment;
  const [name, words] = longest;
  const paragraph: Paragraph = { type: 'paragraph', children: words as Paragraph['children'] };
  const shown = Object.fromEntries(Object.entries(opening).filter(([other]) => other !== name));
  return withFittingLines(context, { ...segment, opening: shown, blocks: [paragraph, ...blocks] });
}

function lengthOf(words: readonly Phrasing[]): number {
  return plainText(words).length;
}

/** Presenter notes that stand before the first heading belong to the title slide. */
function openingNotes({ notes }: PlanContext): readonly PresenterNote[] {
  const [first] = notes.sections;
  return first && first.depth > 0 ? first.presenterNotes.filter((note) => isBefore(note, first)) : [];
}

export function isBefore(note: PresenterNote, section: Section): boolean {
  return section.depth > 0 && note.span.start < section.headingSpan.start;
}

function gatherChecked(parts: readonly Checked<readonly Slide[]>[]): Checked<readonly Slide[]> {
  return {
    value: parts.flatMap(({ value }) => value),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  };
}
