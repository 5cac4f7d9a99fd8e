// The plan, step by step: what is said once, then section by section the content that belongs
// together, its layout and its slides, then what looks at all slides at once.
import type { Checked, Diagnostic } from '../diagnostics/index.ts';
import type { LayoutName } from '../layouts/index.ts';
import type { PresenterNote, Section } from '../notes/index.ts';
import { anchorNames } from './agenda/link-agenda.ts';
import { repeatedAgenda } from './agenda/repeated-agenda.ts';
import { readDeckFacts } from './deck-facts.ts';
import type { Segment } from './draft.ts';
import { findAnchors } from './find-anchors.ts';
import { makeSlides } from './make-slides.ts';
import { numberDividers } from './number-dividers.ts';
import { type Headed, numberParts } from './number-parts.ts';
import type { Plan, Planned, Slide } from './plan.ts';
import type { PlanContext, PlanInput } from './plan-context.ts';
import { attachPresenterNotes, collectPresenterNotes } from './presenter-notes.ts';
import { cachedSection } from './section-cache.ts';
import { withShortTitle } from './segment/long-title.ts';
import { sectionSegments } from './segment/section-segments.ts';
import { agendaSegment, titleSegment } from './segment/title-segments.ts';

/** Every block of the notes on its slide. Sections are planned one by one and do not see each other. */
export function makePlan(input: PlanInput): Checked<Plan> {
  const deck = readDeckFacts(input);
  const names = anchorNames(input.notes);
  const anchors = new Map([
    ...input.notes.anchors,
    ...[...names].map(([offset, name]) => [name, offset] as const),
  ]);
  const context: PlanContext = { ...input, lang: deck.lang, names };
  const sections = input.notes.sections.map((section) =>
    cachedSection(context, section, () => planSection(context, section)),
  );
  const length = sections.reduce((sum, { value }) => sum + value.length, 0);
  const agenda = agendaSegment(context, length);
  const front = planFront(context, deck, agenda);
  const repeated = repeatAgenda(context, agenda, sections, anchors);
  const all = [front, ...repeated];
  const slides = numberDividers(joinSlides(all));
  return {
    value: { deck, slides, anchors: findAnchors(slides, anchors) },
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The title slide and the agenda. An agenda that a hint leaves out is in the presenter notes. */
function planFront(context: PlanContext, deck: Plan['deck'], shown: Segment | undefined): Planned {
  const { agenda } = context.notes;
  const opening = makeOpening(context, withShortTitle(context, titleSegment(context, deck)));
  const slides = [opening, ...(shown ? [makeAgenda(context, shown)] : [])];
  return {
    ...gatherChecked(slides),
    notes: [...(agenda && !shown ? [agenda] : []), ...openingNotes(context)],
  };
}

/** An agenda too long for one slide is numbered as other slides under one title are. */
function makeAgenda(context: PlanContext, segment: Segment): Checked<readonly Slide[]> {
  const { value, diagnostics } = makeSlides(context, segment);
  return { value: numberParts(value.map((slide) => ({ slide, heading: undefined }))), diagnostics };
}

/** What is said below the title goes to a slide of its own when the title slide has no room for it. */
function makeOpening(context: PlanContext, segment: Segment): Checked<readonly Slide[]> {
  const slides = makeSlides(context, segment);
  if (slides.value[0]?.layout === 'title' || segment.blocks.length === 0) return slides;
  const { blocks, section } = segment;
  return gatherChecked([
    makeSlides(context, { ...segment, blocks: [] }),
    makeSlides(context, { role: 'talk', title: [], blocks, section }),
  ]);
}

/** Presenter notes that stand before the first heading belong to the title slide. */
function openingNotes({ notes }: PlanContext): readonly PresenterNote[] {
  const [first] = notes.sections;
  return first && first.depth > 0 ? first.presenterNotes.filter((note) => isBefore(note, first)) : [];
}

function isBefore(note: PresenterNote, section: Section): boolean {
  return section.depth > 0 && note.span.start < section.headingSpan.start;
}

function planSection(context: PlanContext, section: Section): Planned {
  const slides: Headed[] = [];
  const diagnostics: Diagnostic[] = [];
  const before: LayoutName[] = [];
  const segments = sectionSegments(context, section);
  for (const [at, segment] of headedOnce(segments).entries()) {
    const made = makeSlides(context, segment, before);
    slides.push(...made.value.map((slide) => ({ slide, heading: segments[at]?.heading?.start })));
    diagnostics.push(...made.diagnostics);
    before.push(...made.value.map(({ layout }) => layout));
  }
  const notes = collectPresenterNotes(section, context.hints).filter((note) => !isBefore(note, section));
  return { value: numberParts(slides), diagnostics, notes };
}

/** With the agenda before each section that one of its lines leads to, when a hint asks for that. */
function repeatAgenda(
  context: PlanContext,
  made: Segment | undefined,
  sections: readonly Planned[],
  anchors: ReadonlyMap<string, number>,
): readonly Planned[] {
  if (context.hints.deck.agenda !== 'repeat') return sections;
  const own = context.notes.sections.find(({ kind }) => kind === 'agenda');
  const agenda = made ?? (own && sectionSegments(context, own)[0]);
  if (agenda === undefined) return sections;
  return sections.map((planned, at) => {
    const offset = context.notes.sections[at]?.headingSpan.start ?? -1;
    const again = repeatedAgenda(agenda, offset, anchors);
    return again ? { ...planned, value: [...makeAgenda(context, again).value, ...planned.value] } : planned;
  });
}

/** A heading belongs to the first segment below it. */
function headedOnce(segments: readonly Segment[]): readonly Segment[] {
  const seen = new Set<number>();
  return segments.map(({ heading, ...segment }) => {
    if (!heading || seen.has(heading.start)) return segment;
    seen.add(heading.start);
    return { ...segment, heading };
  });
}

function gatherChecked(parts: readonly Checked<readonly Slide[]>[]): Checked<readonly Slide[]> {
  return {
    value: parts.flatMap(({ value }) => value),
    diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** All slides with their presenter notes; notes of a section without a slide go to the slide before. */
function joinSlides(parts: readonly Planned[]): readonly Slide[] {
  const slides: Slide[] = [];
  for (const { value, notes } of parts) {
    const target = value.length > 0 ? value : slides.splice(-1);
    slides.push(...attachPresenterNotes(target, notes));
  }
  return slides;
}
