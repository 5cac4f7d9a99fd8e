import type { Box } from '../../layouts/index.ts';
import type { Block, Phrasing } from '../../notes/index.ts';
import type { MarkerName, Plan, Slide } from '../plan.ts';

/** Somewhere that words of the notes can be. */
export interface Place {
  /** From 1. */
  readonly slide: number;
  /** The box's name as the layout has it, `title`, `marker` or `presenter-notes`. */
  readonly slot: string;
}

export interface FilledPlace extends Place {
  readonly nodes: readonly (Block | Phrasing)[];
}

/** Every place of a plan with what stands in it, in order. Titles and names of the marker are new on their first slide only. */
export function planPlaces({ slides }: Plan): readonly FilledPlace[] {
  return slides.flatMap((slide, index) => placesOf(slide, index + 1));
}

function placesOf({ title, body, marker, presenterNotes }: Slide, slide: number): readonly FilledPlace[] {
  const isNew = title !== undefined && (title.part?.number ?? 1) === 1;
  const names = marker.filter(({ isAgain }) => !isAgain);
  return [
    ...(names.length > 0 ? [{ slide, slot: 'marker', nodes: names.map(nameNode) }] : []),
    ...(isNew ? [{ slide, slot: 'title', nodes: title.content }] : []),
    ...(body ? boxPlaces(body, slide) : []),
    ...(presenterNotes.length > 0 ? [{ slide, slot: 'presenter-notes', nodes: presenterNotes }] : []),
  ];
}

/** As long as the words are those of the notes, each is where it stands there. */
function nameNode({ text, span }: MarkerName): Block {
  const point = (offset: number): { line: number; column: number; offset: number } => ({
    line: 1,
    column: 1,
    offset,
  });
  const position = { start: point(span.start), end: point(span.end) };
  return { type: 'paragraph', children: [{ type: 'text', value: text, position }], position };
}

function boxPlaces(box: Box, slide: number): readonly FilledPlace[] {
  switch (box.kind) {
    case 'flow':
      return [{ slide, slot: box.class, nodes: box.blocks }];
    case 'line':
      return [{ slide, slot: box.class, nodes: box.content }];
    case 'bar':
    case 'marks':
      return [];
    default:
      return box.boxes.flatMap((inner) => boxPlaces(inner, slide));
  }
}
