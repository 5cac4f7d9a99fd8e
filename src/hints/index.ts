export type { DeckHints, HandoutHints, Hints, SectionHint, SlideHint } from './hints.ts';
export { initHints, type SectionChoice } from './init-hints.ts';
export { hintsJsonSchema } from './json-schema.ts';
export { readHints } from './read-hints.ts';
export { editHints, type HintsEdit } from './write/edit-hints.ts';
export { type SectionUnit, unitsOfSection } from './write/section-units.ts';
