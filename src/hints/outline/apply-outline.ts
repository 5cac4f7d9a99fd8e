// The outline of notes without headings: their flat list is cut into sections where it says.

import type { Checked, Diagnostic } from '../../diagnostics/index.ts';
import type { Notes, Section } from '../../notes/index.ts';
import type { OutlineEntry } from '../hints-shape.ts';
import { unitsOf } from '../match/units.ts';
import type { Located } from '../yaml/shape.ts';
import { locateOutline } from './locate-outline.ts';
import { outlineAgenda } from './outline-agenda.ts';
import { noFlatPart } from './outline-problems.ts';
import { outlineSections } from './outline-sections.ts';
import { titlesOf } from './titles-of.ts';

/**
 * Puts the outline's sections in place of the part without a heading. What stands before the
 * first of them becomes the agenda when it reads like one, else it stays as it is.
 */
export function applyOutline(notes: Notes, outline: readonly Located<OutlineEntry>[]): Checked<Notes> {
  const flat = notes.sections.find(({ depth, blocks }) => depth === 0 && blocks.length > 0);
  const [first] = outline;
  if (!first) return { value: notes, diagnostics: [] };
  if (!flat) return { value: notes, diagnostics: [noFlatPart(first.span)] };
  const diagnostics: Diagnostic[] = [];
  const units = unitsOf(flat.blocks);
  const parts = locateOutline(outline, units, notes, diagnostics);
  const lead = units.slice(0, parts[0]?.start ?? units.length);
  const agenda = notes.agenda ? undefined : outlineAgenda(lead, titlesOf(outline), flat.span.path);
  const sections = outlineSections(parts, units, flat, agenda ? lead.length : 0);
  const value = {
    ...notes,
    agenda: agenda ?? notes.agenda,
    sections: replace(notes.sections, flat, sections),
  };
  return { value, diagnostics };
}

function replace(sections: readonly Section[], flat: Section, by: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => (section === flat ? [...by, ...flat.sections] : [section]));
}
