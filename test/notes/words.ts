import { type Field, type Notes, plainText, type Section } from '../../src/notes/index.ts';

/** Every word that the notes hold, front matter excepted, in any order. */
export function wordsOf(notes: Notes): string[] {
  const bodyStart = notes.frontMatter?.span.end ?? 0;
  const { details, tags: _, ...fields } = notes.title;
  const shown = (Object.values(fields) as (Field | undefined)[])
    .filter((field) => field !== undefined && field.span.start >= bodyStart)
    .map((field) => plainText(field?.content ?? []));
  const parts = [
    ...shown,
    plainText(details),
    plainText(notes.agenda?.blocks ?? []),
    ...notes.sections.flatMap(textsOf),
  ];
  return parts.join('\n').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function textsOf(section: Section): string[] {
  return [
    plainText(section.title),
    plainText(section.blocks),
    ...section.presenterNotes.map((note) => plainText(note.blocks)),
    ...section.sections.flatMap(textsOf),
  ];
}
