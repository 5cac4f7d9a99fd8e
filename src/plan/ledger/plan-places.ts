import type { Box } from '../../layouts/index.ts';
import type { Block, Phrasing } from '../../notes/index.ts';
import type { Plan, Slide } from '../plan.ts';

/** Somewhere that words of the notes can be. */
export interface Place {
  /** From 1. */
  readonly slide: number;
  /** The box's name as the layout has it, `title`, or `presenter-notes`. */
  readonly slot: string;
}

export interface FilledPlace extends Place {
  readonly nodes: readonly (Block | Phrasing)[];
}

/** Every place of a plan with what stands in it, in order. A title is new on its first slide only. */
export function planPlaces({ slides }: Plan): readonly FilledPlace[] {
  return slides.flatMap((slide, index) => placesOf(slide, index + 1));
}

function placesOf({ title, body, presenterNotes }: Slide, slide: number): readonly FilledPlace[] {
  const isNew = title !== undefined && (title.part?.number ?? 1) === 1;
  return [
    ...(isNew ? [{ slide, slot: 'title', nodes: title.content }] : []),
    ...(body ? boxPlaces(body, slide) : []),
    ...(presenterNotes.length > 0 ? [{ slide, slot: 'presenter-notes', nodes: presenterNotes }] : []),
  ];
}

function boxPlaces(box: Box, slide: number): readonly FilledPlace[] {
  switch (box.kind) {
    case 'flow':
      return [{ slide, slot: box.class, nodes: box.blocks }];
    case 'line':
      return [{ slide, slot: box.class, nodes: box.content }];
    default:
      return box.boxes.flatMap((inner) => boxPlaces(inner, slide));
  }
}
