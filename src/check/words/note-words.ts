import type { Hints } from '../../hints/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import { type NodeWords, nodeWords, type Token } from '../../plan/index.ts';

/** The words of the notes as they were read, by where a reader may look for them. */
export interface NoteWords {
  /** These have to be on slides. */
  readonly body: readonly Token[];
  /** Of comments, and of what a hint moves: these may be in the presenter notes alone. */
  readonly aside: readonly Token[];
  readonly formulas: NodeWords['formulas'];
  /** Of what a hint moves and of comments: drawn in the handout only. */
  readonly asideFormulas: NodeWords['formulas'];
}

/** What a hint says in place of the notes' words is owed by nobody. */
export function noteWords(notes: Notes, hints: Hints): NoteWords {
  const { deck } = hints;
  const { details, tags: _, ...fields } = notes.title;
  const said = new Map<string, unknown>(Object.entries(deck));
  const lines = Object.entries(fields).flatMap(([name, field]) =>
    field && said.get(name) === undefined ? [nodeWords(field.content)] : [],
  );
  const agenda = nodeWords(notes.agenda?.blocks ?? []);
  const moved = deck.details === 'notes';
  const sections = notes.sections.map((section) => sectionWords(section, hints, moved));
  const front = [...lines, nodeWords(details)];
  return {
    body: [...front, ...(deck.agenda === false ? [] : [agenda])]
      .flatMap(({ tokens }) => tokens)
      .concat(sections.flatMap(({ body }) => body)),
    aside: [...(deck.agenda === false ? agenda.tokens : []), ...sections.flatMap(({ aside }) => aside)],
    formulas: [...front.flatMap(({ formulas }) => formulas), ...sections.flatMap(({ formulas }) => formulas)],
    asideFormulas: sections.flatMap(({ asideFormulas }) => asideFormulas),
  };
}

function sectionWords(section: Section, hints: Hints, isMoved: boolean): NoteWords {
  const hint = hints.sections.get(section);
  const parts = [hint, ...(hint?.slides ?? [])].filter((part) => part !== undefined);
  const hidden = isMoved || hint?.show === false || parts.some(({ details }) => details === 'notes');
  const isRenamed = parts.some(({ title }) => title !== undefined);
  const title = isRenamed ? [] : nodeWords(section.title).tokens;
  const own = nodeWords(section.blocks);
  const remarks = section.presenterNotes.map(({ blocks }) => nodeWords(blocks));
  const children = section.sections.map((child) => sectionWords(child, hints, hidden));
  const shown = [...title, ...own.tokens];
  return {
    body: [...(hidden ? [] : shown), ...children.flatMap(({ body }) => body)],
    aside: [
      ...(hidden ? shown : []),
      ...remarks.flatMap(({ tokens }) => tokens),
      ...children.flatMap(({ aside }) => aside),
    ],
    formulas: [...(hidden ? [] : own.formulas), ...children.flatMap(({ formulas }) => formulas)],
    asideFormulas: [
      ...(hidden ? own.formulas : []),
      ...remarks.flatMap(({ formulas }) => formulas),
      ...children.flatMap(({ asideFormulas }) => asideFormulas),
    ],
  };
}
