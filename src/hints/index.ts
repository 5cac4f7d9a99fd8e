export type { DeckHints, HandoutHints, Hints, SectionHint, SlideHint } from './hints.ts';
