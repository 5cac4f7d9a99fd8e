export type { DeckHints, HandoutHints, Hints, SectionHint, SlideHint } from './hints.ts';
export { hintsJsonSchema } from './hints-shape.ts';
export { initHints, type SectionChoice } from './init-hints.ts';
export { fold } from './match/fold.ts';
export { type SectionUnit, unitsOfSection } from './match/units.ts';
export { readHints, shownLetters } from './read-hints.ts';
export { editHints, type HintsEdit } from './write/edit-hints.ts';
