import type { List } from 'mdast';
import { type Block, isAgendaLabel, kindOfHeading, type Notes, type Section } from '../../notes/index.ts';
import type { PlanContext } from '../plan-context.ts';

/** Sections that ask for an agenda, and more than a listener keeps in mind. */
const enough = { from: 4, upTo: 9, slides: 10 };

/** An agenda from the headings, where the notes have none and the talk is long enough for one. */
export function madeAgenda({ notes, hints }: PlanContext, slides: number): Block[] | undefined {
  const { agenda } = hints.deck;
  if (agenda === false || notes.agenda || hasContents(notes.sections)) return undefined;
  const sections = mainSections(notes);
  const isAsked = agenda !== undefined;
  const fewest = isAsked ? 2 : enough.from;
  if (sections.length < fewest || (!isAsked && (sections.length > enough.upTo || slides < enough.slides)))
    return undefined;
  return [listOf(sections)];
}

/** The sections that the talk goes through: not its contents, thanks or sources. */
function mainSections({ sections }: Notes): readonly Section[] {
  const named = sections.filter(isMain);
  const [only, ...others] = named;
  return only && others.length === 0 && only.sections.length > 0 ? only.sections.filter(isMain) : named;
}

function isMain({ titleText }: Section): boolean {
  return titleText !== '' && kindOfHeading(titleText) !== 'closing';
}

/** Contents, or a section of that name: minutes have their points under "Agenda". */
function hasContents(sections: readonly Section[]): boolean {
  return sections.some(
    ({ kind, titleText, sections: inner }) =>
      kind === 'agenda' || isAgendaLabel(titleText) || hasContents(inner),
  );
}

/** Without positions: these words were read elsewhere. */
function listOf(sections: readonly Section[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: sections.map(({ title }) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: withoutPlaces(title) as never[] }],
    })),
  };
}

function withoutPlaces<T>(nodes: readonly T[]): T[] {
  return nodes.map((node) => {
    const { position: _, ...rest } = node as { position?: unknown; children?: readonly unknown[] };
    return (rest.children ? { ...rest, children: withoutPlaces(rest.children) } : rest) as T;
  });
}
