import type { Span } from '../../diagnostics/index.ts';
import type { Hints, SectionHint } from '../../hints/index.ts';
import type { Block, Field, Notes, Phrasing, Section } from '../../notes/index.ts';

/** A piece of the notes that goes somewhere as a whole: a block, an item of a list, a heading, a line of the title. */
export interface NotePiece {
  readonly nodes: readonly (Block | Phrasing)[];
  readonly span: Span;
  /** A hint says other words in its place, or says that it is not shown. */
  readonly isReplaced: boolean;
}

/** Every piece of the notes, in order. */
export function notePieces(notes: Notes, hints: Hints): readonly NotePiece[] {
  return [
    ...titlePieces(notes, hints),
    ...blockPieces(notes.agenda?.blocks ?? [], notes),
    ...notes.sections.flatMap((section) => sectionPieces(section, notes, hints)),
  ];
}

const fields = ['title', 'subtitle', 'speaker', 'affiliation', 'event', 'date', 'place'] as const;

function titlePieces(notes: Notes, { deck }: Hints): readonly NotePiece[] {
  const said = new Map<string, unknown>(Object.entries(deck));
  const lines = fields.flatMap((name): NotePiece[] => {
    const field: Field | undefined = notes.title[name];
    if (!field) return [];
    return [{ nodes: field.content, span: field.span, isReplaced: said.get(name) !== undefined }];
  });
  return [...lines, ...blockPieces(notes.title.details, notes)];
}

function sectionPieces(section: Section, notes: Notes, hints: Hints): readonly NotePiece[] {
  const heading: NotePiece = {
    nodes: section.title,
    span: section.headingSpan,
    isReplaced: isRenamed(hints.sections.get(section)),
  };
  return [
    ...(section.title.length > 0 ? [heading] : []),
    ...blockPieces(section.blocks, notes),
    ...section.presenterNotes.flatMap(({ blocks }) => blockPieces(blocks, notes)),
    ...section.sections.flatMap((child) => sectionPieces(child, notes, hints)),
  ];
}

function isRenamed(hint: SectionHint | undefined): boolean {
  return hint !== undefined && [hint, ...(hint.slides ?? [])].some(({ title }) => title !== undefined);
}

function blockPieces(blocks: readonly Block[], { source }: Notes): readonly NotePiece[] {
  return blocks.flatMap((block): NotePiece[] => {
    const items = block.type === 'list' ? (block.children as unknown as Block[]) : [block];
    return items.map((node) => {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      return { nodes: [node], span: { path: source.path, start, end }, isReplaced: false };
    });
  });
}
