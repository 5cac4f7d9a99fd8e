// The plan, step by step: what holds for the deck, then section by section the content that belongs
// together, its layout and its slides, then what looks at all slides at once.
import type { Checked, Diagnostic } from '../diagnostics/index.ts';
import type { Section } from '../notes/index.ts';
import { dividedSections, findAnchors, numberParts, setGrounds } from './across-slides.ts';
import { fitAgenda, repeatedAgenda } from './agenda/agenda-slides.ts';
import { anchorNames } from './agenda/link-agenda.ts';
import { numberAgendas } from './agenda/number-agenda.ts';
import { readDeckFacts } from './deck-facts.ts';
import type { PlanContext, PlanInput, Segment } from './draft.ts';
import { isBefore, planFront } from './front.ts';
import { makeSectionSlides, makeSlides } from './make-slides.ts';
import { markRepeated, openHeadings, trimMarkers } from './markers.ts';
import { nameInColumn } from './names-in-column.ts';
import type { Plan, Planned, Slide } from './plan.ts';
import { attachPresenterNotes, collectPresenterNotes } from './presenter-notes.ts';
import { isTooTallForDivider } from './room.ts';
import { cachedSection } from './section-cache.ts';
import { drawShape } from './talk-shape.ts';
import type { SectionGroup } from './topics/bare-sections.ts';
import { groupSegments, type SectionSegments, sectionSegments, topGroups } from './topics/section-topic.ts';
import { agendaSegment, dividerSegment } from './topics/title-segments.ts';

/** Every block of the notes on its slide. Sections are planned one by one and do not see each other. */
export function makePlan(input: PlanInput): Checked<Plan> {
  const deck = readDeckFacts(input);
  const names = anchorNames(input.notes);
  const anchors = new Map([
    ...input.notes.anchors,
    ...[...names].map(([offset, name]) => [name, offset] as const),
  ]);
  const untitled = [{ type: 'text', value: deck.shortTitle } as const];
  const context: PlanContext = { ...input, lang: deck.lang, untitled, names };
  const sections = topGroups(context).flatMap((group) => planGroup(context, group));
  const length = sections.reduce((sum, { value }) => sum + value.length, 0);
  const agenda = beginsWithContents(context, sections) ? undefined : agendaSegment(context, length);
  const front = planFront(context, deck, agenda);
  const hasAgenda = agenda !== undefined || input.notes.sections.some(({ kind }) => kind === 'agenda');
  const opened = openSections(context, sections, hasAgenda);
  const repeated = repeatAgenda(context, { agenda, front }, opened, anchors);
  const all = [front, ...repeated];
  const grounded = setGrounds(markRepeated(joinSlides(all)), input.hints.deck.tone ?? 'full');
  const found = findAnchors(grounded, anchors, input.notes.title.title?.span.start);
  const slides = nameInColumn(context, drawShape(context, numberAgendas(grounded, found)));
  return {
    value: { deck, slides, anchors: found },
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The contents under a heading of their own, right below the title: they are the agenda, and a second one before them is not shown. */
function beginsWithContents({ notes }: PlanContext, sections: readonly Planned[]): boolean {
  const first = sections.findIndex(({ value }) => value.length > 0);
  return notes.sections[first]?.kind === 'agenda';
}

/** The sections with the dividers that open them. */
function openSections(
  context: PlanContext,
  sections: readonly Planned[],
  hasAgenda: boolean,
): readonly Planned[] {
  const named = sections.map((planned, at) => ({
    slides: planned.value,
    section: context.notes.sections[at] as Section,
    canDivide: isDivisible(context, context.notes.sections[at]),
  }));
  const opens = dividedSections(named, hasAgenda);
  return sections.map((planned, at) => {
    const section = named[at]?.section;
    if (!opens[at] || section === undefined) return planned;
    const { value, diagnostics } = makeSlides(context, dividerSegment(context, section));
    return {
      ...planned,
      value: [...value, ...planned.value],
      diagnostics: [...diagnostics, ...planned.diagnostics],
    };
  });
}

/** A section that is a part of the talk, not its contents, and whose name a divider holds. */
function isDivisible(context: PlanContext, section: Section | undefined): boolean {
  if (section === undefined || section.title.length === 0 || section.kind === 'agenda') return false;
  return !isTooTallForDivider(context, dividerSegment(context, section));
}

/** What is planned together has the slides of its first section that is more than a name. */
function planGroup(context: PlanContext, group: SectionGroup): readonly Planned[] {
  const all = [...group.before, ...group.sections];
  const plan = (): Planned => planSegments(context, groupSegments(context, group), all);
  const [only, ...others] = all;
  const planned = only && others.length === 0 ? cachedSection(context, only, plan) : plan();
  return all.map((_, at) =>
    at === group.before.length ? planned : { value: [], diagnostics: [], notes: [] },
  );
}

function planSegments(context: PlanContext, made: SectionSegments, of: readonly Section[]): Planned {
  const slides: Slide[] = [];
  const diagnostics: Diagnostic[] = [];
  const { segments, details } = fittedSegments(made);
  for (const made of makeSectionSlides(context, segments)) {
    slides.push(...made.value);
    diagnostics.push(...made.diagnostics);
  }
  const own = of.flatMap((section) =>
    collectPresenterNotes(section, context.hints).filter((note) => !isBefore(note, section)),
  );
  const notes = [...own, ...details].sort((a, b) => a.span.start - b.span.start);
  return { value: trimMarkers(openHeadings(numberParts(slides)), context), diagnostics, notes };
}

/** Contents under a heading of their own are an agenda like others. */
function fittedSegments({ segments, details }: SectionSegments): SectionSegments {
  const fitted = segments.map((segment) =>
    segment.role === 'agenda' ? fitAgenda(segment) : { segment, details: [] },
  );
  return {
    segments: fitted.flatMap(({ segment }) => segment ?? []),
    details: [...details, ...fitted.flatMap((one) => one.details)],
  };
}

/** With the agenda before each section that one of its lines leads to, when a hint asks for that; never twice in a row. */
function repeatAgenda(
  context: PlanContext,
  { agenda: made, front }: { readonly agenda: Segment | undefined; readonly front: Planned },
  sections: readonly Planned[],
  anchors: ReadonlyMap<string, number>,
): readonly Planned[] {
  if (context.hints.deck.agenda !== 'repeat') return sections;
  const own = context.notes.sections.find(({ kind }) => kind === 'agenda');
  const written = made ?? (own && sectionSegments(context, own).segments[0]);
  const agenda = written && fitAgenda(written).segment;
  if (agenda === undefined) return sections;
  return sections.map((planned, at) => {
    const offset = context.notes.sections[at]?.headingSpan.start ?? -1;
    const before = [front, ...sections.slice(0, at)].findLast(({ value }) => value.length > 0);
    if (before?.value.at(-1)?.layout === 'agenda') return planned;
    const again = repeatedAgenda(agenda, offset, anchors);
    return again ? { ...planned, value: [...makeSlides(context, again).value, ...planned.value] } : planned;
  });
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
