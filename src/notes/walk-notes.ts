import type { Nodes } from 'mdast';
import { walk } from './markdown/tree.ts';
import type { Field, Notes, Section } from './notes.ts';

/** Visits every node of the notes, presenter notes included; a node before those inside it. */
export function walkNotes({ title, agenda, sections }: Notes, visit: (node: Nodes) => void): void {
  const each = (nodes: readonly unknown[]): void => {
    for (const node of nodes) walk(node as Nodes, visit);
  };
  const inSection = (section: Section): void => {
    each(section.title);
    each(section.blocks);
    for (const { blocks } of section.presenterNotes) each(blocks);
    section.sections.forEach(inSection);
  };
  for (const { content } of fieldsOf(title)) each(content);
  each(title.details);
  each(agenda?.blocks ?? []);
  sections.forEach(inSection);
}

function fieldsOf({ details, tags = [], ...fields }: Notes['title']): readonly Field[] {
  return [...Object.values(fields), ...tags].filter((field) => field !== undefined);
}
