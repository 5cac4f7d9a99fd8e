import type { Span } from '../../diagnostics/index.ts';
import type { Hints, SectionHint } from '../../hints/index.ts';
import type { Box } from '../../layouts/index.ts';
import {
  type Block,
  type Field,
  type Notes,
  type Phrasing,
  positionAt,
  type Section,
} from '../../notes/index.ts';
import type { MarkerName, Plan, Slide } from '../plan.ts';

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

/** Somewhere that words of the notes can be. */
export interface Place {
  /** From 1. */
  readonly slide: number;
  /** The box's name as the layout has it, `title`, `within`, `marker` or `presenter-notes`. */
  readonly slot: string;
}

export interface FilledPlace extends Place {
  readonly nodes: readonly (Block | Phrasing)[];
}

/** Every place of a plan with what stands in it, in order. Titles and names of the marker are new on their first slide only. */
export function planPlaces({ slides }: Plan): readonly FilledPlace[] {
  return slides.flatMap((slide, index) => placesOf(slide, index + 1));
}

function placesOf(
  { title, within = [], body, marker, presenterNotes }: Slide,
  slide: number,
): readonly FilledPlace[] {
  const isNew = title !== undefined && (title.part?.number ?? 1) === 1;
  const names = marker.filter(({ isAgain }) => !isAgain);
  return [
    ...(names.length > 0 ? [{ slide, slot: 'marker', nodes: names.map(nameNode) }] : []),
    ...(isNew ? [{ slide, slot: 'title', nodes: title.content }] : []),
    ...within.map(({ content }) => ({ slide, slot: 'within', nodes: content })),
    ...(body ? boxPlaces(body, slide) : []),
    ...(presenterNotes.length > 0 ? [{ slide, slot: 'presenter-notes', nodes: presenterNotes }] : []),
  ];
}

/** As long as the words are those of the notes, each is where it stands there. */
function nameNode({ text, span }: MarkerName): Block {
  const position = positionAt(span.start, span.end);
  return { type: 'paragraph', children: [{ type: 'text', value: text, position }], position };
}

function boxPlaces(box: Box, slide: number): readonly FilledPlace[] {
  switch (box.kind) {
    case 'flow':
      return [{ slide, slot: box.class, nodes: box.blocks }];
    case 'line':
      return [{ slide, slot: box.class, nodes: box.content }];
    case 'rise': {
      const nodes = [box.from, box.joint, box.to].map((value): Phrasing => ({ type: 'text', value }));
      return [{ slide, slot: box.class, nodes }];
    }
    case 'bar':
    case 'marks':
      return [];
    default:
      return box.boxes.flatMap((inner) => boxPlaces(inner, slide));
  }
}
