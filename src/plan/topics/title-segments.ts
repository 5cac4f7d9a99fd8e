import { type Opening, partTitle } from '../../layouts/index.ts';
import type { Field, Phrasing, Section } from '../../notes/index.ts';
import { linkAgenda, madeAgenda } from '../agenda/link-agenda.ts';
import type { PlanContext, Segment } from '../draft.ts';
import { localisedWords } from '../localised-words.ts';
import type { DeckFacts } from '../plan.ts';
import { prepareBlocks, typesettingOf } from '../prepare/prepare-blocks.ts';
import { typesetPhrasing } from '../prepare/typography.ts';
import { reasonOf } from './topic.ts';

/** The title slide. */
export function titleSegment(context: PlanContext, facts: DeckFacts): Segment {
  const { main, sub } = openingTitle(context, facts);
  const { title } = context.notes;
  const line = (name: keyof Opening): Partial<Opening> => {
    const words = lineWords(context, facts, name);
    return words ? { [name]: words } : {};
  };
  return {
    role: 'opening',
    title: main,
    titleReason: openingReason(context),
    blocks: prepareBlocks(title.details, typesettingOf(context)),
    section: [],
    marker: [],
    source: context.notes.source.path,
    opening: {
      ...(sub ? { subtitle: sub } : line('subtitle')),
      ...line('speaker'),
      ...line('affiliation'),
      ...line('event'),
      ...line('place'),
      ...line('date'),
    },
  };
}

function openingReason({ hints, notes }: PlanContext): string {
  if (hints.deck.title !== undefined) return reasonOf.hint;
  return (notes.title.title?.text ?? '').trim() === '' ? 'the name of the file' : 'the title of the notes';
}

/** The agenda slide: the notes' own, or one made from the headings of a talk of so many slides. */
export function agendaSegment(context: PlanContext, slides: number): Segment | undefined {
  const { notes, hints, lang, names } = context;
  const blocks =
    hints.deck.agenda === false ? undefined : (notes.agenda?.blocks ?? madeAgenda(context, slides));
  if (blocks === undefined) return undefined;
  return {
    role: 'agenda',
    title: text(localisedWords(lang).agenda),
    titleReason: reasonOf.agenda,
    blocks: linkAgenda(prepareBlocks(blocks, typesettingOf(context)), notes, names),
    section: [],
    marker: [],
    source: context.notes.source.path,
  };
}

/** The slide that opens a section: its name alone. */
export function dividerSegment(context: PlanContext, section: Section): Segment {
  const title = context.hints.sections.get(section)?.title;
  return {
    role: 'divider',
    title: title === undefined ? typesetPhrasing(section.title, context.lang) : text(title),
    titleReason: reasonOf[title === undefined ? 'heading' : 'hint'],
    blocks: [],
    section: section.path,
    marker: [],
    source: context.notes.source.path,
    heading: section.headingSpan,
  };
}

/** "Llama 2: Open Foundation Models" stands on two lines when there is no other subtitle. */
function openingTitle(
  context: PlanContext,
  facts: DeckFacts,
): { main: readonly Phrasing[]; sub?: readonly Phrasing[] } {
  const field = context.hints.deck.title === undefined ? context.notes.title.title : undefined;
  const parts = facts.subtitle === undefined && isPlain(field) ? partTitle(facts.title) : undefined;
  if (parts) return { main: text(parts.main), sub: text(parts.sub) };
  return {
    main:
      field && field.content.length > 0 ? typesetPhrasing(field.content, context.lang) : text(facts.title),
  };
}

function lineWords(
  context: PlanContext,
  facts: DeckFacts,
  name: keyof Opening,
): readonly Phrasing[] | undefined {
  const field = context.notes.title[name];
  const hinted = name === 'place' ? undefined : context.hints.deck[name];
  if (hinted !== undefined) return text(name === 'place' ? hinted : (facts[name] ?? hinted));
  if (!field) return undefined;
  return field.content.length > 0 ? typesetPhrasing(field.content, context.lang) : text(field.text);
}

function isPlain(field: Field | undefined): boolean {
  return field === undefined || field.content.every((node) => node.type === 'text');
}

function text(value: string): readonly Phrasing[] {
  return [{ type: 'text', value }];
}
