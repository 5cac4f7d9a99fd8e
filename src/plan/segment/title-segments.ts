import { type Opening, partTitle } from '../../layouts/index.ts';
import type { Field, Phrasing } from '../../notes/index.ts';
import { linkAgenda } from '../agenda/link-agenda.ts';
import { madeAgenda } from '../agenda/made-agenda.ts';
import type { Segment } from '../draft.ts';
import { agendaTitle } from '../labels.ts';
import type { DeckFacts } from '../plan.ts';
import type { Desk } from '../plan-input.ts';
import { prepareBlocks } from '../prepare/prepare-blocks.ts';
import { typesetPhrasing } from '../prepare/typography.ts';

/** The title slide. */
export function titleSegment(desk: Desk, facts: DeckFacts): Segment {
  const { main, sub } = openingTitle(desk, facts);
  const { title } = desk.notes;
  const line = (name: keyof Opening): Partial<Opening> => {
    const words = lineWords(desk, facts, name);
    return words ? { [name]: words } : {};
  };
  return {
    role: 'opening',
    title: main,
    blocks: prepareBlocks(title.details, desk.lang),
    section: [],
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

/** The agenda slide: the notes' own, or one made from the headings of a talk of so many slides. */
export function agendaSegment(desk: Desk, slides: number): Segment | undefined {
  const { notes, hints, lang, names } = desk;
  const blocks = hints.deck.agenda === false ? undefined : (notes.agenda?.blocks ?? madeAgenda(desk, slides));
  if (blocks === undefined) return undefined;
  return {
    role: 'agenda',
    title: text(agendaTitle(lang)),
    blocks: linkAgenda(prepareBlocks(blocks, lang), notes, names),
    section: [],
  };
}

/** "Llama 2: Open Foundation Models" stands on two lines when there is no other subtitle. */
function openingTitle(
  desk: Desk,
  facts: DeckFacts,
): { main: readonly Phrasing[]; sub?: readonly Phrasing[] } {
  const field = desk.hints.deck.title === undefined ? desk.notes.title.title : undefined;
  const parts = facts.subtitle === undefined && isPlain(field) ? partTitle(facts.title) : undefined;
  if (parts) return { main: text(parts.main), sub: text(parts.sub) };
  return {
    main: field && field.content.length > 0 ? typesetPhrasing(field.content, desk.lang) : text(facts.title),
  };
}

function lineWords(desk: Desk, facts: DeckFacts, name: keyof Opening): readonly Phrasing[] | undefined {
  const field = desk.notes.title[name];
  const hinted = name === 'place' ? undefined : desk.hints.deck[name];
  if (hinted !== undefined) return text(name === 'place' ? hinted : (facts[name] ?? hinted));
  if (!field) return undefined;
  return field.content.length > 0 ? typesetPhrasing(field.content, desk.lang) : text(field.text);
}

function isPlain(field: Field | undefined): boolean {
  return field === undefined || field.content.every((node) => node.type === 'text');
}

function text(value: string): readonly Phrasing[] {
  return [{ type: 'text', value }];
}
